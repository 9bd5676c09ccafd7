import type { ClaimReturn } from '../rules/rule.ts'
import type { PaidOrder } from './paid-order.ts'
import type { Rest } from './rest.ts'
import type { Standing } from './standing.ts'

/**
 * A shop's part of a cart is an order of its own, so its coupon comes back with that part; the platform's coupon is spent on the
 * whole cart. A rule may say otherwise.
 */
function claimReturnOf({ ruleSet }: PaidOrder, ruleId: string): ClaimReturn {
  const rule = ruleSet.rules.get(ruleId)?.rule
  return rule?.claimReturn ?? (rule?.shopId === undefined ? 'wholeOrder' : 'whenUnused')
}

/** Splits the spent claims into those that stay spent and those that are given back. */
export function claimsLeft(
  order: PaidOrder,
  claims: Standing['claims'],
  rest: Rest,
): { left: Standing['claims']; back: Standing['claims'] } {
  const isBack = ({ claimId, ruleId }: Standing['claims'][number]): boolean => {
    const when = claimReturnOf(order, ruleId)
    if (when === 'never') return false
    return when === 'wholeOrder' ? rest.lines.length === 0 : !rest.usesClaim(claimId)
  }
  return { left: claims.filter((c) => !isBack(c)), back: claims.filter(isBack) }
}
