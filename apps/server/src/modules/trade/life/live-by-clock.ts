import { DEFAULT_LIFE_POLICY, dueCommands } from '@zhanggui/orders'
import { asc, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { TickJob, TickRound } from '../../live/tick-job.ts'
import { workOrder } from './effects/work-effects.ts'
import { type OrderKey, readShopOrderRow } from './order-rows.ts'
import { shopOrders } from './schema.ts'
import { tellOrder } from './tell-order.ts'

const AT_ONCE = 200

async function passTime(context: Context, key: OrderKey, now: Date): Promise<void> {
  const { life } = await readShopOrderRow(context.records.db, key)
  for (const command of dueCommands(life, { now: now.getTime(), policy: DEFAULT_LIFE_POLICY }))
    try {
      await tellOrder(context, key, { command, actor: 'system' })
    } catch (cause) {
      // Somebody acted between the look and the word: then that is what happened.
      if (!(cause instanceof ApiFailure) || cause.code !== 'order_cannot') throw cause
    }
  await workOrder(context, key)
}

/** Lets happen what silence means: unpaid orders lapse, requests are agreed to, goods count as received. Shape: how many orders were due. */
export async function liveByClock(context: Context, { now, signal }: TickRound): Promise<number> {
  const due = await context.records.db
    .select({ store: shopOrders.store, orderId: shopOrders.id })
    .from(shopOrders)
    .where(lte(shopOrders.dueAt, now))
    .orderBy(asc(shopOrders.dueAt))
    .limit(AT_ONCE)
  for (const key of due) {
    if (signal.aborted) break
    await passTime(context, key, now)
  }
  return due.length
}

export const ORDERS_BY_CLOCK: TickJob = {
  id: 'orders',
  everySeconds: 2,
  async run(context, round) {
    while ((await liveByClock(context, round)) === AT_ONCE && !round.signal.aborted);
  },
}
