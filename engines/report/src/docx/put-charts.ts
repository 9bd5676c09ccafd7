import { strFromU8, strToU8 } from 'fflate'
import type { NativeChart } from '../office/native-charts.ts'

const EMU_PER_INCH = 914_400

/** Where chart `index` will stand: text that no author writes. */
export const chartMark = (index: number): string => `\u2063chart-${index}\u2063`

/** Inches of a chart on a page. */
export type ChartSize = { w: number; h: number }

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
const CHART_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart'
const PACKAGE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/package'

function drawing(index: number, { w, h }: ChartSize): string {
  const extent = `cx="${Math.round(w * EMU_PER_INCH)}" cy="${Math.round(h * EMU_PER_INCH)}"`
  return (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
    ' distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${extent}/><wp:docPr id="${1000 + index}" name="Chart ${index + 1}"/><wp:cNvGraphicFramePr/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"' +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdChart${index + 1}"/>` +
    '</a:graphicData></a:graphic></wp:inline></w:drawing>'
  )
}

const insertBefore = (text: string, end: string, added: string): string => text.replace(end, `${added}${end}`)

/**
 * Puts native charts where their marks stand in the parts of a text document.
 * Errors: throws when a mark is not there, because a chart would be lost without a word.
 */
export function putCharts(
  parts: Record<string, Uint8Array>,
  charts: readonly (NativeChart & { size: ChartSize })[],
): Record<string, Uint8Array> {
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  let body = read('word/document.xml')
  let relations = read('word/_rels/document.xml.rels')
  let types = read('[Content_Types].xml')
  const added: Record<string, Uint8Array> = {}
  for (const [i, { xml, sheet, size }] of charts.entries()) {
    const run = new RegExp(`<w:t[^>]*>${chartMark(i)}</w:t>`)
    if (!run.test(body)) throw new Error(`no place for chart ${i + 1}`)
    body = body.replace(run, drawing(i, size))
    const number = i + 1
    relations = insertBefore(
      relations,
      '</Relationships>',
      `<Relationship Id="rIdChart${number}" Type="${CHART_RELATION}" Target="charts/chart${number}.xml"/>`,
    )
    types = insertBefore(
      types,
      '</Types>',
      `<Override PartName="/word/charts/chart${number}.xml" ContentType="${CHART_TYPE}"/>`,
    )
    added[`word/charts/chart${number}.xml`] = strToU8(xml)
    added[`word/charts/_rels/chart${number}.xml.rels`] = strToU8(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${PACKAGE_RELATION}" Target="../embeddings/Microsoft_Excel_Worksheet${number}.xlsx"/>` +
        '</Relationships>',
    )
    added[`word/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`] = sheet
  }
  if (charts.length > 0 && !types.includes('Extension="xlsx"'))
    types = types.replace(
      /(<Types[^>]*>)/,
      '$1<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>',
    )
  return {
    ...parts,
    ...added,
    'word/document.xml': strToU8(body),
    'word/_rels/document.xml.rels': strToU8(relations),
    '[Content_Types].xml': strToU8(types),
  }
}
