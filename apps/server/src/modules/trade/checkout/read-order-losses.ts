import type { OrderLosses, Store } from '@zhanggui/contract'
import { parseDay } from '@zhanggui/kernel'
import { and, count, eq, gte, lt, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { instantOfShop } from '../../campaigns/index.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { CANCEL_WORDS } from '../life/read/event-words.ts'
import { shopOrders } from '../life/schema.ts'
import type { ShopDays } from '../shop-days.ts'

const METRICS = ['placedOrders', 'unpaidOrders', 'unpaidGmv', 'abandonment']
type Row = Record<string, unknown>
type Loss = OrderLosses['days'][number]

const lossOf = (row: Row, key: string): Loss => ({
  key,
  placed: Number(row.placedOrders ?? 0),
  unpaid: Number(row.unpaidOrders ?? 0),
  unpaidCents: Number(row.unpaidGmv ?? 0),
})

const WAITING = { zh: '还在等付款', en: 'may still be paid' }
const wordsFor = (reason: string) =>
  reason in CANCEL_WORDS ? CANCEL_WORDS[reason as keyof typeof CANCEL_WORDS] : WAITING

/** Orders of this shop's own till that were not paid, by how they ended; those that still may be are `waiting`. */
async function readReasons(context: Context, { id, timezone }: Store, { from, to }: ShopDays) {
  const at = instantOfShop(timezone)
  const instantOf = (day: string): Date => new Date(at(parseDay(day), 0))
  const reason = sql<string>`coalesce(${shopOrders.life} ->> 'cancelReason', 'waiting')`.as('reason')
  const rows = await context.records.db
    .select({ reason, orders: count() })
    .from(shopOrders)
    .where(
      and(
        eq(shopOrders.store, id),
        gte(shopOrders.placedAt, instantOf(from)),
        lt(shopOrders.placedAt, instantOf(to)),
        sql`(${shopOrders.life} ->> 'paidAt')::bigint = 0`,
      ),
    )
    .groupBy(reason)
  return rows
    .map(({ reason: id, orders }) => ({ reason: id, orders, nameZh: wordsFor(id).zh, nameEn: wordsFor(id).en }))
    .sort((a, b) => b.orders - a.orders || a.reason.localeCompare(b.reason))
}

/**
 * What the payment step itself loses (P7.11): orders that were placed and never paid, as the metric catalogue counts them, by day, province
 * and, for the shop's own orders, reason. Null without orders in these days.
 */
export async function readOrderLosses(
  context: Context,
  store: Store,
  { from, to }: ShopDays,
  asker?: Asker,
): Promise<OrderLosses | null> {
  const days = { from: parseDay(from), to: parseDay(to) }
  const ask = (by: string) => runQuery(context, store, { metrics: METRICS, by: [by], ...days }, asker)
  const [byDay, byProvince] = [await ask('day'), await ask('province')]
  const { placed, unpaid, unpaidCents } = lossOf(byDay.totals, '')
  const { abandonment } = byDay.totals
  if (placed === 0 || typeof abandonment !== 'number') return null
  const largestFirst = (a: Loss, b: Loss) => b.unpaid - a.unpaid || a.key.localeCompare(b.key)
  const known = ({ placed: orders }: Loss) => orders > 0
  return {
    ...{ placed, unpaid, unpaidCents, lostShare: abandonment },
    days: byDay.rows.map((row) => lossOf(row, String(row.day))).filter(known),
    provinces: byProvince.rows
      .map((row) => lossOf(row, String(row.province ?? '')))
      .filter(known)
      .sort(largestFirst),
    reasons: await readReasons(context, store, { from, to }),
  }
}
