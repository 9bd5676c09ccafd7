import { escapeHtml } from './escape-html.ts'
import type { ChartWords, Series } from './series.ts'

export type TooltipRow = { label: string; value: string; colour?: string }

const dot = (colour: string | undefined): string =>
  colour
    ? `<i style="display:inline-block;width:8px;height:8px;border-radius:4px;margin-right:8px;background:${escapeHtml(colour)}"></i>`
    : ''

const line = ({ label, value, colour }: TooltipRow): string =>
  `<tr><td style="padding-right:20px">${dot(colour)}${escapeHtml(label)}</td><td style="text-align:right;font-weight:600">${escapeHtml(value)}</td></tr>`

/** A tooltip as HTML: a heading, then rows of label and figure. Everything is escaped. */
export function tooltipHtml(heading: string, rows: readonly TooltipRow[]): string {
  const title = `<div style="margin-bottom:4px;opacity:.75">${escapeHtml(heading)}</div>`
  return `${title}<table style="border-spacing:0">${rows.map(line).join('')}</table>`
}

/** Comparisons stay under their figure; several equal lines are sorted by size. */
function inReadingOrder(series: readonly Series[], at: number): Series[] {
  const strong = series.filter(({ pale }) => !pale)
  if (strong.length === 1) return [...series]
  return [...series].sort(
    (a, b) => (b.values[at] ?? Number.NEGATIVE_INFINITY) - (a.values[at] ?? Number.NEGATIVE_INFINITY),
  )
}

type AxisEvent = { dataIndex?: number }

/**
 * A tooltip for everything at one place of the axis, with the total when the parts make one.
 * Shape: what ECharts hands an axis tooltip; only the index is used, the figures come from the series themselves.
 */
export function axisTooltip(keys: readonly string[], series: readonly Series[], words: ChartWords, totalName?: string) {
  return (event: AxisEvent | AxisEvent[]): string => {
    const at = (Array.isArray(event) ? event[0] : event)?.dataIndex ?? 0
    const rows = inReadingOrder(series, at).map(({ name, values, colour }) => ({
      label: name,
      value: words.exact(values[at] ?? null),
      colour,
    }))
    const known = series.map(({ values }) => values[at] ?? null).filter((value) => value !== null)
    const total = known.reduce((sum, value) => sum + value, 0)
    const all = totalName && known.length > 0 ? [{ label: totalName, value: words.exact(total) }, ...rows] : rows
    return tooltipHtml(words.full(keys[at] ?? ''), all)
  }
}
