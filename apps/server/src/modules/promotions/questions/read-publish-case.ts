import type { Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { CartLine, PublishGood, RuleLimit, RuleSet } from '@zhanggui/promotion'
import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { couponBatches } from '../coupons/schema.ts'
import { readFloors } from '../price/read-floors.ts'
import { readAllGoods } from '../price/read-goods.ts'
import { type DealPrice, readDealPrices } from '../prices/read-deal-prices.ts'
import type { Neighbour } from './problems-beside.ts'
import type { PublishRequest } from './publish-messages.ts'

/** SKUs whose lowest price is searched; each takes some fifty milliseconds. Those that sell most go first. */
const GOODS_MAX = 40
/** Prices of the weeks before: long enough for a raise that was made for the promotion, and for the reference price. */
const HISTORY_DAYS = 37
const PROTECTION_DAYS = 15

const takesPart = (ruleSet: RuleSet, own: Neighbour, good: PublishGood): boolean =>
  own.rules.some(({ ruleId }) => ruleSet.rules.get(ruleId)?.takesPart({ ...good, lineId: '', quantity: 1 } as CartLine))

/** Every SKU that has a price, with its cost and floor where they are known. */
export async function readPublishGoods(
  context: Context,
  store: string,
): Promise<{ title: string; good: PublishGood }[]> {
  const known = await readAllGoods(context, store, { at: context.clock.now() })
  const floors = await readFloors(context, store, known)
  return [...known.values()].flatMap(({ skuId, spuId, title, categoryId, brandId, unitCents, costCents }) => {
    if (unitCents === null || unitCents === 0) return []
    const lowestCents = floors.get(skuId)
    const good = { skuId, spuId, shopId: store, categoryId, brandId, unitCents }
    const figures = {
      ...(costCents === null ? {} : { costCents }),
      ...(lowestCents === undefined ? {} : { lowestCents, floorCents: lowestCents }),
    }
    return [{ title, good: { ...good, ...figures } as PublishGood }]
  })
}

const budgetLimits = ({ rules, budgetCents }: Neighbour): [string, RuleLimit][] =>
  rules.map(({ ruleId }) => [ruleId, budgetCents == null ? {} : { budgetCents }])

/** What limits the rules outside the price engine: the coupons that were issued, and the budgets of their promotions. */
async function readLimits(
  context: Context,
  store: string,
  promotions: readonly Neighbour[],
): Promise<Record<string, RuleLimit>> {
  const limits: Record<string, RuleLimit> = Object.fromEntries(promotions.flatMap(budgetLimits))
  const rows = await context.records.db
    .select()
    .from(couponBatches)
    .where(and(eq(couponBatches.store, store), inArray(couponBatches.rule, Object.keys(limits))))
  for (const { rule, total, perBuyer } of rows) {
    const known = limits[rule]
    limits[rule] = { ...known, total: (known?.total ?? 0) + total, perBuyer: (known?.perBuyer ?? 0) + perBuyer }
  }
  return limits
}

const unitsOf = (deals: readonly DealPrice[]): Map<string, number> => {
  const units = new Map<string, number>()
  for (const deal of deals) units.set(deal.skuId, (units.get(deal.skuId) ?? 0) + deal.units)
  return units
}

const historyOf = (deals: readonly DealPrice[]) => ({
  prices: deals.map(({ skuId, day, listedCents, lowestCents }) => ({
    skuId,
    day,
    listedCents,
    dealCents: lowestCents,
  })),
  sales: deals.map(({ skuId, day, units, averageCents }) => ({ skuId, day, units, unitCents: averageCents })),
})

/** What the search before publishing is given, and what it leaves out. */
export type PublishFacts = {
  publish: PublishRequest['publish']
  titles: ReadonlyMap<
    string,
    { title: string; listedCents: number; floorCents: number | null; costCents: number | null }
  >
  leftOut: number
}

/** Goods that the rules touch with cost, floor and price history, and the limits of the rules. */
export async function readPublishCase(
  context: Context,
  store: Store,
  given: {
    own: Neighbour
    beside: readonly Neighbour[]
    ruleSet: RuleSet
    skuIds: readonly string[] | undefined
  },
): Promise<PublishFacts> {
  const { own, beside, ruleSet, skuIds } = given
  const all = await readPublishGoods(context, store.id)
  const touched = all
    .map(({ good }) => good)
    .filter((good) => (skuIds ? skuIds.includes(good.skuId) : takesPart(ruleSet, own, good)))
  const today = businessDayOf(context.clock.now(), store.timezone)
  const fromDay = businessDayOf(new Date(own.from), store.timezone)
  const [before = today] = [fromDay, today].sort()
  const ids = touched.map(({ skuId }) => skuId)
  const deals =
    ids.length === 0 ? [] : await readDealPrices(context, store, { skuIds: ids, before, days: HISTORY_DAYS })
  const sold = unitsOf(deals)
  const bySales = touched.toSorted((a, b) => (sold.get(b.skuId) ?? 0) - (sold.get(a.skuId) ?? 0))
  const goods = bySales.slice(0, GOODS_MAX)
  const limits = await readLimits(context, store.id, [own, ...beside])
  const settings = { protectionDays: PROTECTION_DAYS, mostCarts: 60 }
  // What has begun already is asked about from now on: nobody buys yesterday.
  const from = new Date(Math.max(Date.parse(own.from), context.clock.now().getTime())).toISOString()
  return {
    publish: { goods, from, fromDay, ...historyOf(deals), limits, settings },
    titles: new Map(
      all.map(({ title, good }) => {
        const { lowestCents: floorCents = null, costCents = null, unitCents: listedCents } = good
        return [good.skuId, { title, listedCents, floorCents, costCents }]
      }),
    ),
    leftOut: touched.length - goods.length,
  }
}
