import type { AovChange } from '@zhanggui/contract'
import { baseOption, quietCategoryAxis, quietValueAxis } from '../../../../charts/base-option.ts'
import type { ChartOption } from '../../../../charts/chart-option.ts'
import type { ChartWords, Series } from '../../../../charts/series.ts'
import { axisTooltip } from '../../../../charts/tooltip.ts'
import type { Theme } from '../../../../theme/theme-provider.tsx'

/** Categories that a picture has room for; the table has them all. */
const SHOWN = 8

type EffectsData = {
  effects: AovChange['effects']
  words: ChartWords
  names: { mix: string; price: string; unknown: string }
}

/** What each category does to AOV, the strongest first: mix and price beside each other, from zero. */
export function buildAovEffectsOption({ effects, words, names }: EffectsData, theme: Theme): ChartOption {
  const shown = effects.slice(0, SHOWN)
  const keys = shown.map(({ category }) => category || names.unknown)
  const series: Series[] = [
    { name: names.mix, values: shown.map((e) => e.mix), colour: theme.pale },
    { name: names.price, values: shown.map((e) => e.price), colour: theme.accentSolid },
  ]
  const base = baseOption(theme)
  return {
    ...base,
    tooltip: { ...base.tooltip, axisPointer: { type: 'shadow' }, formatter: axisTooltip(keys, series, words) },
    xAxis: { ...quietCategoryAxis(theme), data: keys },
    yAxis: quietValueAxis(theme, words),
    series: series.map((one) => ({
      type: 'bar' as const,
      name: one.name,
      data: one.values,
      color: one.colour,
      barMaxWidth: 28,
      barGap: '10%',
      emphasis: { disabled: true },
    })),
  } as ChartOption
}
