import type { ForecastLine } from '@zhanggui/contract'
import { baseOption, quietCategoryAxis, quietValueAxis } from '../../../charts/base-option.ts'
import type { ChartOption } from '../../../charts/chart-option.ts'
import type { ChartWords } from '../../../charts/series.ts'
import { tooltipHtml } from '../../../charts/tooltip.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

type Names = { history: string; forecast: string; bands: readonly string[] }

/** Periods of history shown: enough to see the course, not so many that the forecast is a sliver. */
const shownHistory = (line: ForecastLine): ForecastLine['history'] =>
  line.history.slice(-Math.max(60, 2 * line.values.length))

const faded = (hex: string, alpha: string): string => `${hex}${alpha}`

/** One interval: an invisible floor and the band on top of it. The widest is palest and lies behind. */
function bandSeries(line: ForecastLine, level: number, style: { pad: null[]; name: string; colour: string }): object[] {
  const { pad, name, colour } = style
  const common = { type: 'line', stack: `band-${level}`, stackStrategy: 'all', symbol: 'none', silent: true, z: 1 }
  const width = (v: ForecastLine['values'][number]): number => (v.upper[level] ?? v.mean) - (v.lower[level] ?? v.mean)
  return [
    { ...common, data: [...pad, ...line.values.map((v) => v.lower[level] ?? v.mean)], lineStyle: { opacity: 0 } },
    {
      ...common,
      name,
      color: colour,
      data: [...pad, ...line.values.map(width)],
      lineStyle: { opacity: 0 },
      areaStyle: { color: colour },
    },
  ]
}

/** The course so far, the forecast after it, and how sure it is. Shape: bands in the order of the line's levels. */
export function buildForecastOption(line: ForecastLine, names: Names, words: ChartWords, theme: Theme): ChartOption {
  const history = shownHistory(line)
  const keys = [...history, ...line.values].map(({ period }) => period)
  const pad = history.map(() => null)
  const base = baseOption(theme)
  const shades = ['3d', '1f']
  const strong = { type: 'line', symbol: 'none', emphasis: { disabled: true }, z: 3 }
  const last = history.at(-1)?.value ?? null
  return {
    ...base,
    tooltip: { ...base.tooltip, formatter: forecastTooltip(line, history, names, words) },
    xAxis: {
      ...quietCategoryAxis(theme),
      data: keys,
      boundaryGap: false,
      axisLabel: { ...quietCategoryAxis(theme).axisLabel, formatter: words.axis },
    },
    yAxis: quietValueAxis(theme, words),
    series: [
      ...names.bands
        .map((name, level) =>
          bandSeries(line, level, { pad, name, colour: faded(theme.accent, shades[level] ?? '1f') }),
        )
        .reverse()
        .flat(),
      {
        ...strong,
        name: names.history,
        color: theme.inkFaint,
        lineStyle: { width: 1.75, color: theme.inkFaint },
        data: [...history.map(({ value }) => value), ...line.values.map(() => null)],
      },
      {
        ...strong,
        name: names.forecast,
        color: theme.accent,
        lineStyle: { width: 2.25, color: theme.accent },
        // Begins at the last known figure, so that the two are one course.
        data: [...pad.slice(1), last, ...line.values.map(({ mean }) => mean)],
      },
    ],
  } as ChartOption
}

type AxisEvent = { dataIndex?: number }

function forecastTooltip(line: ForecastLine, history: ForecastLine['history'], names: Names, words: ChartWords) {
  return (event: AxisEvent | AxisEvent[]): string => {
    const at = (Array.isArray(event) ? event[0] : event)?.dataIndex ?? 0
    const past = history[at]
    if (past) return tooltipHtml(words.full(past.period), [{ label: names.history, value: words.exact(past.value) }])
    const ahead = line.values[at - history.length]
    if (!ahead) return ''
    const bands = names.bands.map((label, level) => ({
      label,
      value: `${words.exact(ahead.lower[level] ?? null)} – ${words.exact(ahead.upper[level] ?? null)}`,
    }))
    return tooltipHtml(words.full(ahead.period), [{ label: names.forecast, value: words.exact(ahead.mean) }, ...bands])
  }
}
