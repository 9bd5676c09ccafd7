import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BenchPart } from '../bench-part.ts'
import { measureImport } from '../measured-import.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const FILES = ['year_2009_2010.csv.gz', 'year_2010_2011.csv.gz']
const SMALL = `Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country
489434,85048,CHRISTMAS LIGHTS,12,2009-12-01 07:45:00,6.95,13085.0,United Kingdom
`
/** Both yearly files hold the first nine days of December 2010; these lines remain when they are counted once. */
const LINES = 1_044_847

/** The real online_retail_ii, both years, where the public data folder is there (`ZHANGGUI_DATA` or `../shared/data`). */
export const importRetail: BenchPart = async () => {
  const data = resolve(ROOT, process.env.ZHANGGUI_DATA ?? '../shared/data')
  const paths = FILES.map((file) => join(data, 'online_retail_ii', file))
  const missing = paths.find((path) => !existsSync(path))
  if (missing) return { results: [], ratios: [], notes: [`left out: ${missing} is not there; set ZHANGGUI_DATA`] }
  return measureImport({
    id: 'importRetail',
    paths,
    small: SMALL,
    bare: {
      columns:
        'invoice String, code String, description String, quantity Int64, at DateTime, price Decimal(18, 4), customer String, country LowCardinality(String)',
      orderBy: '(toDate(at), invoice, code)',
      skipLines: 1,
    },
    heap: {
      columns:
        'invoice String, code String, description String, quantity Int64, at String, price Float64, customer String, country String',
      orderBy: 'tuple()',
      skipLines: 1,
    },
    check: (job) => job.accepted === LINES && job.rejected === 0,
  })
}
