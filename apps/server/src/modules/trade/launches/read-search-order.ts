import type { SearchOrder, Store } from '@zhanggui/contract'
import { addDays } from '@zhanggui/kernel'
import { type Ranked, searchOrder } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { shopMoment } from '../../campaigns/index.ts'
import { runQuery } from '../../insight/run-query.ts'
import { listTradeItems } from '../items/list-items.ts'
import { lotOf } from '../items/lot.ts'
import { type Launch, readLaunches } from './read-launches.ts'

/** What sold in the last two weeks is what people look for now. */
const SCORE_DAYS = 14
const STOCK_READ = 10_000

/** Goods on sale with their variants; an item without variants of its own is its own SKU. */
const GOODS_SQL = `
SELECT
  item_id AS item,
  groupUniqArrayIf(sku_id, sku_id != '') AS skus
FROM items FINAL
WHERE store = {store:String}
GROUP BY item_id
HAVING maxIf(on_sale, sku_id = '') = 1
ORDER BY item_id`

type Good = { item: string; skus: string[] }

/** Units sold of each item; an item of which nothing is known begins at the mean, so that a launch is neither first nor last by itself. */
async function readScores(context: Context, store: Store, items: readonly string[]): Promise<(item: string) => number> {
  const { day } = shopMoment(context.clock.now(), store.timezone)
  const span = { from: addDays(day, -SCORE_DAYS), to: addDays(day, 1) }
  const { rows } = await runQuery(context, store, { metrics: ['unitsSold'], by: ['item'], ...span })
  const units = new Map(rows.map((row) => [String(row.item), Number(row.unitsSold ?? 0)]))
  const known = items.flatMap((item) => units.get(item) ?? [])
  const mean = known.length === 0 ? 1 : known.reduce((sum, n) => sum + n, 0) / known.length
  return (item) => Math.max(0, units.get(item) ?? mean)
}

/** Whether an item can be bought: as its units in the order core say, and without any there the shop keeps its stock elsewhere. */
async function readAvailable(
  context: Context,
  store: string,
): Promise<(good: Good, launch: Launch | undefined) => boolean> {
  const { items } = await listTradeItems(context, store, { q: '', offset: 0, limit: STOCK_READ })
  const free = new Map(items.map((one) => [one.item, one.free]))
  const now = context.clock.now().getTime()
  return ({ item, skus }, launch) => {
    const names = launch ? Object.keys(launch.allocation).map((channel) => lotOf(launch.sku, channel)) : [item, ...skus]
    const stock = names.flatMap((name) => free.get(name) ?? [])
    if (launch) return now >= launch.opensAt && stock.some((units) => units > 0)
    return stock.length === 0 || stock.some((units) => units > 0)
  }
}

/**
 * The order in which the shop's own search shows what is on sale (P5.07): by what sold lately, times the weight of launches that are on.
 * A shop front asks for it every few minutes and keeps it; what matches the buyer's words is the front's own.
 */
export async function readSearchOrder(context: Context, store: Store): Promise<SearchOrder> {
  const launches = new Map(
    (await readLaunches(context, store)).filter(({ isOn }) => isOn).map((launch) => [launch.item, launch]),
  )
  const goods = await context.facts.query<Good>(GOODS_SQL, { store: store.id })
  const scoreOf = await readScores(
    context,
    store,
    goods.map(({ item }) => item),
  )
  const isAvailable = await readAvailable(context, store.id)
  const ranked = goods.map((good): Ranked => {
    const { item } = good
    const launch = launches.get(item)
    return { item, score: scoreOf(item), isAvailable: isAvailable(good, launch), boost: launch?.boost ?? null }
  })
  const now = context.clock.now()
  return { at: now.toISOString(), items: searchOrder(ranked, now.getTime()) }
}
