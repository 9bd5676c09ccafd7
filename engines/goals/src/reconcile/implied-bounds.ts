import type { Sum, SumProblem } from './sum-problem.ts'

/** A place whose own lock, floor or cap is felt elsewhere, and with how much. */
export type Holder = { place: number; amount: number }

/** The least and the most that a place can be, its parts considered, and whose bounds make it so. */
export type Implied = { low: number; high: number; lowBy: readonly Holder[]; highBy: readonly Holder[] }

/** Where a sum leaves no room: at `place`, what must be at least `low` may be at most `high`. */
export type NoRoom = { place: number; low: number; high: number; lowBy: readonly Holder[]; highBy: readonly Holder[] }

/** Places from the finest parts up; every part comes before its whole. */
export function bottomUp(problem: SumProblem): { order: number[]; sumsOf: readonly Sum[][] } {
  const sumsOf: Sum[][] = problem.ids.map(() => [])
  for (const sum of problem.sums) sumsOf[sum.parent]?.push(sum)
  const state = new Uint8Array(problem.ids.length)
  const order: number[] = []
  for (const start of problem.ids.keys()) {
    const stack = [start]
    while (stack.length > 0) {
      const place = stack.at(-1) ?? 0
      if (state[place] === 2) stack.pop()
      else if (state[place] === 1) {
        state[place] = 2
        order.push(place)
        stack.pop()
      } else {
        state[place] = 1
        for (const sum of sumsOf[place] ?? []) for (const c of sum.children) if (state[c] === 0) stack.push(c)
      }
    }
  }
  return { order, sumsOf }
}

function overSum(sum: Sum, implied: readonly Implied[]): Implied {
  const parts = sum.children.map((c) => implied[c]).filter((i) => i !== undefined)
  return {
    low: parts.reduce((acc, p) => acc + p.low, 0),
    high: parts.reduce((acc, p) => acc + p.high, 0),
    lowBy: parts.flatMap((p) => p.lowBy),
    highBy: parts.flatMap((p) => p.highBy),
  }
}

const ownBounds = ({ low, high }: SumProblem, place: number): Implied => {
  const [least, most] = [low[place] ?? 0, high[place] ?? 0]
  return { low: least, high: most, lowBy: [{ place, amount: least }], highBy: [{ place, amount: most }] }
}

/**
 * What each place can be, from the bounds of its parts. For a tree that is exact: a value within every place's bounds can be
 * reached. Where cells lie in two splits it is necessary only.
 * Shape: the bounds by place, or the first place without room, from the finest parts up.
 */
export function impliedBounds(problem: SumProblem): { implied: Implied[]; noRoom: NoRoom | null } {
  const { order, sumsOf } = bottomUp(problem)
  const implied: Implied[] = problem.ids.map((_, place) => ownBounds(problem, place))
  for (const place of order) {
    const all = [ownBounds(problem, place), ...(sumsOf[place] ?? []).map((s) => overSum(s, implied))]
    const tightLow = all.reduce((a, b) => (b.low > a.low ? b : a))
    const tightHigh = all.reduce((a, b) => (b.high < a.high ? b : a))
    const { low, lowBy } = tightLow
    const { high, highBy } = tightHigh
    if (low > high + tolerance(low)) return { implied, noRoom: { place, low, high, lowBy, highBy } }
    implied[place] = { low, high: Math.max(low, high), lowBy, highBy }
  }
  return { implied, noRoom: null }
}

/** Sums of fractions differ in their last digits; whole values below 2^53 do not. */
const tolerance = (size: number): number => (Number.isInteger(size) ? 0 : 1e-9 * Math.max(1, Math.abs(size)))
