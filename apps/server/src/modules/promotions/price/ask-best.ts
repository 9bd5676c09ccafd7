import { type BestAnswer, BestQuestion, type Store } from '@zhanggui/contract'
import { chooseBest, NODE_LIMIT } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { rulesFor } from './ask-price.ts'
import { cartFailure, faultOf } from './cart-fault.ts'
import { withGiftStock } from './gift-stock.ts'
import { presentPrice } from './present-price.ts'
import { resolveCart } from './resolve-cart.ts'

/** Which of the coupons that a cart holds to use, and the price with them. Errors: throws `cart_faults`, `rule_faults`. */
export async function askBest(context: Context, store: Store, input: BestQuestion): Promise<BestAnswer> {
  const { cart, draft, nodeLimit = NODE_LIMIT } = parseInput(BestQuestion, input)
  const asked = await resolveCart(context, store, cart)
  const rules = await rulesFor(context, store.id, { resolved: asked, draft })
  const resolved = await withGiftStock(context, store.id, { rules, resolved: asked })
  const best = chooseBest(rules.compiled, resolved.cart, { nodeLimit })
  if (!best.ok) throw cartFailure(best.error.map(faultOf))
  const { claimIds, usePoints, isProven, boundCents, priced } = best.value
  const price = presentPrice({ resolved, rules, priced })
  return { claimIds: [...claimIds], usePoints, isProven, boundCents, price }
}
