import type { Theme } from '../theme/theme-provider.tsx'
import { baseOption, quietCategoryAxis, quietValueAxis } from './base-option.ts'
import type { ChartOption } from './chart-option.ts'
import type { ChartWords } from './series.ts'
import { tooltipHtml } from './tooltip.ts'

export type WaterfallStep = { name: string; effect: number }
/** `narrow`: a phone, where names stand askew so that each keeps its bar. */
export type WaterfallData = {
  narrow?: boolean
  start: { name: string; value: number }
  steps: WaterfallStep[]
  end: { name: string; value: number }
  words: ChartWords
}

/** Where each bar floats: its lower end and its height; the ends stand on zero. */
export function waterfallBars({
  start,
  steps,
  end,
}: WaterfallData): { name: string; base: number; height: number; effect: number | null }[] {
  let level = start.value
  const floating = steps.map(({ name, effect }) => {
    const next = level + effect
    const bar = { name, base: Math.min(level, next), height: Math.abs(effect), effect }
    level = next
    return bar
  })
  return [
    { name: start.name, base: 0, height: start.value, effect: null },
    ...floating,
    { name: end.name, base: 0, height: end.value, effect: null },
  ]
}

/** From one figure, cause by cause, to another: rising bars add, falling ones take away. */
export function buildWaterfallOption(data: WaterfallData, theme: Theme): ChartOption {
  const bars = waterfallBars(data)
  const base = baseOption(theme)
  const colour = (effect: number | null): string => {
    if (effect === null) return theme.accent
    return effect >= 0 ? theme.rise : theme.fall
  }
  return {
    ...base,
    grid: { ...base.grid, top: 28 },
    tooltip: {
      ...base.tooltip,
      axisPointer: { type: 'shadow' },
      formatter: (given: unknown) => {
        const [first] = Array.isArray(given) ? given : [given]
        const bar = bars[(first as { dataIndex: number }).dataIndex]
        if (!bar) return ''
        const value = bar.effect ?? bar.height
        return tooltipHtml(bar.name, [{ label: '', value: data.words.exact(value), colour: colour(bar.effect) }])
      },
    },
    xAxis: {
      ...quietCategoryAxis(theme),
      data: bars.map((b) => b.name),
      axisLabel: {
        color: theme.inkSoft,
        interval: 0,
        ...(data.narrow ? { fontSize: 11, rotate: 40 } : { fontSize: 12, width: 84, overflow: 'break' as const }),
      },
    },
    yAxis: quietValueAxis(theme, data.words),
    series: [
      {
        type: 'bar',
        stack: 'gap',
        silent: true,
        data: bars.map((b) => b.base),
        itemStyle: { color: 'transparent' },
        emphasis: { disabled: true },
      },
      {
        type: 'bar',
        stack: 'gap',
        barMaxWidth: 56,
        data: bars.map((b) => ({ value: b.height, itemStyle: { color: colour(b.effect), borderRadius: 3 } })),
        label: {
          show: true,
          position: 'top',
          color: theme.inkSoft,
          fontSize: data.narrow ? 10 : 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const bar = bars[dataIndex]
            return bar ? data.words.short(bar.effect ?? bar.height) : ''
          },
        },
        emphasis: { disabled: true },
      },
    ],
  } as ChartOption
}
