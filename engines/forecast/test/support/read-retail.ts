import { type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { readRows } from '../../../kernel/test/support/real-data.ts'
import { type BenchSet, sample } from './bench-series.ts'

const FILES = [
  { file: 'online_retail_ii/year_2009_2010.csv.gz', columns: ['Invoice', 'StockCode', 'Quantity', 'InvoiceDate'] },
  { file: 'online_retail_ii/year_2010_2011.csv.gz', columns: ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate'] },
] as const
const FIRST = parseDay('2009-12-01')
/** Both files hold 1–9 December 2010; the second one's lines are taken. */
const SECOND_FROM = '2010-12-01'
const DAYS = 739

/** Units sold a day by item, returns left out; items that are goods, most frequent first. */
function dailyUnits(): Map<string, Float64Array> {
  const items = new Map<string, Float64Array>()
  for (const { file, columns } of FILES)
    for (const [invoice, code, quantity, at] of readRows(file, columns)) {
      const day = (at ?? '').slice(0, 10)
      if (file === FILES[0].file && day >= SECOND_FROM) continue
      const units = Number(quantity)
      if (!code || !/^\d{5}/.test(code) || units <= 0 || invoice?.startsWith('C')) continue
      const values = items.get(code) ?? new Float64Array(DAYS)
      items.set(code, values)
      const index = daysBetween(FIRST, day as BusinessDay)
      values[index] = (values[index] as number) + units
    }
  return items
}

const daysSold = (values: Float64Array): number => values.reduce((count, v) => count + (v > 0 ? 1 : 0), 0)

let known: [string, Float64Array][] | null = null
const itemsByFrequency = (): [string, Float64Array][] => {
  known ??= [...dailyUnits()].sort((a, b) => daysSold(b[1]) - daysSold(a[1]) || (a[0] < b[0] ? -1 : 1))
  return known
}

const weekSums = (values: Float64Array): number[] =>
  Array.from({ length: Math.floor(values.length / 7) }, (_, w) =>
    values.subarray(w * 7, w * 7 + 7).reduce((a, b) => a + b, 0),
  )

/** Daily units of items among the 600 sold on most days: from steady to intermittent. */
export function readRetailDaily(size: number): BenchSet {
  const series = sample(itemsByFrequency().slice(0, 600), size).map(([code, values]) => ({
    id: `retail daily ${code}`,
    series: { start: FIRST, grain: 'day' as const, values: Array.from(values) },
    events: [],
    regressors: [],
  }))
  return { id: 'retailDaily', horizon: 28, origins: 2, series }
}

/** Weekly units of items among the 600 sold on most days. */
export function readRetailWeekly(size: number): BenchSet {
  const series = sample(itemsByFrequency().slice(0, 600), size).map(([code, values]) => ({
    id: `retail weekly ${code}`,
    series: { start: FIRST, grain: 'week' as const, values: weekSums(values) },
    events: [],
    regressors: [],
  }))
  return { id: 'retailWeekly', horizon: 8, origins: 3, series }
}

const RANGES = ['CHRISTMAS', 'GARDEN', 'HEART', 'BAG', 'EASTER'] as const

/** Monthly units of a few ranges, by the word in the description: December 2009 to November 2011. */
export function readRetailCategories(): {
  id: string
  series: { start: BusinessDay; grain: 'month'; values: number[] }
}[] {
  const sums = new Map<string, number[]>(RANGES.map((id) => [id, new Array<number>(24).fill(0)]))
  for (const { file, columns } of FILES)
    for (const [, , quantity, at, description] of readRows(file, [...columns, 'Description'])) {
      const day = (at ?? '').slice(0, 10)
      if (file === FILES[0].file && day >= SECOND_FROM) continue
      const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - (2009 * 12 + 12)
      for (const id of RANGES) {
        const values = sums.get(id)
        if (values && month < 24 && Number(quantity) > 0 && description?.includes(id))
          values[month] = (values[month] ?? 0) + Number(quantity)
      }
    }
  return [...sums].map(([id, values]) => ({ id, series: { start: FIRST, grain: 'month', values } }))
}
