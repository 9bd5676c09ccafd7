import { normaliseHeader } from '@zhanggui/text'
import { IMPORT_FORMATS } from './formats/index.ts'
import { recogniseHeadless } from './recognise-format.ts'
import { IMPORT_TARGETS } from './targets/index.ts'

/** Title rows stand above the header in platform reports; never more than nine have been seen. */
const HEADER_ROW_MAX = 10

function knownHeaders(): Set<string> {
  const words = [
    ...IMPORT_FORMATS.flatMap((f) => [...f.signature.flatMap((s) => s.split('|')), ...Object.values(f.fields).flat()]),
    ...IMPORT_TARGETS.flatMap((t) => t.fields.flatMap((f) => [f.nameZh, f.nameEn, ...f.synonyms])),
  ]
  return new Set(words.map((w) => normaliseHeader(w.replace(/#\d+$/, ''))))
}

let known: Set<string> | undefined

const isNumeric = (cell: string): boolean => /^[\s"'=]*[-+]?[\d.,:/ -]+%?[\s"']*$/.test(cell) && /\d/.test(cell)

function score(row: readonly string[], width: number): number {
  const cells = row.filter((c) => c.trim() !== '')
  if (cells.length === 0 || cells.some((c) => c.length > 100)) return 0
  known ??= knownHeaders()
  const hits = cells.filter((c) => known?.has(normaliseHeader(c))).length
  const texts = cells.filter((c) => !isNumeric(c)).length
  const whole = cells.length >= Math.max(1, width * 0.6) ? 1 : 0
  return hits * 3 + (texts === cells.length && new Set(cells).size >= cells.length * 0.8 ? whole : -cells.length)
}

/**
 * Which of the first rows holds the headers: the one with the most known names, else the first full row of distinct texts.
 * Shape: index from 0; `null` when the file has no header row.
 */
export function locateHeader(rows: readonly (readonly string[])[]): number | null {
  if (recogniseHeadless(rows.slice(0, 5))) return null
  const widths = rows.map((r) => r.length)
  const width = Math.max(0, ...widths)
  const scores = rows.slice(0, HEADER_ROW_MAX).map((r) => score(r, width))
  const best = Math.max(0, ...scores)
  return best > 0 ? scores.indexOf(best) : null
}
