import { giftsLeft } from './gift-stock.ts'
import { type Basket, defineMechanic, type Grant, type ParamProblem } from './mechanic.ts'
import { count, onlyFields, optional, rowsOf, text, textList } from './params.ts'
import { checkRepeats, checkTiers, type Threshold, tierAt } from './threshold.ts'

/** `instead`: what is given when the gift has run out, in this order. */
export type GiftRow = { skuId: string; units: number; instead?: readonly string[] }
export type GiftTier = Threshold & { gifts: readonly GiftRow[] }
/** From so much money or so many units on, gifts (买赠, 满赠); with `repeats` the last tier again for each full amount. */
export type GiftWithPurchase = { tiers: readonly GiftTier[]; repeats?: number }

const checkGift = (row: Readonly<Record<string, unknown>>): ParamProblem[] => [
  ...onlyFields(row, ['skuId', 'units', 'instead']),
  ...text(row, 'skuId'),
  ...count(row, 'units', 1000),
  ...optional(row, 'instead', () => textList(row, 'instead')),
]

/** Gives the gift itself while there is any, then what stands in for it. */
function giveGift({ skuId, units, instead = [] }: GiftRow, times: number, basket: Basket, given: Grant[]): void {
  let left = units * times
  for (const sku of [skuId, ...instead]) {
    const few = Math.min(left, giftsLeft(basket, sku, given))
    if (few > 0) given.push({ kind: 'gift', skuId: sku, units: few })
    left -= few
  }
}

export const giftWithPurchase = defineMechanic<GiftWithPurchase>({
  mechanic: 'giftWithPurchase',
  zh: '满赠',
  en: 'Gift with purchase',
  level: 'reward',
  example: { tiers: [{ minCents: 20_000, gifts: [{ skuId: 'gift-1', units: 1, instead: ['gift-2'] }] }] },
  check: (params) => [
    ...onlyFields(params, ['tiers', 'repeats']),
    ...checkTiers(params, ['gifts'], (row) => rowsOf(row, 'gifts', checkGift)),
    ...checkRepeats(params),
  ],
  apply({ tiers, repeats }, basket) {
    const { tier, times, next } = tierAt(tiers, basket, { repeats })
    const reason = tiers[0]?.minCents === undefined ? 'too_few_units' : 'below_threshold'
    if (!tier) return { hit: false, reason, ...(next && { next }) }
    const grants: Grant[] = []
    for (const gift of tier.gifts) giveGift(gift, times, basket, grants)
    if (grants.length === 0) return { hit: false, reason: 'gift_out_of_stock' }
    return { hit: true, grants, ...(next && { next }) }
  },
})
