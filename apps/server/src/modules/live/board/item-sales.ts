import type { LiveBasis } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { ItemSales } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import { askMetrics } from './ask-metrics.ts'
import { type BoardClock, untilOf } from './board-clock.ts'
import type { Subject } from './subject.ts'

/** Hours of one day, `to` not counted; in a replay nothing after the clock's instant. */
export type HourSpan = { clock: BoardClock; from: number; to: number }

export const wholeDay = (clock: BoardClock): HourSpan => ({ clock, from: 0, to: 24 })

/** Whole hours are in the sums by item and hour; only a replay reads the events themselves. */
const TRACKED = (cut: string): string => `SELECT
  item_id AS item,
  sumIf(i.units, i.type = 'pay') AS units,
  sumIf(i.cents, i.type = 'pay') AS cents,
  sumIf(i.events, i.type = 'view') AS views
FROM (
  SELECT
    item_id,
    type,
    sum(quantity) AS units,
    sum(amount_cents) AS cents,
    count() AS events
  FROM events
  WHERE store = {store:String} AND day = {day:Date} AND type IN ('view', 'pay') AND item_id != ''
    AND toStartOfHour(at) >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
    AND toStartOfHour(at) < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')${cut}
  GROUP BY item_id, type
) AS i
GROUP BY item`

const HOUR_MS = 3_600_000

async function trackedItems(context: Context, store: string, { clock, from, to }: HourSpan): Promise<ItemSales[]> {
  const cut = clock.replay ? "\n    AND at < fromUnixTimestamp64Milli({untilMs:Int64}, 'UTC')" : ''
  const rows = await context.facts.query<{ item: string; units: number; cents: number; views: number }>(TRACKED(cut), {
    store,
    day: clock.day,
    fromMs: clock.start.getTime() + from * HOUR_MS,
    toMs: clock.start.getTime() + to * HOUR_MS,
    untilMs: clock.at.getTime(),
  })
  return rows.map(({ item, units, cents, views }) => ({ item, units, paidCents: cents, views }))
}

const label = (day: BusinessDay, hour: number): string => `${day}T${String(hour).padStart(2, '0')}`

async function orderedItems(context: Context, subject: Subject, span: HourSpan): Promise<Omit<ItemSales, 'views'>[]> {
  const { clock, from, to } = span
  const isDay = from === 0 && to >= 24
  const { rows } = await askMetrics(context, subject, {
    metrics: ['paid', 'unitsSold'],
    by: isDay ? ['item'] : ['hour', 'item'],
    range: { from: clock.day, to: addDays(clock.day, 1) },
    until: untilOf(clock, subject.store.timezone),
  })
  const sums = new Map<string, Omit<ItemSales, 'views'>>()
  for (const row of rows) {
    const hour = String(row.hour ?? '')
    if (row.item === '' || (!isDay && (hour < label(clock.day, from) || hour >= label(clock.day, to)))) continue
    const item = String(row.item)
    const sum = sums.get(item) ?? { item, units: 0, paidCents: 0 }
    sum.units += Number(row.unitsSold ?? 0)
    sum.paidCents += Number(row.paid ?? 0)
    sums.set(item, sum)
  }
  return [...sums.values()]
}

/** What each item brought in some hours of a day, on the basis that the day is counted by; views always come from tracking. */
export async function readItemSales(
  context: Context,
  subject: Subject,
  { basis, span }: { basis: LiveBasis; span: HourSpan },
): Promise<ItemSales[]> {
  const tracked = await trackedItems(context, subject.store.id, span)
  if (basis === 'events') return tracked
  const views = new Map(tracked.map((row) => [row.item, row.views]))
  const ordered = await orderedItems(context, subject, span)
  return ordered.map((row) => ({ ...row, views: views.get(row.item) ?? 0 }))
}
