import type { PacingView } from '@zhanggui/contract'
import { baseOption, quietCategoryAxis, quietValueAxis } from '../../../charts/base-option.ts'
import type { ChartOption } from '../../../charts/chart-option.ts'
import type { ChartWords, Series } from '../../../charts/series.ts'
import { axisTooltip } from '../../../charts/tooltip.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

type PacingChart = { days: PacingView['days']; words: ChartWords; names: { planned: string; spent: string } }

/** What was spent as bars before the plan as pale bars, day by day, from zero. */
export function buildPacingOption({ days, words, names }: PacingChart, theme: Theme): ChartOption {
  const keys = days.map(({ day }) => day)
  const series: Series[] = [
    { name: names.planned, values: days.map((d) => d.plannedCents), colour: theme.pale, pale: true },
    { name: names.spent, values: days.map((d) => d.spentCents), colour: theme.accentSolid },
  ]
  const base = baseOption(theme)
  return {
    ...base,
    tooltip: { ...base.tooltip, formatter: axisTooltip(keys, series, words) },
    xAxis: {
      ...quietCategoryAxis(theme),
      data: keys,
      axisLabel: { ...quietCategoryAxis(theme).axisLabel, formatter: words.axis },
    },
    yAxis: quietValueAxis(theme, words),
    series: series.map((one) => ({
      type: 'bar' as const,
      name: one.name,
      data: one.values,
      color: one.colour,
      barMaxWidth: 26,
      barGap: '10%',
      emphasis: { disabled: true },
    })),
  } as ChartOption
}
