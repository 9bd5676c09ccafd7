import type { Store } from '@zhanggui/contract'
import type { BusinessDay } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'

/** Above it the whole shop is asked: a list of thousands of ids costs more than their rows. */
const IDS_MOST = 200
const ROWS_MOST = 100_000

/** How a SKU's units of a day are found. */
export const soldKey = (skuId: string, day: string): string => `${skuId} ${day}`

/** Units that were sold by SKU or listing and day, as the metric catalogue counts them. */
export async function readUnitsSold(
  context: Context,
  store: Store,
  { skuIds, range }: { skuIds: readonly string[]; range: { from: BusinessDay; to: BusinessDay } },
): Promise<Map<string, number>> {
  const sold = new Map<string, number>()
  for (const dimension of ['item', 'sku']) {
    const filters = skuIds.length > IDS_MOST ? [] : [{ dimension, op: 'in' as const, values: [...skuIds] }]
    const question = { metrics: ['unitsSold'], by: ['day', dimension], ...range, filters, limit: ROWS_MOST }
    const { rows } = await runQuery(context, store, question)
    for (const row of rows)
      if (typeof row.unitsSold === 'number') sold.set(soldKey(String(row[dimension]), String(row.day)), row.unitsSold)
  }
  return sold
}
