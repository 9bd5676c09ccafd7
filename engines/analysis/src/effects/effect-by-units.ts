import { differenceInDifferences, type EffectEstimate, type UnitChange } from './difference-in-differences.ts'

const meanBefore = (units: readonly UnitChange[]): number =>
  units.reduce((sum, { before }) => sum + before, 0) / units.length

/**
 * A change's effect on units whose level is not that of the control: small sellers left alone beside best sellers improved. What happens
 * to both, a season or a promotion, moves each by a share of its own level, so the control is put on the treated units' level first, by
 * the ratio of the means before; the effect is then a difference in differences of units with 95 % bounds.
 * Shape: per unit, in the figure's unit; null where a side has fewer than two units or the control was at zero before.
 */
export function effectByUnits(
  treated: readonly UnitChange[],
  control: readonly UnitChange[],
): (EffectEstimate & { effect: NonNullable<EffectEstimate['effect']> }) | null {
  if (treated.length < 2 || control.length < 2) return null
  const [own, other] = [meanBefore(treated), meanBefore(control)]
  if (!(other > 0) || !(own > 0)) return null
  const level = own / other
  const levelled = control.map(({ id, before, after }) => ({ id, before: before * level, after: after * level }))
  const estimate = differenceInDifferences(treated, levelled)
  return estimate.effect === null ? null : { ...estimate, effect: estimate.effect }
}
