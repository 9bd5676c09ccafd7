import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { readRows } from '../../../kernel/test/support/real-data.ts'
import { eventSpans } from '../../src/series/event-span.ts'
import type { BenchSet } from './bench-series.ts'

const FILE = 'tmall_mum_baby/trade_history_2012_2013.csv.gz'
const FIRST = parseDay('2012-07-02')
const DAYS = 548
/** An order of hundreds of one item is a reseller; demand counts it as this many. */
const MOST_UNITS = 10

/** Purchases a day of the six root categories and of all, on Tmall, with the platform's occasions and the lunar festivals. */
export function readBaby(): BenchSet {
  const byKey = new Map<string, number[]>()
  for (const [category, units, day] of readRows(FILE, ['category_1', 'buy_mount', 'day'])) {
    const at = `${day?.slice(0, 4)}-${day?.slice(4, 6)}-${day?.slice(6, 8)}` as BusinessDay
    for (const key of ['all', category ?? '']) {
      const values = byKey.get(key) ?? new Array<number>(DAYS).fill(0)
      byKey.set(key, values)
      const index = daysBetween(FIRST, at)
      values[index] = (values[index] ?? 0) + Math.min(Number(units), MOST_UNITS)
    }
  }
  const events = eventSpans({ from: FIRST, to: addDays(FIRST, DAYS + 60) })
  const series = [...byKey].map(([key, values]) => ({
    id: `baby ${key}`,
    series: { start: FIRST, grain: 'day' as const, values },
    events,
    regressors: [],
  }))
  return { id: 'baby', horizon: 28, origins: 3, series }
}
