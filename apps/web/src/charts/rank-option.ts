import type { Theme } from '../theme/theme-provider.tsx'
import { baseOption, quietCategoryAxis, quietValueAxis } from './base-option.ts'
import type { ChartOption } from './chart-option.ts'
import type { ChartWords, Series } from './series.ts'
import { axisTooltip } from './tooltip.ts'

export type RankData = { keys: string[]; series: Series[]; words: ChartWords }

/** Height of one row; a ranking is as tall as it is long, so that names never overlap. */
export const RANK_ROW_PX = 30
export const rankHeight = (rows: number): number => Math.max(120, rows * RANK_ROW_PX + 40)

/** A ranking: horizontal bars from zero, the first on top, the comparison as a pale bar beneath. */
export function buildRankOption({ keys, series, words }: RankData, theme: Theme): ChartOption {
  const base = baseOption(theme)
  return {
    ...base,
    grid: { ...base.grid, right: 72 },
    tooltip: { ...base.tooltip, axisPointer: { type: 'shadow' }, formatter: axisTooltip(keys, series, words) },
    yAxis: {
      ...quietCategoryAxis(theme),
      data: keys,
      inverse: true,
      axisLabel: { color: theme.inkSoft, fontSize: 12.5, width: 150, overflow: 'truncate', formatter: words.axis },
    },
    xAxis: quietValueAxis(theme, words),
    series: series.map((one) => ({
      type: 'bar' as const,
      name: one.name,
      data: one.values,
      color: one.colour,
      barMaxWidth: one.pale ? 5 : 16,
      barGap: '20%',
      itemStyle: { borderRadius: [0, 3, 3, 0] },
      label: one.pale
        ? { show: false }
        : {
            show: true,
            position: 'right' as const,
            color: theme.inkSoft,
            formatter: (p: { value: unknown }) => words.short(asNumber(p.value)),
          },
      emphasis: { disabled: true },
    })),
  } as ChartOption
}

const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null)
