import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import { readRows } from '../../../kernel/test/support/real-data.ts'
import { type BenchSet, sample } from './bench-series.ts'

const FILE = 'breakfast_at_the_frat/transactions.csv.gz'
const FIRST = parseDay('2009-01-14')
const WEEKS = 156
const LEAST_WEEKS = 150

type Cells = { units: (number | null)[]; price: (number | null)[]; flags: Record<Flag, number[]> }
const FLAGS = ['feature', 'display', 'tpr_only'] as const
type Flag = (typeof FLAGS)[number]

const empty = (): Cells => ({
  units: new Array<number | null>(WEEKS).fill(null),
  price: new Array<number | null>(WEEKS).fill(null),
  flags: { feature: zeros(), display: zeros(), tpr_only: zeros() },
})
const zeros = (): number[] => new Array<number>(WEEKS).fill(0)

/** Weekly units of a product in a store, with its price and promotion flags, which a shop knows ahead because it sets them. */
export function readFrat(size: number): BenchSet {
  const columns = ['week_end_date', 'store_id', 'upc_id', 'units', 'price', ...FLAGS]
  const byKey = new Map<string, Cells>()
  for (const [date, store, upc, units, price, ...flags] of readRows(FILE, columns)) {
    const key = `${store}/${upc}`
    const cells = byKey.get(key) ?? empty()
    byKey.set(key, cells)
    const week = daysBetween(FIRST, parseDay((date ?? '').slice(0, 10))) / 7
    cells.units[week] = Number(units)
    cells.price[week] = price ? Number(price) : null
    for (const [i, flag] of FLAGS.entries()) cells.flags[flag][week] = Number(flags[i])
  }
  const enough = [...byKey].filter(([, c]) => c.units.filter((v) => v !== null).length >= LEAST_WEEKS)
  const series = sample(enough, size).map(([key, { units, price, flags }]) => ({
    id: `frat ${key}`,
    series: { start: addDays(FIRST, -6), grain: 'week' as const, values: units },
    events: [],
    regressors: [
      { id: 'price', kind: 'price' as const, values: price },
      ...FLAGS.map((id) => ({ id, kind: 'promotion' as const, values: flags[id] })),
    ],
  }))
  return { id: 'frat', horizon: 8, origins: 3, series }
}
