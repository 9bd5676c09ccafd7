import type { Theme } from '../theme/theme-provider.tsx'
import { baseOption, quietCategoryAxis, quietValueAxis } from './base-option.ts'
import type { ChartOption } from './chart-option.ts'
import type { ChartWords, Series } from './series.ts'
import { axisTooltip } from './tooltip.ts'

export type StackedData = { keys: string[]; series: Series[]; words: ChartWords; totalName: string }

/** Parts of a whole over periods. Only for figures that add up. The tooltip gives the total too. */
export function buildStackedOption({ keys, series, words, totalName }: StackedData, theme: Theme): ChartOption {
  const base = baseOption(theme)
  return {
    ...base,
    tooltip: { ...base.tooltip, formatter: axisTooltip(keys, series, words, totalName) },
    xAxis: {
      ...quietCategoryAxis(theme),
      data: keys,
      axisLabel: { ...quietCategoryAxis(theme).axisLabel, formatter: words.axis },
    },
    yAxis: quietValueAxis(theme, words),
    series: series.map((one) => ({
      type: 'bar' as const,
      name: one.name,
      stack: 'whole',
      data: one.values,
      color: one.colour,
      barMaxWidth: 28,
      barCategoryGap: '28%',
      emphasis: { disabled: true },
    })),
  } as ChartOption
}
