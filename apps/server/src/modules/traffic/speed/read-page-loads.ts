import type { PageLoads } from '@zhanggui/campaigns'
import type { Context } from '../../../context.ts'
import type { NamedBudget } from './page-budgets.ts'

type Row = { page: string; loads: string; slow: string; p50: number; p75: number; p95: number; jumps: number }

/** Exact percentiles: a page over its budget by one load should say so. */
const LOADS_SQL = `
SELECT
  page,
  count() AS loads,
  countIf(dwell_ms > transform(page, {pages:Array(String)}, {limits:Array(UInt32)}, toUInt32(4294967295))) AS slow,
  quantileExact(0.5)(dwell_ms) AS p50,
  quantileExact(0.75)(dwell_ms) AS p75,
  quantileExact(0.95)(dwell_ms) AS p95,
  quantileExact(0.75)(quantity) AS jumps
FROM events
WHERE store = {store:String}
  AND day >= {from:Date}
  AND day < {to:Date}
  AND type = 'load'
GROUP BY page
ORDER BY page`

export const NO_LOADS: PageLoads = { loads: 0, slow: 0, p50Ms: null, p75Ms: null, p95Ms: null, p75Jumps: null }

/** Loads of each kind of page on some days, held against the budgets. Shape: by page; pages without loads are left out. */
export async function readPageLoads(
  context: Context,
  { store, from, to }: { store: string; from: string; to: string },
  budgets: readonly NamedBudget[],
): Promise<Map<string, PageLoads>> {
  const params = {
    store,
    from,
    to,
    pages: budgets.map(({ page }) => page),
    limits: budgets.map(({ loadMs }) => loadMs),
  }
  const rows = await context.facts.query<Row>(LOADS_SQL, params)
  return new Map(
    rows.map(({ page, loads, slow, p50, p75, p95, jumps }) => [
      page,
      { loads: Number(loads), slow: Number(slow), p50Ms: p50, p75Ms: p75, p95Ms: p95, p75Jumps: jumps },
    ]),
  )
}
