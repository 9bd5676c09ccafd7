import type { SearchOrder, Store } from '@zhanggui/contract'
import { addDays } from '@zhanggui/kernel'
import { type Ranked, searchOrder } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { shopMoment } from '../../campaigns/index.ts'
import { runRows } from '../../insight/run-rows.ts'
import { lotOf } from '../items/lot.ts'
import { readFreeUnits } from '../items/read-free-units.ts'
import { type Launch, readLaunches } from './read-launches.ts'

/** What sold in the last two weeks is what people look for now. */
const SCORE_DAYS = 14

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
  const { rows } = await runRows(context, store, { metrics: ['unitsSold'], by: ['item'], ...span })
  const units = new Map(rows.map((row) => [String(row.item), Number(row.unitsSold ?? 0)]))
  const known = items.flatMap((item) => units.get(item) ?? [])
  const mean = known.length === 0 ? 1 : known.reduce((sum, n) => sum + n, 0) / known.length
  return (item) => Math.max(0, units.get(item) ?? mean)
}

type OnSale = { good: Good; launch: Launch | undefined }

/** Names under which the order core may hold an item's units: the lots of its launch, or the item and its variants. */
const stockNames = ({ good: { item, skus }, launch }: OnSale): string[] =>
  launch ? Object.keys(launch.allocation).map((channel) => lotOf(launch.sku, channel)) : [item, ...skus]

/** Whether an item can be bought: as its units in the order core say, and without any there the shop keeps its stock elsewhere. */
async function readAvailable(
  context: Context,
  store: string,
  onSale: readonly OnSale[],
): Promise<(one: OnSale) => boolean> {
  const free = await readFreeUnits(context, store, onSale.flatMap(stockNames))
  const now = context.clock.now().getTime()
  return (one) => {
    const stock = stockNames(one).flatMap((name) => free.get(name) ?? [])
    if (one.launch) return now >= one.launch.opensAt && stock.some((units) => units > 0)
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
  const onSale = goods.map((good): OnSale => ({ good, launch: launches.get(good.item) }))
  const isAvailable = await readAvailable(context, store.id, onSale)
  const ranked = onSale.map((one): Ranked => {
    const { item } = one.good
    return { item, score: scoreOf(item), isAvailable: isAvailable(one), boost: one.launch?.boost ?? null }
  })
  const now = context.clock.now()
  return { at: now.toISOString(), items: searchOrder(ranked, now.getTime()) }
}
