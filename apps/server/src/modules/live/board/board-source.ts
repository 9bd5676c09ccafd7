import type { DayRange } from '@zhanggui/calendar'
import type { LiveBasis, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay } from '@zhanggui/kernel'
import type { ItemSales } from '@zhanggui/live'
import type { Context } from '../../../context.ts'
import { answerOnce } from '../../insight/answer-cache.ts'
import { askMetrics } from './ask-metrics.ts'
import type { BoardClock } from './board-clock.ts'
import { readCommitted } from './campaign-sell-through.ts'
import { readComparedDay } from './compared-day.ts'
import { readDayEvents } from './day-events.ts'
import { readBounceRate, readOnline, readPeople, readSales, readSpend } from './day-figures.ts'
import { readDayTarget } from './day-target.ts'
import { readTitles } from './hot-items.ts'
import { readHour } from './hour-funnel.ts'
import { type HourSpan, readItemSales } from './item-sales.ts'
import { readInbound, readShelf } from './item-shelf.ts'
import { readLastDay } from './last-day.ts'
import { readPaidCourses } from './paid-courses.ts'
import { readSubject, type Subject } from './subject.ts'
import { readUsualDay } from './usual-day.ts'

/** Units and money of each item over whole days that are over. */
async function pastItems(context: Context, subject: Subject, range: DayRange): Promise<ItemSales[]> {
  if (range.from >= range.to) return []
  const { rows } = await askMetrics(context, subject, { metrics: ['unitsSold', 'paid'], by: ['item'], range })
  return rows.map((row) => ({
    item: String(row.item),
    units: Number(row.unitsSold ?? 0),
    paidCents: Number(row.paid ?? 0),
    views: 0,
  }))
}

async function paidByDay(context: Context, subject: Subject, range: DayRange): Promise<Map<string, number>> {
  const { rows } = await askMetrics(context, subject, { metrics: ['paid'], by: ['day'], range })
  return new Map(rows.map((row) => [String(row.day), Number(row.paid ?? 0)]))
}

/** Everything that a board is made of, one question each; a live room keeps the answers of the costly ones for a while. */
export function boardSource(context: Context, store: Store) {
  const once = <T>(name: string, about: unknown, ask: () => Promise<T>): Promise<T> =>
    answerOnce(context, ['live', name, store.id, about], ask)
  return {
    subject: () => readSubject(context, store),
    lastDay: () => readLastDay(context, store.id),
    target: (subject: Subject, day: BusinessDay) =>
      readDayTarget(context, subject, day, (range) =>
        once('paidByDay', range, () => paidByDay(context, subject, range)),
      ),
    events: (clock: BoardClock) => readDayEvents(context, store.id, clock),
    people: (clock: BoardClock) => readPeople(context, store.id, clock),
    online: (clock: BoardClock) => readOnline(context, store.id, clock),
    sales: (subject: Subject, clock: BoardClock) => readSales(context, subject, clock),
    paidMinutes: async (subject: Subject, day: BusinessDay) => {
      const range = { from: day, to: addDays(day, 1) }
      return (await readPaidCourses(context, subject, { basis: 'orders', range })).get(day) ?? null
    },
    spend: (subject: Subject, clock: BoardClock) => readSpend(context, subject, clock),
    bounceRate: (subject: Subject, clock: BoardClock) => readBounceRate(context, subject, clock),
    hour: (subject: Subject, clock: BoardClock) => readHour(context, subject, clock),
    usual: (subject: Subject, about: { day: BusinessDay; basis: LiveBasis }) =>
      once('usual', about, () => readUsualDay(context, subject, about)),
    compared: (subject: Subject, about: { day: BusinessDay; basis: LiveBasis }) =>
      once('compared', about, () => readComparedDay(context, subject, about)),
    items: (subject: Subject, about: { basis: LiveBasis; span: HourSpan }) => readItemSales(context, subject, about),
    pastItems: (subject: Subject, range: DayRange) =>
      once('pastItems', range, () => pastItems(context, subject, range)),
    paidByDay: (subject: Subject, range: DayRange) =>
      once('paidByDay', range, () => paidByDay(context, subject, range)),
    inbound: (range: DayRange) => once('inbound', range, () => readInbound(context, store.id, range)),
    shelf: (day: BusinessDay) => once('shelf', day, () => readShelf(context, store.id, day)),
    committed: (clock: BoardClock) => readCommitted(context, store.id, clock),
    titles: (items: readonly string[]) => once('titles', items, () => readTitles(context, store.id, items)),
  }
}
export type BoardSource = ReturnType<typeof boardSource>
