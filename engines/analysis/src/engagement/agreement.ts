const pairs = (count: number): number => (count * (count - 1)) / 2

function tally(labels: readonly (string | number)[]): number {
  const counts = new Map<string | number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0)
}

/**
 * How much two groupings of the same people agree: 1 when they are the same under other names, about 0 when only by chance.
 * Source: adjusted Rand index, Hubert & Arabie (1985). Errors: 1 when both put everybody into one group.
 */
export function agreement(a: readonly number[], b: readonly number[]): number {
  const both = tally(a.map((label, i) => `${label} ${b[i]}`))
  const [inA, inB] = [tally(a), tally(b)]
  const expected = (inA * inB) / pairs(a.length)
  const most = (inA + inB) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}
