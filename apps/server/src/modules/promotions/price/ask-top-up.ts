import { type Store, type TopUpHint, TopUpQuestion } from '@zhanggui/contract'
import { type TopUpGood, topUps } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { rulesFor } from './ask-price.ts'
import { cartFailure, faultOf } from './cart-fault.ts'
import { type Goods, readAllGoods } from './read-goods.ts'
import { resolveCart } from './resolve-cart.ts'

/** Units of one good that a hint proposes at the most: nobody buys twenty towels to reach a tier. */
const UNITS_MOST = 3
/** Goods that are looked through, the cheapest first: a dear one never is the cheapest way to a threshold. */
const GOODS_MOST = 300

function shelfOf(store: string, goods: Iterable<Goods>): TopUpGood[] {
  const priced = [...goods].flatMap(({ skuId, spuId, categoryId, brandId, unitCents }) =>
    unitCents ? [{ skuId, spuId, shopId: store, categoryId, brandId, unitCents, stock: UNITS_MOST } as TopUpGood] : [],
  )
  return priced.sort((a, b) => a.unitCents - b.unitCents || (a.skuId < b.skuId ? -1 : 1)).slice(0, GOODS_MOST)
}

/**
 * What to add to a cart so that more is got than paid (P6.02, 凑单), from the shop's own goods.
 * Shape: the greatest saving first, none where buying more gains nothing. Errors: throws `cart_faults`, `rule_faults`.
 */
export async function askTopUp(context: Context, store: Store, input: TopUpQuestion): Promise<TopUpHint[]> {
  const { cart, draft } = parseInput(TopUpQuestion, input)
  const resolved = await resolveCart(context, store, cart)
  const rules = await rulesFor(context, store.id, { resolved, draft })
  const goods = await readAllGoods(context, store.id, { at: resolved.at })
  const hints = topUps(rules.compiled, resolved.cart, shelfOf(store.id, goods.values()))
  if (!hints.ok) throw cartFailure(hints.error.map(faultOf))
  return hints.value.map(({ next: _, add, ...hint }) => ({
    ...hint,
    name: rules.compiled.rules.get(hint.ruleId)?.rule.name ?? hint.ruleId,
    add: add.map(({ skuId, quantity }) => ({ skuId, quantity, title: goods.get(skuId)?.title ?? '' })),
  }))
}
