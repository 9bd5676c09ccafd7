import type { Span } from './series.ts'

/** Pixels of one Chinese character of a name; a Latin one takes about half. */
const CHARACTER_PX = 11

const widthOf = (name: string): number =>
  [...name].reduce((all, sign) => all + (sign > '\u2e80' ? CHARACTER_PX : CHARACTER_PX * 0.55), 0)

/**
 * Spans with the names that fit above the plot without touching; the others keep their band and lose their name.
 * Earlier names win, so that a longer axis does not change which ones are read first. `width`: of the plot, in pixels.
 */
export function fittingNames(spans: readonly Span[], keys: readonly string[], width: number): Span[] {
  let taken = Number.NEGATIVE_INFINITY
  return spans.map((span) => {
    const middle = (keys.indexOf(span.from) + keys.indexOf(span.to)) / 2
    const centre = (middle / Math.max(keys.length - 1, 1)) * width
    const half = widthOf(span.name) / 2
    if (centre - half < taken) return { ...span, name: '' }
    taken = centre + half + CHARACTER_PX
    return span
  })
}
