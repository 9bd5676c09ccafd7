import { type ParcelPlan, promiseDelivery, splitOrder, unitsToPlan, type WarehouseShare } from '@zhanggui/orders'
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { type OrderKey, readShopOrderRow } from '../life/order-rows.ts'
import { type ShopOrderRow, shopOrders } from '../life/schema.ts'
import { tellOrder } from '../life/tell-order.ts'
import { readCarriers, readWarehouses } from './warehouses.ts'

/** A day more than the road takes is promised, so that an ordinary day late keeps the promise. */
const SLACK_DAYS = 1
const AT_ONCE = 200

async function plansOf(context: Context, row: ShopOrderRow): Promise<ParcelPlan[]> {
  const { life, place } = row
  const lines = life.lines.flatMap((line) => {
    const units = unitsToPlan(life, line)
    return units > 0 ? [{ lineId: line.lineId, skuId: line.skuId, units }] : []
  })
  const warehouses = await readWarehouses(context, row.store)
  const { shares } = splitOrder(lines, { warehouses, province: place.province })
  const carriers = await readCarriers(context, row.store)
  // Parcels that were dropped keep their numbers.
  const first = life.parcels.length + 1
  return shares.map(({ warehouse, lines: units }: WarehouseShare, i) => {
    const ask = {
      warehouse,
      carriers,
      province: place.province,
      paidAt: life.paidAt,
      promiseBy: 0,
      slackDays: SLACK_DAYS,
    }
    const delivery = promiseDelivery(ask)
    return {
      parcelId: `${row.id}-${first + i}`,
      warehouse: warehouse.warehouseId,
      carrier: delivery?.carrierId ?? '',
      promisedAt: delivery?.promisedAt ?? 0,
      lines: units,
    }
  })
}

/**
 * Chooses warehouses, carriers and promised dates for what is not planned yet (P7.17). What no warehouse has stays open and is planned
 * once one has it. Errors: throws `not_found`, `order_cannot` for an order that is not paid.
 */
export async function planShopOrder(context: Context, key: OrderKey, actor: string): Promise<ShopOrderRow> {
  const row = await readShopOrderRow(context.records.db, key)
  const parcels = await plansOf(context, row)
  if (parcels.length === 0) return row
  return (await tellOrder(context, key, { command: { kind: 'planParcels', parcels }, actor })).row
}

const isOpen = sql`NOT EXISTS (
  SELECT 1 FROM jsonb_array_elements(${shopOrders.life} -> 'parcels') AS parcel WHERE parcel ->> 'state' <> 'dropped'
)`

/** Plans orders that were paid and have no parcel yet. Shape: how many there were. */
export async function planPaidOrders(context: Context, { signal }: TickRound): Promise<number> {
  const paid = await context.records.db
    .select({ store: shopOrders.store, orderId: shopOrders.id })
    .from(shopOrders)
    .where(and(eq(shopOrders.stage, 'paid'), isOpen))
    .limit(AT_ONCE)
  const sending = new Map<string, boolean>()
  for (const key of paid) {
    if (signal.aborted) break
    // A shop that sends by other means has no warehouses here, and nothing is asked of its orders.
    const sends = sending.get(key.store) ?? (await readWarehouses(context, key.store)).length > 0
    sending.set(key.store, sends)
    if (!sends) continue
    try {
      await planShopOrder(context, key, 'system')
    } catch (cause) {
      // Cancelled or planned by somebody meanwhile.
      if (!(cause instanceof ApiFailure) || cause.code !== 'order_cannot') throw cause
    }
  }
  return paid.length
}

export const PLAN_PARCELS: TickJob = {
  id: 'parcels',
  everySeconds: 5,
  async run(context, round) {
    await planPaidOrders(context, round)
  },
}
