import { type ParcelPlan, promiseDelivery, splitOrder, unitsToPlan, type WarehouseShare } from '@zhanggui/orders'
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { ErrorCode } from '../../../http/error-codes.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { hasUnitsToPlan, type OrderKey, ownOrder, readShopOrderRow } from '../life/order-rows.ts'
import { type ShopOrderRow, shopOrders } from '../life/schema.ts'
import { tellOrder } from '../life/tell-order.ts'
import { readCarriers, readWarehouses } from './warehouses.ts'

/** A day more than the road takes is promised, so that an ordinary day late keeps the promise. */
const SLACK_DAYS = 1
const AT_ONCE = 200
/** How long an order waits that no warehouse could fill; one that changes is looked at anew at once. */
const WAIT_MS = 300_000

const isRefusal = (cause: unknown, code: ErrorCode): boolean => cause instanceof ApiFailure && cause.code === code

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

/** Another order may take the last units between the look and the word; who met that five times in a row waits for the next round. */
const ATTEMPTS = 5

/**
 * Chooses warehouses, carriers and promised dates for what is not planned yet, and takes the units from the warehouses (P7.17). What no
 * warehouse has stays open and is planned once one has it.
 * Errors: throws `not_found`, `order_cannot` for an order that is not paid, `warehouse_short` where others were always faster.
 */
export async function planShopOrder(context: Context, key: OrderKey, actor: string): Promise<ShopOrderRow> {
  for (let attempt = 1; ; attempt++) {
    const row = await readShopOrderRow(context.records.db, key)
    const parcels = await plansOf(context, row)
    if (parcels.length === 0) return row
    try {
      return (await tellOrder(context, key, { command: { kind: 'planParcels', parcels }, actor })).row
    } catch (cause) {
      if (!isRefusal(cause, 'warehouse_short') || attempt === ATTEMPTS) throw cause
    }
  }
}

const isDue = (now: Date) =>
  and(
    eq(shopOrders.stage, 'paid'),
    shopOrders.toPlan,
    or(isNull(shopOrders.planTriedAt), lte(shopOrders.planTriedAt, new Date(now.getTime() - WAIT_MS))),
  )

/** Those that were not looked at yet come first, then who has waited longest. */
const dueOf = (context: Context, store: string, now: Date): Promise<{ orderId: string }[]> =>
  context.records.db
    .select({ orderId: shopOrders.id })
    .from(shopOrders)
    .where(and(eq(shopOrders.store, store), isDue(now)))
    .orderBy(sql`${shopOrders.planTriedAt} NULLS FIRST`, asc(shopOrders.placedAt))
    .limit(AT_ONCE)

/** Plans what a warehouse has; what none has waits a while. */
async function tryToPlan(context: Context, key: OrderKey, now: Date): Promise<void> {
  try {
    const { life } = await planShopOrder(context, key, 'system')
    await context.records.db
      .update(shopOrders)
      .set({ planTriedAt: now, toPlan: hasUnitsToPlan(life) })
      .where(ownOrder(key))
  } catch (cause) {
    // Cancelled or planned by somebody meanwhile, or others took what was left.
    if (!isRefusal(cause, 'order_cannot') && !isRefusal(cause, 'warehouse_short')) throw cause
  }
}

/** Plans orders that were paid and have units in no parcel. Shape: how many were tried. */
export async function planPaidOrders(context: Context, { now, signal }: TickRound): Promise<number> {
  const stores = await context.records.db.selectDistinct({ store: shopOrders.store }).from(shopOrders).where(isDue(now))
  let tried = 0
  for (const { store } of stores) {
    // A shop that sends by other means has no warehouses here, and nothing is asked of its orders.
    if ((await readWarehouses(context, store)).length === 0) continue
    for (const { orderId } of await dueOf(context, store, now)) {
      if (signal.aborted) return tried
      await tryToPlan(context, { store, orderId }, now)
      tried++
    }
  }
  return tried
}

export const PLAN_PARCELS: TickJob = {
  id: 'parcels',
  everySeconds: 5,
  async run(context, round) {
    await planPaidOrders(context, round)
  },
}
