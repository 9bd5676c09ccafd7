import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import { and, desc, eq, gte, lt, ne } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { withRules } from './order-rows.ts'
import { type OrderRow, promotionOrders } from './schema.ts'

/** As many orders as one question looks at. */
export const ORDERS_MOST = 20_000

/** Business days of a shop, `[from, until)`. */
export type DayRange = { from: BusinessDay; until: BusinessDay }

/** The days that are asked about; without them the last ones, today counted. */
export function askedDays(
  context: Context,
  store: Store,
  { from, until, days }: { from?: string | undefined; until?: string | undefined; days: number },
): DayRange {
  const end = until === undefined ? addDays(businessDayOf(context.clock.now(), store.timezone), 1) : parseDay(until)
  return { from: from === undefined ? addDays(end, -days) : parseDay(from), until: end }
}

/**
 * Orders placed on the days that were not let go, the newest first; one more than `ORDERS_MOST` says that there are more.
 * The statement is given a day more at both ends, whatever the shop's time zone.
 */
export async function readOrdersOfDays(context: Context, store: Store, { from, until }: DayRange): Promise<OrderRow[]> {
  const { placedAt, state } = promotionOrders
  const instant = (day: BusinessDay, days: number) => new Date(`${addDays(day, days)}T00:00:00.000Z`)
  const rows = await context.records.db
    .select()
    .from(promotionOrders)
    .where(
      and(
        eq(promotionOrders.store, store.id),
        ne(state, 'released'),
        gte(placedAt, instant(from, -1)),
        lt(placedAt, instant(until, 1)),
      ),
    )
    .orderBy(desc(placedAt))
    .limit(ORDERS_MOST + 1)
  const ofDays = rows.filter((row) => {
    const day = businessDayOf(row.placedAt, store.timezone)
    return day >= from && day < until
  })
  return withRules(context.records.db, store.id, ofDays)
}
