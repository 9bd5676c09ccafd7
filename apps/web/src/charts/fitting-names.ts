import type { Span } from './series.ts'

/** Room for one character of a name, as a share of the plot's width: 11 px of some 640. Latin takes half of a Chinese one. */
const CHARACTER = 11 / 640

const widthOf = (name: string): number =>
  [...name].reduce((all, sign) => all + (sign > '\u2e80' ? CHARACTER : CHARACTER * 0.55), 0)

/**
 * Spans with the names that fit above the plot without touching; the others keep their band and lose their name.
 * Earlier names win, so that a longer axis does not change which ones are read first.
 */
export function fittingNames(spans: readonly Span[], keys: readonly string[]): Span[] {
  let taken = Number.NEGATIVE_INFINITY
  return spans.map((span) => {
    const centre = (keys.indexOf(span.from) + keys.indexOf(span.to)) / 2 / Math.max(keys.length - 1, 1)
    const half = widthOf(span.name) / 2
    if (centre - half < taken) return { ...span, name: '' }
    taken = centre + half + CHARACTER
    return span
  })
}
