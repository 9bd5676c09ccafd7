import { type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { readRows } from '../../../kernel/test/support/real-data.ts'
import { type BenchSet, sample } from './bench-series.ts'

const FILE = 'price_avocado/avocado.csv.gz'
const FIRST = parseDay('2015-01-04')
const WEEKS = 281

/** Weekly volume (pieces) of a market and kind. No price: a market's price is not known ahead. */
export function readAvocado(size: number): BenchSet {
  const byKey = new Map<string, (number | null)[]>()
  for (const [date, volume, type, place] of readRows(FILE, ['date', 'total_volume', 'type', 'geography'])) {
    const key = `${place}/${type}`
    const values = byKey.get(key) ?? new Array<number | null>(WEEKS).fill(null)
    const week = Math.floor(daysBetween(FIRST, date as BusinessDay) / 7)
    if (week < WEEKS) values[week] = Number(volume)
    byKey.set(key, values)
  }
  const series = sample([...byKey], size).map(([key, values]) => ({
    id: `avocado ${key}`,
    series: { start: FIRST, grain: 'week' as const, values },
    events: [],
    regressors: [],
  }))
  return { id: 'avocado', horizon: 8, origins: 3, series }
}
