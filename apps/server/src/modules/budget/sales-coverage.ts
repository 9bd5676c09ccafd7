import type { Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, parseDay } from '@zhanggui/kernel'
import type { Context } from '../../context.ts'
import { runQuery } from '../insight/run-query.ts'
import type { DayRange } from './measured-spend.ts'

/** First day of a range that has no sales in the data yet; `null` when none has. */
export async function readCoverage(context: Context, store: Store, range: DayRange): Promise<BusinessDay | null> {
  const answer = await runQuery(context, store, {
    metrics: ['gmv'],
    by: ['day'],
    ...range,
    order: { by: 'day', direction: 'desc' },
    limit: 1,
  })
  const day = answer.rows[0]?.day
  return typeof day === 'string' ? addDays(parseDay(day), 1) : null
}
