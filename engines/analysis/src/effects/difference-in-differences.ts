import { type Difference, meanDifference } from '../parts/mean-difference.ts'

/** One unit (a listing, a shop, a city) before and after; the figure of an ordinary day, or whatever is compared. */
export type UnitChange = { id: string; before: number; after: number }

export type EffectEstimate = {
  /** What the treated changed beyond the control's change; null with fewer than two units on a side. */
  effect: Difference | null
  treatedChange: number | null
  controlChange: number | null
  /** The effect against what the treated would have been without it; null when that is zero. */
  share: number | null
  units: { treated: number; control: number }
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, v) => sum + v, 0) / values.length
const changesOf = (units: readonly UnitChange[]): number[] => units.map(({ before, after }) => after - before)

/**
 * What a change did to those who got it: their change less the change of those left alone (P3.26). What happened to both, such as a
 * season or a promotion, cancels out, and so does every lasting difference between the two groups.
 * Shape: in the figure's unit, 95 % bounds. Each unit counts once, with its own change: days of one unit hang together, and counting
 * them as independent makes chance look like an effect (Bertrand, Duflo & Mullainathan 2004).
 * Source: Card & Krueger (1994), American Economic Review 84, table 3.
 */
export function differenceInDifferences(
  treated: readonly UnitChange[],
  control: readonly UnitChange[],
): EffectEstimate {
  const effect = meanDifference(changesOf(control), changesOf(treated))
  const [treatedChange, controlChange] = [meanOf(changesOf(treated)), meanOf(changesOf(control))]
  const before = meanOf(treated.map((unit) => unit.before))
  const without = before === null || controlChange === null ? null : before + controlChange
  return {
    effect,
    treatedChange,
    controlChange,
    share: effect === null || without === null || without === 0 ? null : effect.mean / without,
    units: { treated: treated.length, control: control.length },
  }
}
