import type { Holder, NoRoom } from './implied-bounds.ts'
import type { SumProblem } from './sum-problem.ts'

/**
 * Why the sums cannot hold. `goals` are the fewest whose locks, floors and caps contradict each other: give one of them way
 * and the rest fits. At `at` they ask for at least `low` where at most `high` is allowed; `by` is the difference.
 */
export type SumConflict = {
  at: string
  goals: readonly string[]
  low: number | null
  high: number | null
  by: number | null
}

/** The largest lower bounds first, until they alone are too much: no smaller set is. */
function fewest(holders: readonly Holder[], room: number): Holder[] {
  const named: Holder[] = []
  let sum = 0
  for (const holder of [...holders].sort((a, b) => b.amount - a.amount || a.place - b.place)) {
    if (sum > room) break
    named.push(holder)
    sum += holder.amount
  }
  return named
}

const anyNegative = (holders: readonly Holder[]): boolean => holders.some((h) => h.amount < 0)

/** Names the goals behind a place without room, the place itself first when its own bound takes part. */
export function nameConflict(problem: SumProblem, { place, low, high, lowBy, highBy }: NoRoom): SumConflict {
  const lows = anyNegative(lowBy) ? lowBy : fewest(lowBy, high)
  const places = new Set([...highBy, ...lows].map((h) => h.place))
  const ids = [...places].sort((a, b) => Number(b === place) - Number(a === place)).map((p) => problem.ids[p] ?? '')
  return { at: problem.ids[place] ?? '', goals: ids, low, high, by: low - high }
}
