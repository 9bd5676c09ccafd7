import { giftSkusOf, type RuleSet } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { hasTradeCore, tradeCoreOf } from '../../trade/core/trade-core-of.ts'
import { itemBookOf } from '../../trade/items/item-book.ts'
import type { ResolvedCart } from './resolve-cart.ts'
import type { RulesAt } from './rules-in-force.ts'

/** Gifts that the rules name, looked for once for each state of the rules. */
const giftsOf = new WeakMap<RuleSet, readonly string[]>()

function giftsNamed({ compiled }: RulesAt): readonly string[] {
  const known = giftsOf.get(compiled)
  if (known) return known
  const gifts = giftSkusOf(compiled)
  giftsOf.set(compiled, gifts)
  return gifts
}

/**
 * The cart with what the shop's order core has free of the gifts that the rules name, so that nobody is shown a gift that is gone
 * (P5.21). Gifts that were never put into the core are not short; what the question says of stock holds.
 */
export async function withGiftStock(
  context: Context,
  store: string,
  { rules, resolved }: { rules: RulesAt; resolved: ResolvedCart },
): Promise<ResolvedCart> {
  const gifts = giftsNamed(rules)
  if (gifts.length === 0 || !hasTradeCore(context, store)) return resolved
  const book = itemBookOf(context, store)
  await book.know(gifts)
  const core = await tradeCoreOf(context, store)
  const free = await Promise.all(
    gifts.map(async (skuId) => {
      const booked = book.named(skuId)
      const stock = booked && (await core.readItem(booked.number))
      return stock ? [[skuId, stock.closed ? 0 : stock.free] as const] : []
    }),
  )
  const giftStock = { ...Object.fromEntries(free.flat()), ...resolved.cart.giftStock }
  return { ...resolved, cart: { ...resolved.cart, giftStock } }
}
