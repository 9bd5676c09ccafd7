import { FONT } from '../theme/font.ts'
import type { Theme } from '../theme/theme-provider.tsx'
import type { ChartOption } from './chart-option.ts'
import type { ChartWords } from './series.ts'

/** What every chart shares: type, quiet axes, one tooltip look. Spread it first. */
export function baseOption(theme: Theme): ChartOption {
  return {
    animation: !theme.still,
    animationDuration: 300,
    textStyle: { fontFamily: FONT, color: theme.inkSoft },
    aria: { enabled: true },
    grid: { left: 4, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: theme.raised,
      borderColor: theme.line,
      padding: [10, 14],
      textStyle: { color: theme.ink, fontSize: 13 },
      extraCssText: 'box-shadow: 0 6px 24px rgba(0,0,0,.12); border-radius: 10px; font-variant-numeric: tabular-nums;',
      axisPointer: { type: 'line', lineStyle: { color: theme.lineStrong, width: 1 } },
    },
  }
}

/** An axis of names or periods: no ticks, a hair line, soft labels. */
export const quietCategoryAxis = (theme: Theme) => ({
  type: 'category' as const,
  axisTick: { show: false },
  axisLine: { lineStyle: { color: theme.line } },
  axisLabel: { color: theme.inkFaint, fontSize: 12, hideOverlap: true },
})

/** An axis of figures, from zero, with pale guides. Zero is plain: no unit makes it more or less. */
export const quietValueAxis = (theme: Theme, words: ChartWords) => ({
  type: 'value' as const,
  splitNumber: 4,
  axisLabel: {
    color: theme.inkFaint,
    fontSize: 12,
    hideOverlap: true,
    // Ticks are round numbers.
    formatter: (value: number) => (value === 0 ? '0' : words.short(value).replace(/\.0+(?=%|$)/, '')),
  },
  splitLine: { lineStyle: { color: theme.line, width: 1 } },
})
