import type { Sum } from './sum-problem.ts'

type Values = (number | null)[]

const isKnown = (v: number | null | undefined): v is number => v !== null && v !== undefined

/** A blank whole whose parts are all known is their sum. Finer sums first, so that wholes of wholes follow. */
function fillWholes(sums: readonly Sum[], values: Values): void {
  for (let found = true; found; ) {
    found = false
    for (const { parent, children } of sums) {
      if (isKnown(values[parent])) continue
      const parts = children.map((c) => values[c])
      if (!parts.every(isKnown)) continue
      values[parent] = parts.reduce((a, b) => a + b, 0)
      found = true
    }
  }
}

/** Blank parts of a known whole share what its known parts leave, by weight. */
function fillParts({ parent, children }: Sum, values: Values, weigh: (place: number) => number): boolean {
  const whole = values[parent]
  const blanks = children.filter((c) => !isKnown(values[c]))
  if (!isKnown(whole) || blanks.length === 0) return false
  const left = Math.max(0, whole - children.reduce((sum, c) => sum + (values[c] ?? 0), 0))
  const weight = blanks.reduce((sum, c) => sum + weigh(c), 0)
  for (const c of blanks) values[c] = weight > 0 ? (left * weigh(c)) / weight : left / blanks.length
  return true
}

/**
 * Where to look for the blanks of some sums: what the known targets leave for them. Blanks that nothing bounds start at 0.
 * Shape: a value a place; known ones as they are.
 */
export function guessBlanks(
  sums: readonly Sum[],
  known: readonly (number | null)[],
  weigh: (place: number) => number,
): number[] {
  const values: Values = [...known]
  for (let found = true; found; ) {
    fillWholes(sums, values)
    found = false
    for (const sum of sums) found = fillParts(sum, values, weigh) || found
  }
  return values.map((v) => v ?? 0)
}
