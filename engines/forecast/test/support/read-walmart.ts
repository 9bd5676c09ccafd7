import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { readRows } from '../../../kernel/test/support/real-data.ts'
import type { EventSpan } from '../../src/series/event-span.ts'
import { type BenchSet, sample } from './bench-series.ts'

const FILE = 'walmart_store_sales/train.csv.gz'
const WEEKS = 143

/** The four holidays that the data set names, and Easter; days of influence around each. */
const HOLIDAYS: readonly { id: string; days: readonly string[]; before: number; after: number }[] = [
  { id: 'superBowl', days: ['2010-02-07', '2011-02-06', '2012-02-05', '2013-02-03'], before: 6, after: 0 },
  { id: 'easter', days: ['2010-04-04', '2011-04-24', '2012-04-08'], before: 13, after: 1 },
  { id: 'labourDay', days: ['2010-09-06', '2011-09-05', '2012-09-03'], before: 6, after: 0 },
  { id: 'thanksgiving', days: ['2010-11-25', '2011-11-24', '2012-11-22'], before: 7, after: 6 },
  { id: 'christmas', days: ['2010-12-25', '2011-12-25', '2012-12-25'], before: 27, after: 8 },
]

export const US_HOLIDAYS: readonly EventSpan[] = HOLIDAYS.map(({ id, days, before, after }) => ({
  id,
  days: days.flatMap((day) =>
    Array.from({ length: before + after + 1 }, (_, i) => ({
      day: addDays(parseDay(day), i - before),
      offset: i - before,
      weight: 1,
    })),
  ),
}))

const FIRST = parseDay('2010-02-05')

/** Weekly sales (USD) of a store's department; only departments with a figure for each of the 143 weeks. Weeks end on Friday. */
export function readWalmart(size: number): BenchSet {
  const byKey = new Map<string, (number | null)[]>()
  for (const [store, dept, date, sales] of readRows(FILE, ['Store', 'Dept', 'Date', 'Weekly_Sales']) as Iterable<
    [string, string, BusinessDay, string]
  >) {
    const key = `${store}/${dept}`
    const values = byKey.get(key) ?? new Array<number | null>(WEEKS).fill(null)
    values[daysBetween(FIRST, date) / 7] = Number(sales)
    byKey.set(key, values)
  }
  const whole = [...byKey].filter(([, values]) => values.every((v) => v !== null))
  const series = sample(whole, size).map(([key, values]) => ({
    id: `walmart ${key}`,
    // A week's figure belongs to the seven days that end on its date.
    series: { start: addDays(FIRST, -6), grain: 'week' as const, values },
    events: US_HOLIDAYS,
    regressors: [],
  }))
  return { id: 'walmart', horizon: 8, origins: 4, series }
}
