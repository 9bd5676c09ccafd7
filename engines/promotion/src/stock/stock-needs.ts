import type { GiftTier } from '../mechanics/gift-with-purchase.ts'
import type { Granted, PricedCart } from '../price/priced-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'

/**
 * Units that an order takes out of stock. `gift`: a present; `instead` is what may be given when it is gone, in this order.
 */
export type StockNeed = { skuId: string; units: number; gift?: { instead: readonly string[] } }

/** Every SKU that the rules of a set may give as a gift, pools and substitutes among them, each once. */
export function giftSkusOf({ rules }: RuleSet): string[] {
  const named = [...rules.values()].flatMap(({ rule: { mechanic, params } }) => {
    if (mechanic === 'giftChoice') return params.skuIds as readonly string[]
    if (mechanic !== 'giftWithPurchase') return []
    const tiers = params.tiers as readonly GiftTier[]
    return tiers.flatMap(({ gifts }) => gifts.flatMap(({ skuId, instead = [] }) => [skuId, ...instead]))
  })
  return [...new Set(named)]
}

/** What a rule names behind a gift: those that come after it in its row. */
function insteadOf(ruleSet: RuleSet, { ruleId }: Granted, skuId: string): readonly string[] {
  const params = ruleSet.rules.get(ruleId)?.rule.params
  if (!Array.isArray(params?.tiers)) return []
  const rows = (params.tiers as readonly Partial<GiftTier>[]).flatMap(({ gifts = [] }) => gifts)
  const ladders = rows.map((row) => [row.skuId, ...(row.instead ?? [])])
  const ladder = ladders.find((skuIds) => skuIds.includes(skuId)) ?? []
  return ladder.slice(ladder.indexOf(skuId) + 1)
}

function merge(needs: readonly StockNeed[]): StockNeed[] {
  const merged = new Map<string, StockNeed>()
  for (const need of needs) {
    const key = `${need.gift ? 'gift' : 'sale'} ${need.skuId}`
    const before = merged.get(key)
    merged.set(key, before ? { ...before, units: before.units + need.units } : need)
  }
  return [...merged.values()]
}

/**
 * What the stock has to keep for a priced cart: its goods and its gifts, each SKU once, so that a gift is reserved with the order
 * and promised to nobody else (P5.21). Gifts that are still to be chosen are not among them; they are once they are chosen.
 */
export function stockNeeds(ruleSet: RuleSet, { lines, grants }: Pick<PricedCart, 'lines' | 'grants'>): StockNeed[] {
  const goods = lines.map(({ skuId, quantity }) => ({ skuId, units: quantity }))
  const gifts = grants.flatMap((grant) =>
    grant.kind === 'gift'
      ? [{ skuId: grant.skuId, units: grant.units, gift: { instead: insteadOf(ruleSet, grant, grant.skuId) } }]
      : [],
  )
  return merge([...goods, ...gifts])
}
