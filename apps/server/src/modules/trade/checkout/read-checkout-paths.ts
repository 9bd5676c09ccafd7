import type { CheckoutPath } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'

type Row = { passed: [string, string][]; paid: number; reason: string; checkouts: string }

/**
 * Checkouts that went alike, counted: one is what a visitor did on one visit and day. How a step was passed is what was told of it
 * last. Shape as `CHECKOUTS` of the metric catalogue cuts them, so that both speak of the same checkouts.
 */
const PATHS_SQL = `
WITH visits AS (
  SELECT
    arraySort(groupArrayIf((at, row_key, page, query), type = 'checkout')) AS told,
    arrayDistinct(arrayMap(one -> one.3, told)) AS steps,
    arraySort(arrayMap(step -> (step, arrayLast(one -> one.3 = step, told).4), steps)) AS passed,
    countIf(type = 'pay') > 0 AS paid,
    if(paid, '', argMaxIf(query, (at, row_key), type = 'abandon')) AS reason
  FROM events
  WHERE store = {store:String}
    AND day >= {from:Date}
    AND day < {to:Date}
    AND type IN ('checkout', 'abandon', 'pay')
    AND visitor != 0
  GROUP BY day, visitor, session
  HAVING notEmpty(told)
)
SELECT
  passed,
  paid,
  reason,
  count() AS checkouts
FROM visits
GROUP BY passed, paid, reason
ORDER BY passed, paid, reason`

export async function readCheckoutPaths(
  context: Context,
  asked: { store: string; from: string; to: string },
): Promise<CheckoutPath[]> {
  const rows = await context.facts.query<Row>(PATHS_SQL, asked)
  return rows.map(({ passed, paid, reason, checkouts }) => ({
    passed: passed.map(([step, how]) => ({ step, how })),
    isPaid: Boolean(paid),
    reason,
    checkouts: Number(checkouts),
  }))
}
