import type { OutlookFact, Reference } from '@zhanggui/report'
import { readOutlook } from '../../plan-document/read-outlook.ts'
import { type Gathering, money } from './gathering.ts'

/** What the year after the report's brings by itself; null with too little history. */
export async function gatherOutlook({ context, store, period, asker }: Gathering): Promise<OutlookFact | null> {
  const year = Number(period.from.slice(0, 4)) + 1
  const outlook = await readOutlook(context, store, { year, asker })
  if (!outlook) return null
  const ref: Reference = { kind: 'query', metrics: ['paid'], by: ['month'], from: period.from, to: period.to }
  const { mean, low, high } = outlook.total
  return { year, mean: money(mean, ref), low: money(low, ref), high: money(high, ref), level: outlook.level }
}
