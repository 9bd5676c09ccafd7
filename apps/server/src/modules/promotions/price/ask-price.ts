import type { PriceAnswer, PriceQuestion, Store } from '@zhanggui/contract'
import { PriceQuestion as PriceQuestionSchema } from '@zhanggui/contract'
import { type PricedCart, priceCart } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { PRICES } from '../counters.ts'
import { cartFailure, faultOf } from './cart-fault.ts'
import { draftRules } from './draft-rules.ts'
import { withGiftStock } from './gift-stock.ts'
import { presentPrice } from './present-price.ts'
import { type ResolvedCart, resolveCart } from './resolve-cart.ts'
import { type RulesAt, rulesAt } from './rules-in-force.ts'

/** A cart with the answer, and what it was priced with. */
export type Priced = { resolved: ResolvedCart; rules: RulesAt; priced: PricedCart }

/** Errors: throws `cart_faults` with everything that is wrong; nothing is priced then. */
export function priceResolved(rules: RulesAt, resolved: ResolvedCart): Priced {
  const priced = priceCart(rules.compiled, resolved.cart)
  PRICES.inc({ outcome: priced.ok ? 'priced' : 'refused' })
  if (!priced.ok) throw cartFailure(priced.error.map(faultOf))
  return { resolved, rules, priced: priced.value }
}

/** The rules that a question is to be answered with: those in force, or a draft alone or beside them. */
export function rulesFor(
  context: Context,
  store: string,
  { resolved, draft }: { resolved: ResolvedCart; draft: PriceQuestion['draft'] },
): Promise<RulesAt> {
  const { at, revision } = resolved
  return draft ? draftRules(context, store, { at, draft }) : rulesAt(context, store, at.getTime(), revision.rules)
}

/**
 * What a cart costs in a shop, and why (P6.01). Errors: throws `cart_faults`, `rule_faults` for a draft that does not hold.
 */
export async function askPrice(context: Context, store: Store, question: PriceQuestion): Promise<PriceAnswer> {
  const { cart, draft } = PriceQuestionSchema.parse(question)
  const resolved = await resolveCart(context, store, cart)
  const rules = await rulesFor(context, store.id, { resolved, draft })
  return presentPrice(priceResolved(rules, await withGiftStock(context, store.id, { rules, resolved })))
}
