import type { QualifyEvents, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { dealPrice, PUBLISH_DEFAULTS, type PublishGood, type RuleSet, referencePrice } from '@zhanggui/promotion'
import type { Context } from '../../../context.ts'
import { type Goods, readAllGoods } from '../price/read-goods.ts'
import { readDealPrices } from '../prices/read-deal-prices.ts'

/** Goods of a promotion that are looked at, those it cuts deepest first; no event takes more. */
const GOODS_MOST = 200
/** Deals are looked for so far back where there is none in the days of the law. */
const HISTORY_DAYS = 365

export type EventGood = {
  skuId: string
  title: string
  priceCents: number
  referenceCents: number | null
  stock: number | null
}
type Asked = NonNullable<QualifyEvents['goods']>[number]

const STOCK_SQL = `
SELECT if(sku_id = '', item_id, sku_id) AS sku, argMax(on_hand, day) AS on_hand, any(item_id) AS item
FROM stock_daily FINAL
WHERE store = {store:String}
GROUP BY sku
ORDER BY sku`

/** Units of the last report by SKU; a listing has those of its SKUs together. */
async function readStock(context: Context, store: string): Promise<Map<string, number>> {
  const rows = await context.facts.query<{ sku: string; item: string; on_hand: number }>(STOCK_SQL, { store })
  const stock = new Map<string, number>()
  for (const { sku, item, on_hand } of rows)
    for (const id of new Set([sku, item])) stock.set(id, (stock.get(id) ?? 0) + Number(on_hand))
  return stock
}

const toGood = ({ skuId, spuId, categoryId, brandId, unitCents }: Goods, shopId: string) =>
  ({ skuId, spuId, shopId, categoryId, brandId, unitCents }) as unknown as PublishGood

/** What a promotion makes cheaper for anybody who buys one, the deepest cut first. */
export function cheaperGoods(
  ruleSet: RuleSet,
  goods: Iterable<Goods>,
  { store, at }: { store: string; at: string },
): Asked[] {
  return [...goods]
    .filter(({ unitCents }) => unitCents !== null && unitCents > 0)
    .map((known) => {
      const good = toGood(known, store)
      const { dealCents } = dealPrice(ruleSet, good, at)
      return { skuId: known.skuId, priceCents: dealCents, share: dealCents / good.unitCents }
    })
    .filter(({ share, priceCents }) => share < 1 && priceCents > 0)
    .sort((a, b) => a.share - b.share || (a.skuId < b.skuId ? -1 : 1))
    .slice(0, GOODS_MOST)
    .map(({ skuId, priceCents }) => ({ skuId, priceCents }))
}

/** What an entry has to say of each SKU; what was not told comes from the shop's deals, listings and stock. */
export async function completeGoods(
  context: Context,
  store: Store,
  { asked, from }: { asked: readonly Asked[]; from: Date },
): Promise<EventGood[]> {
  const known = await readAllGoods(context, store.id, { at: from })
  const stock = await readStock(context, store.id)
  const before = businessDayOf(from, store.timezone)
  const skuIds = asked.map(({ skuId }) => skuId)
  const deals = skuIds.length === 0 ? [] : await readDealPrices(context, store, { skuIds, before, days: HISTORY_DAYS })
  const days = Map.groupBy(deals, ({ skuId }) => skuId)
  return asked.map(({ skuId, priceCents, referenceCents, stock: told }) => {
    const prices = (days.get(skuId) ?? []).map(({ day, listedCents, lowestCents: dealCents }) => ({
      skuId,
      day,
      listedCents,
      dealCents,
    }))
    const sold = referencePrice(prices, before, PUBLISH_DEFAULTS.referenceDays)?.cents
    const listed = known.get(skuId)?.unitCents ?? null
    return {
      skuId,
      title: known.get(skuId)?.title ?? '',
      priceCents,
      referenceCents: referenceCents ?? sold ?? listed,
      stock: told ?? stock.get(skuId) ?? null,
    }
  })
}
