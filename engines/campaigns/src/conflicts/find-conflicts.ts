import { type CampaignView, CONFLICT_LIMITS, type Conflict, type ConflictLimits, isBlocking } from './conflict.ts'
import { clashingPrices, sameGoods, sharedSlots } from './goods-conflicts.ts'
import { contactOverload, teamOverload } from './people-conflicts.ts'

/**
 * Where a campaign is in the way of others (P3.28): goods, prices, slots, audiences, people. What cannot stand comes first.
 * Shape: `others` without the campaign itself.
 */
export function findConflicts(
  own: CampaignView,
  others: readonly CampaignView[],
  limits: ConflictLimits = CONFLICT_LIMITS,
): Conflict[] {
  const pairs = others.flatMap((other) => [
    ...clashingPrices(own, other),
    ...sharedSlots(own, other),
    ...sameGoods(own, other),
  ])
  const all = [own, ...others]
  const found = [...pairs, ...contactOverload(own, all, limits), ...teamOverload(own, all, limits)]
  return found.toSorted((a, b) => Number(isBlocking(b)) - Number(isBlocking(a)))
}
