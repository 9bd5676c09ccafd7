import type { OutlookFact } from '@zhanggui/report'
import { readOutlook } from '../../plan-document/read-outlook.ts'
import { type Gathering, money, once, recordRef } from './gathering.ts'

async function readNextYear({ context, store, period, asker }: Gathering): Promise<OutlookFact | null> {
  const year = Number(period.from.slice(0, 4)) + 1
  const outlook = await readOutlook(context, store, { year, asker })
  if (!outlook) return null
  // What is to come is in no answer of the catalogue.
  const ref = recordRef('forecast')
  const { mean, low, high } = outlook.total
  return { year, mean: money(mean, ref), low: money(low, ref), high: money(high, ref), level: outlook.level }
}

/** What the year after the report's brings by itself; null with too little history. */
export const gatherOutlook = (given: Gathering): Promise<OutlookFact | null> =>
  once(given, 'outlook', () => readNextYear(given))
