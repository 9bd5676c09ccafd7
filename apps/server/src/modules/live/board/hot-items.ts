import type { LiveBasis, LiveItem } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import { type ItemSales, type RankedItem, rankItems } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import { labelsFor } from '../../insight/value-labels.ts'
import { askMetrics } from './ask-metrics.ts'
import type { Subject } from './subject.ts'

export const HOT_ITEMS = 100

/** A stretch of one day: instants, `to` not counted; `until` is the same end as the catalogue's statements take it. */
export type Stretch = { day: BusinessDay; from: Date; to: Date; until: string | null; whole: boolean }

/** Whole hours are in the sums by item and hour; any other stretch reads the events. */
const ITEMS = (cut: string): string => `SELECT
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
  WHERE store = {store:String} AND day = {day:Date} AND type IN ('view', 'pay') AND item_id != ''${cut}
  GROUP BY item_id, type
) AS i
GROUP BY item`

function cutOf({ whole, from, to }: Stretch): string {
  if (whole) return ''
  const isHours = from.getTime() % 3_600_000 === 0 && to.getTime() % 3_600_000 === 0
  const at = isHours ? 'toStartOfHour(at)' : 'at'
  return `
    AND ${at} >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC') AND ${at} < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`
}

async function trackedItems(context: Context, store: string, stretch: Stretch): Promise<ItemSales[]> {
  const params = { store, day: stretch.day, fromMs: stretch.from.getTime(), toMs: stretch.to.getTime() }
  const rows = await context.facts.query<{ item: string; units: number; cents: number; views: number }>(
    ITEMS(cutOf(stretch)),
    params,
  )
  return rows.map(({ item, units, cents, views }) => ({ item, units, paidCents: cents, views }))
}

/** Sales of order lines; by the hour where the stretch is one, else from midnight to its end. */
async function orderedItems(context: Context, subject: Subject, stretch: Stretch): Promise<ItemSales[]> {
  const range = { from: stretch.day, to: addDays(stretch.day, 1) }
  const isHour = stretch.to.getTime() - stretch.from.getTime() === 3_600_000
  const by = isHour ? ['hour', 'item'] : ['item']
  const asked = { metrics: ['paid', 'unitsSold'], by, range, until: isHour ? null : stretch.until }
  const { rows } = await askMetrics(context, subject, asked)
  const hour = isHour ? hourLabel(stretch, subject) : null
  const own = rows.filter((row) => row.item !== '' && (hour === null || row.hour === hour))
  return own.map((row) => ({
    item: String(row.item),
    units: Number(row.unitsSold ?? 0),
    paidCents: Number(row.paid ?? 0),
    views: 0,
  }))
}

const hourLabel = ({ day, from }: Stretch, { store }: Subject): string => {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: store.timezone, hour: '2-digit', hourCycle: 'h23' })
  return `${day}T${hour.format(from)}`
}

/** The leading items of a stretch, on the basis that the day is counted by; views always come from tracking. */
export async function readHotItems(
  context: Context,
  subject: Subject,
  { basis, stretch, limit = HOT_ITEMS }: { basis: LiveBasis; stretch: Stretch; limit?: number },
): Promise<RankedItem[]> {
  const tracked = await trackedItems(context, subject.store.id, stretch)
  if (basis === 'events') return rankItems(tracked, limit)
  const views = new Map(tracked.map((row) => [row.item, row.views]))
  const ordered = await orderedItems(context, subject, stretch)
  return rankItems(
    ordered.map((row) => ({ ...row, views: views.get(row.item) ?? 0 })),
    limit,
  )
}

/** Titles by item id; an item without one is called by its id. */
export async function readTitles(
  context: Context,
  store: string,
  items: readonly string[],
): Promise<Map<string, string>> {
  const rows = items.map((item) => ({ item }))
  const labels = await labelsFor(context, store, { by: ['item'], rows, occasions: [] })
  return new Map(items.map((item) => [item, labels?.item?.[item] ?? item]))
}

export const titled = (rows: readonly RankedItem[], titles: ReadonlyMap<string, string>): LiveItem[] =>
  rows.map(({ rank, item, units, paidCents, views }) => ({
    rank,
    item,
    title: titles.get(item) ?? item,
    units,
    paidCents,
    views,
  }))
