import { hasData } from '../../../kernel/test/support/real-data.ts'
import type { BenchSet } from './bench-series.ts'
import { readAvocado } from './read-avocado.ts'
import { readBaby } from './read-baby.ts'
import { readFrat } from './read-frat.ts'
import { readRetailDaily, readRetailWeekly } from './read-retail.ts'
import { readWalmart } from './read-walmart.ts'

/** The real data sets by name, each with the file it needs. `size` is the number of series taken. */
const READERS: readonly { id: string; file: string; read: (size: number) => BenchSet }[] = [
  { id: 'walmart', file: 'walmart_store_sales/train.csv.gz', read: readWalmart },
  { id: 'frat', file: 'breakfast_at_the_frat/transactions.csv.gz', read: readFrat },
  { id: 'avocado', file: 'price_avocado/avocado.csv.gz', read: readAvocado },
  { id: 'retailWeekly', file: 'online_retail_ii/year_2010_2011.csv.gz', read: readRetailWeekly },
  { id: 'retailDaily', file: 'online_retail_ii/year_2010_2011.csv.gz', read: readRetailDaily },
  { id: 'baby', file: 'tmall_mum_baby/trade_history_2012_2013.csv.gz', read: () => readBaby() },
]

export const SET_IDS = READERS.map((r) => r.id)

/** Null where the data is not there. */
export function readSet(id: string, size: number): BenchSet | null {
  const reader = READERS.find((r) => r.id === id)
  return reader && hasData(reader.file) ? reader.read(size) : null
}
