import type { Store } from '@zhanggui/contract'
import { addDays, businessDayOf } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'

/** Days looked back for the day with the most orders: a year and the campaigns that move within it. */
const LOOK_BACK_DAYS = 400
/** A day with fewer orders says nothing about its minutes. */
const ORDERS_MIN = 500

const BUSIEST_MINUTE_SQL = `
WITH
  placed AS (
    SELECT created_day, order_id, min(created_at) AS at
    FROM order_lines FINAL
    WHERE store = {store:String} AND kind = 'sale' AND created_day >= {from:Date} AND created_day < {to:Date}
    GROUP BY created_day, order_id
  ),
  busiest AS (
    SELECT created_day, count() AS orders
    FROM placed
    GROUP BY created_day
    ORDER BY orders DESC, created_day DESC
    LIMIT 1
  ),
  minutes AS (
    SELECT toStartOfMinute(at) AS minute, count() AS n
    FROM placed
    WHERE created_day = (SELECT created_day FROM busiest)
    GROUP BY minute
  )
SELECT max(n) AS most, sum(n) AS orders, count() AS minutes
FROM minutes`

/**
 * Share of its day in the busiest minute of the shop's busiest day, basis points; null without such a day, or where its orders carry
 * no time of day.
 */
export async function busiestMinuteBp(context: Context, store: Store): Promise<number | null> {
  const today = businessDayOf(context.clock.now(), store.timezone)
  const params = { store: store.id, from: addDays(today, -LOOK_BACK_DAYS), to: today }
  const [row] = await context.facts.query<{ most: number; orders: number; minutes: number }>(BUSIEST_MINUTE_SQL, params)
  if (!row || row.orders < ORDERS_MIN || row.minutes < 2) return null
  return Math.ceil((row.most * 10_000) / row.orders)
}
