import type { Block, ReportDocument } from '../document.ts'
import { formatFigure } from '../format/format-figure.ts'
import { ACCENT, INK_FAINT, LINE, PALE, SERIES } from '../office/theme.ts'
import { escapeHtml } from './escape.ts'

type ChartBlock = Extract<Block, { kind: 'chart' }>
type Style = Pick<ReportDocument, 'currency' | 'language'>

const W = 760
const H = 260
const PLOT = { left: 76, right: 12, top: 12, bottom: 28 }
const TICKS = 4
/** So many names fit below the axis. */
const NAMES_MAX = 12

const innerW = W - PLOT.left - PLOT.right
const innerH = H - PLOT.top - PLOT.bottom

/** The next round number above: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span))
  return ([1, 2, 2.5, 5, 10].find((n) => n * power >= span) ?? 10) * power
}

/** Bounds of the axis that hold every value and 0: bars begin at nothing. */
export function axisBounds(values: readonly number[]): { low: number; high: number; step: number } {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const step = niceStep((most - least || 1) / TICKS)
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step) * step || step, step }
}

const round = (n: number): string => String(Math.round(n * 10) / 10)

type Scale = { x: (i: number) => number; y: (value: number) => number; slot: number }

function scaleOf(block: ChartBlock, bounds: { low: number; high: number }): Scale {
  const slot = innerW / Math.max(1, block.categories.length)
  return {
    slot,
    x: (i) => PLOT.left + slot * (i + 0.5),
    y: (value) => PLOT.top + innerH * (1 - (value - bounds.low) / (bounds.high - bounds.low)),
  }
}

function axis(block: ChartBlock, bounds: ReturnType<typeof axisBounds>, scale: Scale, style: Style): string {
  const lines: string[] = []
  for (let value = bounds.low; value <= bounds.high + bounds.step / 2; value += bounds.step) {
    const y = round(scale.y(value))
    const label = formatFigure({ value, unit: block.unit }, { ...style, form: 'short' })
    lines.push(
      `<line x1="${PLOT.left}" x2="${W - PLOT.right}" y1="${y}" y2="${y}" stroke="#${LINE}"/>`,
      `<text x="${PLOT.left - 8}" y="${y}" text-anchor="end" dominant-baseline="middle">${escapeHtml(label)}</text>`,
    )
  }
  const every = Math.ceil(block.categories.length / NAMES_MAX)
  const names = block.categories.flatMap((name, i) =>
    i % every === 0
      ? [`<text x="${round(scale.x(i))}" y="${H - 8}" text-anchor="middle">${escapeHtml(name)}</text>`]
      : [],
  )
  return [...lines, ...names].join('')
}

function coloursOf(block: ChartBlock): string[] {
  let strong = 0
  return block.series.map(({ pale }) => `#${pale ? PALE : (SERIES[strong++ % SERIES.length] ?? ACCENT)}`)
}

/** A line has a gap where there is no value. */
function linePath(values: readonly (number | null)[], scale: Scale): string {
  let open = false
  return values
    .map((value, i) => {
      if (value === null) {
        open = false
        return ''
      }
      const command = `${open ? 'L' : 'M'}${round(scale.x(i))} ${round(scale.y(value))}`
      open = true
      return command
    })
    .join('')
}

const bar = (x: number, y: [number, number], width: number, colour: string): string =>
  `<rect x="${round(x)}" y="${round(Math.min(...y))}" width="${round(width)}" height="${round(Math.abs(y[0] - y[1]))}" fill="${colour}"/>`

function bars(block: ChartBlock, scale: Scale, colours: readonly string[]): string {
  const stacked = block.type === 'stacked'
  const width = (scale.slot * 0.7) / (stacked ? 1 : block.series.length)
  return block.categories
    .map((_, i) => {
      let base = 0
      return block.series
        .map(({ values }, s) => {
          const value = values[i] ?? null
          if (value === null) return ''
          const left = scale.x(i) - scale.slot * 0.35 + (stacked ? 0 : s * width)
          const from = stacked ? base : 0
          if (stacked) base += value
          return bar(left, [scale.y(from), scale.y(from + value)], width, colours[s] ?? '')
        })
        .join('')
    })
    .join('')
}

function valuesOf(block: ChartBlock): number[] {
  if (block.type !== 'stacked') return block.series.flatMap(({ values }) => values.filter((v) => v !== null))
  return block.categories.map((_, i) => block.series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
}

/** A chart as a picture that needs nothing else: lines and bars from a zero line, names, a legend above. */
export function drawSvg(block: ChartBlock, style: Style): string {
  const bounds = axisBounds(valuesOf(block))
  const scale = scaleOf(block, bounds)
  const colours = coloursOf(block)
  const marks =
    block.type === 'line'
      ? block.series
          .map(
            ({ values }, i) =>
              `<path d="${linePath(values, scale)}" fill="none" stroke="${colours[i]}" stroke-width="2"/>`,
          )
          .reverse()
          .join('')
      : bars(block, scale, colours)
  const legend = block.series
    .map(({ name }, i) => `<span><i style="background:${colours[i]}"></i>${escapeHtml(name)}</span>`)
    .join('')
  return (
    (block.series.length > 1 ? `<div class="legend">${legend}</div>` : '') +
    `<svg viewBox="0 0 ${W} ${H}" role="img" aria-label="${escapeHtml(block.title)}" font-size="11" fill="#${INK_FAINT}">` +
    `${axis(block, bounds, scale, style)}${marks}</svg>`
  )
}
