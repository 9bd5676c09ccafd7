import type { DocumentBlock } from '@zhanggui/contract'
import type { ChartOption } from '../../../charts/chart-option.ts'
import { buildLineOption } from '../../../charts/line-option.ts'
import type { ChartWords, Series } from '../../../charts/series.ts'
import { buildStackedOption } from '../../../charts/stacked-option.ts'
import { SERIES_COLOURS } from '../../../theme/series-colours.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

export type ChartBlock = Extract<DocumentBlock, { kind: 'chart' }>

/** A chart of a document in the page's own look: what is pale there is pale here. */
export function chartOf({ type, series, categories }: ChartBlock, words: ChartWords, theme: Theme): ChartOption {
  const colours = SERIES_COLOURS[theme.appearance]
  const own: Series[] = series.map(({ name, values, pale = false }, i) => ({
    name,
    values,
    pale,
    colour: pale ? theme.pale : (colours[i] ?? theme.accent),
  }))
  if (type === 'line') return buildLineOption({ keys: categories, series: own, words }, theme)
  const option = buildStackedOption({ keys: categories, series: own, words, totalName: '' }, theme)
  if (type === 'stacked') return option
  // Bars beside each other are the same bars, not piled up.
  const bars = (Array.isArray(option.series) ? option.series : []).map((one, i) => ({ ...one, stack: `bar-${i}` }))
  return { ...option, series: bars } as ChartOption
}
