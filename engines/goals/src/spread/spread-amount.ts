import { allocate, cents, err, ok, type Result } from '@zhanggui/kernel'

/** One part of a spread. `locked` keeps its value. No floor: nothing less than 0. */
export type SpreadPart = {
  id: string
  weight: number
  floor: number | null
  cap: number | null
  locked: number | null
}

/**
 * Why a total cannot be spread: the bounds of `parts` together leave no room, `by` how much.
 * `floorsExceed`: locks and floors ask for more than there is; `capsFallShort`: with every cap reached, some is left over.
 */
export type SpreadConflict = { code: 'floorsExceed' | 'capsFallShort'; parts: readonly string[]; by: number }

type Open = { index: number; weight: number; low: number; high: number }

/** Weights as whole numbers for the exact split; the largest becomes about 10^12, so that ratios keep twelve digits. */
function wholeWeights(parts: readonly Open[]): number[] {
  const largest = Math.max(...parts.map((p) => p.weight))
  if (!(largest > 0)) return parts.map(() => 1)
  return parts.map((p) => Math.round((p.weight / largest) * 1e12))
}

const lowOf = (p: SpreadPart): number => p.locked ?? Math.ceil(p.floor ?? 0)
const highOf = (p: SpreadPart): number => p.locked ?? (p.cap === null ? Number.POSITIVE_INFINITY : Math.floor(p.cap))

/** The fewest parts whose lower bounds exceed the total: the largest first. */
function fewestAbove(total: number, parts: readonly SpreadPart[]): string[] {
  const named: string[] = []
  let sum = 0
  for (const part of [...parts].sort((a, b) => lowOf(b) - lowOf(a))) {
    if (sum > total) break
    named.push(part.id)
    sum += lowOf(part)
  }
  return named
}

function conflictOf(total: number, parts: readonly SpreadPart[]): SpreadConflict | null {
  const low = parts.reduce((sum, p) => sum + lowOf(p), 0)
  if (low > total) return { code: 'floorsExceed', parts: fewestAbove(total, parts), by: low - total }
  const high = parts.reduce((sum, p) => sum + highOf(p), 0)
  if (high < total) return { code: 'capsFallShort', parts: parts.map((p) => p.id), by: total - high }
  return null
}

type Pushed = { part: Open; value: number; by: number }

/** Parts that a proportional split would push over a bound, with the bound as their value; null when there are none. */
function pushedOut(open: readonly Open[], shares: readonly number[]): Pushed[] | null {
  const bounded = open.map((part, i) => {
    const share = shares[i] ?? 0
    const value = Math.min(Math.max(share, part.low), part.high)
    return { part, value, by: value - share }
  })
  const short = bounded.filter((p) => p.by > 0)
  const over = bounded.filter((p) => p.by < 0)
  if (short.length + over.length === 0) return null
  const moved = (side: readonly Pushed[]): number => side.reduce((sum, p) => sum + Math.abs(p.by), 0)
  // Only the side that moves more is final: what it takes or gives back may bring the other side within its bounds.
  return moved(short) >= moved(over) ? short : over
}

/**
 * Spreads a whole amount over parts by weight, within their bounds, so that the parts add up to it exactly.
 * Left-over units go to the largest remainders, ties to the earlier part. When every open weight is 0 the rest is spread
 * evenly. Shape: one whole value a part, in order. Errors: the conflict with the parts that make it, and by how much.
 * @example spreadAmount(100, [part('a', 1), part('b', 1), part('c', 1)]) // 34, 33, 33
 */
export function spreadAmount(total: number, parts: readonly SpreadPart[]): Result<number[], SpreadConflict> {
  const conflict = conflictOf(total, parts)
  if (conflict) return err(conflict)
  const values = parts.map((p) => p.locked ?? 0)
  let open: Open[] = parts.flatMap((p, index) =>
    p.locked === null ? [{ index, weight: p.weight, low: lowOf(p), high: highOf(p) }] : [],
  )
  let left = total - values.reduce((sum, v) => sum + v, 0)
  while (open.length > 0) {
    const shares = allocate(cents(left), wholeWeights(open))
    const fixed = pushedOut(open, shares)
    for (const { part, value } of fixed ?? open.map((part, i) => ({ part, value: shares[i] ?? 0 }))) {
      values[part.index] = value
      left -= value
    }
    if (!fixed) break
    const gone = new Set(fixed.map((f) => f.part))
    open = open.filter((p) => !gone.has(p))
  }
  return ok(values)
}
