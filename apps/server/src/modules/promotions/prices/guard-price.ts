import type { PromotionFinding, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import type { Goods } from '../price/read-goods.ts'
import { readDealPrices } from './read-deal-prices.ts'

/** Legal parameter: a struck-through price is held against the deals of so many days before (规范促销行为暂行规定). */
const REFERENCE_DAYS = 7

const yuan = (cents: number): string => (cents / 100).toFixed(2)

/**
 * The reference-price guard (P5.09): a struck-through price must not be above the lowest price at which the SKU was really sold
 * in the days before the new price begins. Shape: one finding with its evidence, or none.
 */
export async function guardPrice(
  context: Context,
  store: Store,
  { goods, struckCents, effectiveAt }: { goods: Goods; struckCents: number | null; effectiveAt: string },
): Promise<PromotionFinding[]> {
  if (struckCents === null) return []
  const before = businessDayOf(new Date(effectiveAt), store.timezone)
  const asked = { skuIds: [goods.skuId], before, days: REFERENCE_DAYS }
  const deals = await readDealPrices(context, store, asked)
  const lowest = Math.min(...deals.map(({ lowestCents }) => lowestCents))
  const facts = { skuId: goods.skuId, struckCents, days: REFERENCE_DAYS, deals }
  const error = (code: string, zh: string, en: string): PromotionFinding[] => [
    { code, severity: 'error', ruleIds: [], zh, en, facts },
  ]
  if (deals.length === 0)
    return error(
      'no_deal_price',
      `“${goods.title}”在之前 ${REFERENCE_DAYS} 天没有成交，不能标划线价 ${yuan(struckCents)} 元。请去掉划线价。`,
      `"${goods.title}" was not sold in the ${REFERENCE_DAYS} days before, so ${yuan(struckCents)} cannot be struck through. Leave it out.`,
    )
  if (struckCents <= lowest) return []
  return error(
    'struck_above_deals',
    `划线价 ${yuan(struckCents)} 元高于之前 ${REFERENCE_DAYS} 天的最低成交价 ${yuan(lowest)} 元，属于先涨后降。请改为不高于 ${yuan(lowest)} 元。`,
    `The struck-through ${yuan(struckCents)} is above the lowest deal of ${yuan(lowest)} in the ${REFERENCE_DAYS} days before. Use ${yuan(lowest)} or less.`,
  )
}
