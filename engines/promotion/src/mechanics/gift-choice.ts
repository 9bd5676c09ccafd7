import { giftsLeft } from './gift-stock.ts'
import { defineMechanic } from './mechanic.ts'
import { count, onlyFields, text, textList } from './params.ts'
import { checkRepeats, checkTiers, type Threshold, tierAt } from './threshold.ts'

export type ChoiceTier = Threshold & { units: number }
/** From a threshold on the buyer picks so many gifts from a pool (满赠自选). Gifts that have run out leave the pool. */
export type GiftChoice = { poolId: string; skuIds: readonly string[]; tiers: readonly ChoiceTier[]; repeats?: number }

export const giftChoice = defineMechanic<GiftChoice>({
  mechanic: 'giftChoice',
  zh: '满赠自选',
  en: 'Choose a gift',
  level: 'reward',
  example: { poolId: 'pool-1', skuIds: ['gift-1', 'gift-2'], tiers: [{ minCents: 30_000, units: 1 }] },
  check: (params) => [
    ...onlyFields(params, ['poolId', 'skuIds', 'tiers', 'repeats']),
    ...text(params, 'poolId'),
    ...textList(params, 'skuIds'),
    ...checkTiers(params, ['units'], (row) => count(row, 'units', 1000)),
    ...checkRepeats(params),
  ],
  apply({ poolId, skuIds, tiers, repeats }, basket) {
    const { tier, times, next } = tierAt(tiers, basket, { repeats })
    const reason = tiers[0]?.minCents === undefined ? 'too_few_units' : 'below_threshold'
    if (!tier) return { hit: false, reason, ...(next && { next }) }
    const open = skuIds.filter((skuId) => giftsLeft(basket, skuId) > 0)
    const stock = open.reduce((sum, skuId) => sum + giftsLeft(basket, skuId), 0)
    const units = Math.min(tier.units * times, stock)
    if (units === 0) return { hit: false, reason: 'gift_out_of_stock' }
    return { hit: true, grants: [{ kind: 'giftChoice', poolId, skuIds: open, units }], ...(next && { next }) }
  },
})
