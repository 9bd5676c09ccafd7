import { type ShopOrderPage, ShopOrderQuery } from '@zhanggui/contract'
import { DEFAULT_LATE_POLICY } from '@zhanggui/orders'
import { and, count, desc, eq, gt, like, lte } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import { shopOrders } from '../schema.ts'
import { presentShopOrder } from './present-order.ts'

/** What LIKE takes for a sign of its own stands for itself. */
const beginning = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** Parcels that may be late have a promise that the usual way no longer fits before; the list then says which are. */
const nearPromise = (now: Date): Date => new Date(now.getTime() + DEFAULT_LATE_POLICY.transitHours * 3_600_000)

/** Orders of a shop, newest first, and how many stand where. */
export async function listShopOrders(context: Context, store: string, input: ShopOrderQuery): Promise<ShopOrderPage> {
  const { stage, needs, search, limit, offset } = parseInput(ShopOrderQuery, input)
  const { db } = context.records
  const now = context.clock.now()
  const wanted = and(
    eq(shopOrders.store, store),
    stage === undefined ? undefined : eq(shopOrders.stage, stage),
    needs === 'afterSale' ? gt(shopOrders.openCases, 0) : undefined,
    needs === 'late' ? lte(shopOrders.promisedAt, nearPromise(now)) : undefined,
    search ? like(shopOrders.id, beginning(search)) : undefined,
  )
  const [sum] = await db.select({ total: count() }).from(shopOrders).where(wanted)
  const rows = await db
    .select()
    .from(shopOrders)
    .where(wanted)
    .orderBy(desc(shopOrders.placedAt), desc(shopOrders.id))
    .limit(limit)
    .offset(offset)
  const counts = await db
    .select({ stage: shopOrders.stage, orders: count() })
    .from(shopOrders)
    .where(eq(shopOrders.store, store))
    .groupBy(shopOrders.stage)
  return { orders: rows.map((row) => presentShopOrder(row, now)), total: sum?.total ?? 0, counts }
}
