import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

const YEARS = ['year_2009_2010', 'year_2010_2011'] as const
/** Invoice; then, from the right, quantity, time, price, customer, country: descriptions hold commas and quotes. */
const LINE = /^"?([^,"]+)"?,.*,(-?\d+),"?([^,"]+)"?,(-?\d+(?:\.\d{1,4})?),(\d*),"?[^,"]+"?$/
const AT_HOME = /,"?United Kingdom"?$/
/** From here on the second file holds the same lines. */
const SECOND_FROM = '2010-12-01'

export type RetailAbroad = {
  /** The order logs, oldest first. */
  files: string[]
  /** Pence paid by month (`2011-03`), reckoned here from the lines, apart from the product. */
  paid: Map<string, number>
}

/** Quantity times price in whole pence, half up, by digits: four decimals are the most that the file has. */
function penceOf(quantity: string, price: string): number {
  const [whole = '', part = ''] = price.split('.')
  const tenThousandths = Number(quantity) * Number(whole + part.padEnd(4, '0'))
  return Math.floor((tenThousandths + 50) / 100)
}

/** Paid: positive quantity and price on an invoice that starts with a digit; cancellations and bad debt do not. */
function addPaid(paid: Map<string, number>, line: string, until: string): void {
  const [, invoice = '', quantity = '', at = '', price = ''] = LINE.exec(line) ?? []
  if (!/^\d/.test(invoice) || Number(quantity) <= 0 || Number(price) <= 0 || at >= until) return
  const month = at.slice(0, 7)
  paid.set(month, (paid.get(month) ?? 0) + penceOf(quantity, price))
}

/**
 * What the shop of Online Retail II sold abroad: a tenth of its lines, with every trap of the whole, small enough for a test.
 */
export async function writeRetailAbroad(data: string, folder: string): Promise<RetailAbroad> {
  const paid = new Map<string, number>()
  const files: string[] = []
  for (const [i, year] of YEARS.entries()) {
    const input = createReadStream(join(data, 'online_retail_ii', `${year}.csv.gz`)).pipe(createGunzip())
    const kept: string[] = []
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (AT_HOME.test(line)) continue
      kept.push(line)
      addPaid(paid, line, i === 0 ? SECOND_FROM : '9999')
    }
    const file = join(folder, `${year}_abroad.csv`)
    await writeFile(file, `${kept.join('\n')}\n`)
    files.push(file)
  }
  return { files, paid }
}

export const paidInYear = (paid: ReadonlyMap<string, number>, year: string): number =>
  [...paid].reduce((sum, [month, pence]) => (month.startsWith(year) ? sum + pence : sum), 0)
