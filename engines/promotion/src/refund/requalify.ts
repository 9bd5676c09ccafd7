import { assert } from '@zhanggui/kernel'
import { priceCart } from '../price/price-cart.ts'
import type { PaidOrder } from './paid-order.ts'
import { type Kept, keptPostage, type Rest, restCart, shopsLeft } from './rest.ts'

/** What stays is priced again by the rules of the order's moment: a threshold that is no longer reached gives nothing any more. */
export function restByRules(order: PaidOrder, kept: Kept): Rest {
  const shops = shopsLeft(order, kept)
  const sentBack = keptPostage(order, kept).filter(({ shopId }) => !shops.has(shopId))
  if (shops.size === 0) return { lines: [], shipping: sentBack, grants: [], usesClaim: () => false }
  const priced = priceCart(order.ruleSet, restCart(order, kept))
  assert(priced.ok, 'a part of a cart that could be priced can be priced')
  const { lines, shipping, grants, outcomes } = priced.value
  const used = new Set(outcomes.flatMap((o) => (o.applied && o.claimId !== undefined ? [o.claimId] : [])))
  return { lines, shipping: [...shipping, ...sentBack], grants, usesClaim: (claimId) => used.has(claimId) }
}
