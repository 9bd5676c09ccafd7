import type { Cart } from '../cart/cart.ts'
import { priceCart } from '../price/price-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import type { PublishGood } from './publish-case.ts'

/** The cart of one SKU alone. */
export function cartOfOne(good: PublishGood, at: string, quantity = 1): Cart {
  const { costCents: _, lowestCents: __, struckCents: ___, stock: ____, ...line } = good
  return { at, lines: [{ ...line, lineId: 'one', quantity }] }
}

/** What anybody pays for one unit bought alone, without coupons or membership; and the rules that take part. */
export function dealPrice(ruleSet: RuleSet, good: PublishGood, at: string): { dealCents: number; ruleIds: string[] } {
  const priced = priceCart(ruleSet, cartOfOne(good, at))
  if (!priced.ok) return { dealCents: good.unitCents, ruleIds: [] }
  const [line] = priced.value.lines
  return { dealCents: line?.payableCents ?? good.unitCents, ruleIds: line?.cuts.map(({ ruleId }) => ruleId) ?? [] }
}
