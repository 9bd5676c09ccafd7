import type { Context } from '../../../context.ts'
import { MINUTE_MS } from '../minutes/minute-cells.ts'
import type { BoardClock } from './board-clock.ts'

/** What tracking saw of a day, by minute from midnight. */
export type DayEvents = {
  pv: number[]
  paidCents: number[]
  events: number
  payments: number
  units: number
  latest: Date | null
}

const DAY_EVENTS = `SELECT
  toUnixTimestamp(toStartOfMinute(at)) * 1000 AS minute_ms,
  type,
  count() AS events,
  sum(quantity) AS units,
  sum(amount_cents) AS cents
FROM events
WHERE store = {store:String} AND day = {day:Date}
GROUP BY minute_ms, type`

type Row = { minute_ms: number; type: string; events: number; units: number; cents: number }

/** One statement for the whole day: late events are in it wherever they belong. */
export async function readDayEvents({ facts }: Context, store: string, clock: BoardClock): Promise<DayEvents> {
  const rows = await facts.query<Row>(DAY_EVENTS, { store, day: clock.day })
  const minutes = Math.min(1440, Math.max(0, Math.ceil((clock.at.getTime() - clock.start.getTime()) / MINUTE_MS)))
  const empty = (): number[] => new Array<number>(minutes).fill(0)
  const day: DayEvents = { pv: empty(), paidCents: empty(), events: 0, payments: 0, units: 0, latest: null }
  for (const row of rows) addRow(day, row, clock)
  return day
}

function addRow(day: DayEvents, row: Row, { start }: BoardClock): void {
  const minute = Math.floor((row.minute_ms - start.getTime()) / MINUTE_MS)
  // A minute that has not begun: beyond the instant of a replay, or a sender's clock that is ahead.
  if (minute < 0 || minute >= day.pv.length) return
  day.events += row.events
  if (day.latest === null || row.minute_ms > day.latest.getTime()) day.latest = new Date(row.minute_ms)
  if (row.type === 'view') day.pv[minute] = (day.pv[minute] ?? 0) + row.events
  if (row.type !== 'pay') return
  day.paidCents[minute] = (day.paidCents[minute] ?? 0) + row.cents
  day.payments += row.events
  day.units += row.units
}
