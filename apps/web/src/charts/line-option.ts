import type { Theme } from '../theme/theme-provider.tsx'
import { baseOption, quietCategoryAxis, quietValueAxis } from './base-option.ts'
import type { ChartOption } from './chart-option.ts'
import { fittingNames } from './fitting-names.ts'
import type { ChartWords, Series, Span } from './series.ts'
import { axisTooltip } from './tooltip.ts'

export type LineData = { keys: string[]; series: Series[]; spans?: Span[]; words: ChartWords; plotWidth?: number }

/** Width of a plot on a desk and on a phone, roughly: names of campaigns are chosen to fit it. */
export const WIDE_PLOT_PX = 640
export const NARROW_PLOT_PX = 250

/** A colour with an alpha, from `#rrggbb`. */
const faded = (hex: string, alpha: number): string => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgba(${r}, ${g}, ${b}, ${alpha})`
}

function lineOf(series: Series, alone: boolean): object {
  const area = alone && !series.pale
  return {
    type: 'line',
    name: series.name,
    data: series.values,
    showSymbol: series.values.filter((value) => value !== null).length === 1,
    symbolSize: 6,
    connectNulls: false,
    color: series.colour,
    lineStyle: { width: series.pale ? 1.5 : 2.25, color: series.colour },
    emphasis: { disabled: true },
    z: series.pale ? 1 : 2,
    ...(area ? { areaStyle: { color: faded(series.colour, 0.08) } } : {}),
  }
}

/** Campaign days as a band with their name above; a line that is already there carries the marks. */
function bands(spans: readonly Span[], theme: Theme): object {
  return {
    type: 'line',
    data: [],
    silent: true,
    markArea: {
      silent: true,
      itemStyle: { color: theme.band },
      label: { color: theme.inkFaint, fontSize: 11, position: 'insideTop', distance: -16 },
      data: spans.map((span) => [{ name: span.name, xAxis: span.from }, { xAxis: span.to }]),
    },
  }
}

/** A period in words, with the campaign it belongs to. */
const namedKey =
  (words: ChartWords, spans: readonly Span[]) =>
  (key: string): string => {
    const span = spans.find(({ from, to }) => from <= key && key <= to)
    return span ? `${words.full(key)} · ${span.name}` : words.full(key)
  }

/**
 * The course of figures over periods: one strong line, comparisons pale behind it, campaign days as bands.
 * Shape: `values` line up with `keys`; a null leaves a gap.
 */
export function buildLineOption(
  { keys, series, spans = [], words, plotWidth = WIDE_PLOT_PX }: LineData,
  theme: Theme,
): ChartOption {
  const strong = series.filter(({ pale }) => !pale)
  return {
    ...baseOption(theme),
    // Names of campaigns stand above the plot.
    grid: { ...baseOption(theme).grid, top: spans.length > 0 ? 26 : 12 },
    tooltip: {
      ...baseOption(theme).tooltip,
      formatter: axisTooltip(keys, series, { ...words, full: namedKey(words, spans) }),
    },
    xAxis: {
      ...quietCategoryAxis(theme),
      data: keys,
      boundaryGap: keys.length === 1 || spans.some((span) => span.from === span.to),
      axisLabel: { ...quietCategoryAxis(theme).axisLabel, formatter: words.axis },
    },
    yAxis: quietValueAxis(theme, words),
    series: [
      ...series.map((one) => lineOf(one, strong.length === 1)),
      ...(spans.length > 0 ? [bands(fittingNames(spans, keys, plotWidth), theme)] : []),
    ],
  } as ChartOption
}
