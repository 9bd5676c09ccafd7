import { escapeHtml } from './escape-html.ts'

export type TooltipRow = { label: string; value: string; colour?: string }

const dot = (colour: string | undefined): string =>
  colour
    ? `<i style="display:inline-block;width:8px;height:8px;border-radius:4px;margin-right:8px;background:${escapeHtml(colour)}"></i>`
    : ''

/** A tooltip as HTML: a heading, then rows of label and figure. Everything is escaped. */
export function tooltipHtml(heading: string, rows: readonly TooltipRow[]): string {
  const body = rows.map(
    ({ label, value, colour }) =>
      `<tr><td style="padding-right:20px">${dot(colour)}${escapeHtml(label)}</td><td style="text-align:right;font-weight:600">${escapeHtml(value)}</td></tr>`,
  )
  return `<div style="margin-bottom:4px;opacity:.75">${escapeHtml(heading)}</div><table style="border-spacing:0">${body.join('')}</table>`
}
