import type { DualState } from './dual-state.ts'
import type { Sum } from './sum-problem.ts'

const ROUNDS = 60

type Look = { residual: number; slope: number; toNextUp: number; toNextDown: number }

/** The sum with its price moved by `step`: how far it is from holding, how fast that changes, where the next bound lets go. */
function look(state: DualState, sum: Sum, step: number): Look {
  const { low, high, scale } = state.problem
  const seen: Look = { residual: 0, slope: 0, toNextUp: Number.POSITIVE_INFINITY, toNextDown: Number.POSITIVE_INFINITY }
  const at = (place: number, sign: number): void => {
    const size = scale[place] ?? 1
    const free = (state.free[place] ?? 0) + sign * step * size
    seen.residual += sign * state.valueAt(place, free)
    seen.slope += state.slopeAt(place, free)
    const [under, over] = [(low[place] ?? 0) - free, free - (high[place] ?? 0)]
    if (low[place] === high[place]) return
    if (under >= 0) upOrDown(sign, under / size)
    else if (over >= 0) upOrDown(-sign, over / size)
  }
  const upOrDown = (sign: number, distance: number): void => {
    if (sign > 0) seen.toNextUp = Math.min(seen.toNextUp, distance)
    else seen.toNextDown = Math.min(seen.toNextDown, distance)
  }
  for (const c of sum.children) at(c, 1)
  at(sum.parent, -1)
  return seen
}

/** The next try: a Newton step while something moves, else to where the next place leaves its bound. */
function nextStep(step: number, seen: Look): number {
  if (seen.slope > 0) return step - seen.residual / seen.slope
  return seen.residual < 0 ? step + nudge(seen.toNextUp) : step - nudge(seen.toNextDown)
}

/** A little past the bound, so that the place is seen to move. */
const nudge = (distance: number): number => distance * (1 + 1e-9) + 1e-12

/**
 * Moves one sum's price until the sum holds, the others left as they are. The residual never falls as the price rises, so
 * a bracket around the solution keeps every try safe. A sum that cannot hold alone is left unmoved.
 */
export function settleSum(state: DualState, sum: Sum, tolerance: number): void {
  let [below, above] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let step = 0
  for (let round = 0; round < ROUNDS; round++) {
    const seen = look(state, sum, step)
    if (Math.abs(seen.residual) <= tolerance) break
    if (seen.residual < 0) below = step
    else above = step
    let next = nextStep(step, seen)
    if (!Number.isFinite(next)) return
    if (!(next > below && next < above)) next = Number.isFinite(below + above) ? (below + above) / 2 : next
    if (next === step) break
    step = next
  }
  if (step !== 0) state.move(sum, step)
}
