import { strFromU8 } from 'fflate'
import type { ReportDocument } from '../document.ts'
import { type ChartBlock, drawChart, drawGantt, type GanttBlock } from './draw-chart.ts'
import { fixedBytes, officeParts } from './fixed-bytes.ts'
import { openDeck } from './open-deck.ts'

/** A chart as an office file holds it: its drawing and the sheet of its figures. */
export type NativeChart = { xml: string; sheet: Uint8Array }

const SLIDE = { x: 0, y: 0, w: 6.3, h: 3.4 }

/**
 * Charts as parts that any office file can take in, in the order given. They are drawn on slides, whose writer makes
 * native charts, and taken out again: text and slides then show the same chart.
 */
export async function nativeCharts(
  blocks: readonly (ChartBlock | GanttBlock)[],
  document: ReportDocument,
  at: string,
): Promise<NativeChart[]> {
  if (blocks.length === 0) return []
  const deck = openDeck()
  for (const block of blocks) {
    const slide = deck.addSlide()
    if (block.kind === 'chart') drawChart(slide, block, document, SLIDE)
    else drawGantt(slide, block, document, SLIDE)
  }
  const bytes = await deck.write({ outputType: 'uint8array' })
  const parts = officeParts(fixedBytes(bytes as Uint8Array, at))
  return blocks.map((_, i) => {
    const xml = parts[`ppt/charts/chart${i + 1}.xml`]
    const sheet = parts[`ppt/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`]
    if (!xml || !sheet) throw new Error(`the slide writer made no chart ${i + 1}`)
    return { xml: strFromU8(xml), sheet }
  })
}
