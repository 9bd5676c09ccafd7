import type { LiveBasis, LiveFigures } from '@zhanggui/contract'
import { addDays } from '@zhanggui/kernel'
import { evaluateMetric } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { visitorsSql } from '../minutes/summed-measures.ts'
import { askMetrics } from './ask-metrics.ts'
import { type BoardClock, untilOf } from './board-clock.ts'
import type { DayEvents } from './day-events.ts'
import type { Subject } from './subject.ts'

const ONLINE_MINUTES = 5

export type People = { uv: number | null; payers: number | null }

/** Distinct people, exactly. Zero that are known is nobody who could be known: no figure. */
const PEOPLE = (cut: string): string => `SELECT
  uniqExactIf(visitor, type = 'view') AS uv,
  uniqExactIf(visitor, type = 'pay') AS payers
FROM events
WHERE store = {store:String} AND day = {day:Date} AND visitor != 0 AND type IN ('view', 'pay')${cut}`

const ONLINE = `SELECT ${visitorsSql({ sliced: false })} AS online
FROM events AS f
WHERE f.store = {store:String} AND f.day = {day:Date} AND f.type = 'view'
  AND toStartOfMinute(f.at) >= fromUnixTimestamp64Milli({fromMs:Int64}, 'UTC')
  AND toStartOfMinute(f.at) < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')`

/** Only a past instant needs the events themselves; the running day is read from the sums by visitor and day. */
export async function readPeople({ facts }: Context, store: string, clock: BoardClock): Promise<People> {
  const cut = clock.replay ? " AND at < fromUnixTimestamp64Milli({toMs:Int64}, 'UTC')" : ''
  const params = { store, day: clock.day, toMs: clock.at.getTime() }
  const [people] = await facts.query<{ uv: number; payers: number }>(PEOPLE(cut), params)
  return { uv: people?.uv || null, payers: people?.payers || null }
}

/** Visitors of the last minutes. */
export async function readOnline({ facts }: Context, store: string, clock: BoardClock): Promise<number | null> {
  const toMs = clock.at.getTime()
  const params = { store, day: clock.day, toMs, fromMs: toMs - ONLINE_MINUTES * 60_000 }
  const [row] = await facts.query<{ online: number }>(ONLINE, params)
  return row?.online || null
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Sales by order lines, as the catalogue defines them. */
export async function readSales(context: Context, subject: Subject, clock: BoardClock) {
  const range = { from: clock.day, to: addDays(clock.day, 1) }
  const metrics = ['paid', 'orders', 'buyers', 'unitsSold']
  const until = untilOf(clock, subject.store.timezone)
  const { totals } = await askMetrics(context, subject, { metrics, range, until })
  return {
    paidCents: number(totals.paid),
    orders: number(totals.orders),
    buyers: number(totals.buyers),
    units: number(totals.unitsSold),
  }
}
export type DaySales = Awaited<ReturnType<typeof readSales>>

/** Ad tools report by day, so what they last said stands for the day so far; a past instant knows no such report. */
export async function readSpend(context: Context, subject: Subject, clock: BoardClock) {
  if (clock.replay) return { spendCents: null, roi: null }
  const range = { from: clock.day, to: addDays(clock.day, 1) }
  const { totals } = await askMetrics(context, subject, { metrics: ['spend', 'roi'], range })
  const spendCents = number(totals.spend)
  return { spendCents: spendCents === 0 ? null : spendCents, roi: number(totals.roi) }
}

/** Visits of the whole day are cut by idle time, which is the costliest question of the board: it is asked less often. */
export async function readBounceRate(context: Context, subject: Subject, clock: BoardClock): Promise<number | null> {
  const range = { from: clock.day, to: addDays(clock.day, 1) }
  const until = untilOf(clock, subject.store.timezone)
  const { totals } = await askMetrics(context, subject, { metrics: ['bounceRate'], range, until })
  return number(totals.bounceRate)
}

/** The catalogue's AOV in whole cents, rounded once. */
function aovOf(paid: number | null, buyers: number | null): number | null {
  const aov = evaluateMetric('aov', { paid, buyers })
  return aov === null ? null : Math.round(aov)
}

export type FigureParts = {
  basis: LiveBasis | null
  sales: DaySales
  spend: { spendCents: number | null; roi: number | null }
  bounceRate: number | null
  events: DayEvents
  people: People
  online: number | null
}

/** The figures of the day so far, all sales on the same basis. */
export function dayFigures({
  basis,
  sales: ordered,
  spend,
  bounceRate,
  events,
  people,
  online,
}: FigureParts): LiveFigures {
  const tracked: DaySales = {
    paidCents: events.paidCents.reduce((a, b) => a + b, 0),
    orders: events.payments,
    buyers: people.payers,
    units: events.units,
  }
  const sales = basis === 'events' ? tracked : ordered
  return {
    ...sales,
    ...spend,
    bounceRate,
    uv: people.uv,
    online,
    pv: events.pv.reduce((a, b) => a + b, 0),
    events: events.events,
    aovCents: aovOf(sales.paidCents, sales.buyers),
    cvr: evaluateMetric('cvr', { buyers: sales.buyers, uv: people.uv }),
  }
}
