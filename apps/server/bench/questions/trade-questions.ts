import { BENCH_STORE } from '../generated-year.ts'
import { type Question, querying } from './question.ts'

const PAID = `store = '${BENCH_STORE}' AND kind = 'sale' AND paid_day IS NOT NULL`
const YEAR = { from: '2025-01-01', to: '2026-01-01' }
const IN_YEAR = `paid_day >= '2025-01-01' AND paid_day < '2026-01-01'`
const IN_QUARTER = `paid_day >= '2025-10-01' AND paid_day < '2026-01-01'`

export const TRADE_QUESTIONS: readonly Question[] = [
  querying(
    'paidByMonth',
    { metrics: ['paid', 'orders', 'buyers', 'aov'], by: ['month'], ...YEAR },
    `SELECT to_char(paid_day, 'YYYY-MM'), sum(paid_cents), count(DISTINCT order_id), count(DISTINCT buyer),
       round(sum(paid_cents) / count(DISTINCT buyer))
     FROM order_lines WHERE ${PAID} AND ${IN_YEAR} GROUP BY 1`,
  ),
  querying(
    'categoryMix',
    { metrics: ['paid', 'orders'], by: ['category'], from: '2025-10-01', to: '2026-01-01' },
    `SELECT category, sum(paid_cents), count(DISTINCT order_id) FROM order_lines WHERE ${PAID} AND ${IN_QUARTER} GROUP BY category`,
  ),
  querying(
    'topItems',
    { metrics: ['paid'], by: ['item'], ...YEAR, order: { by: 'paid', direction: 'desc' }, limit: 20 },
    `SELECT item_id, sum(paid_cents) FROM order_lines WHERE ${PAID} AND ${IN_YEAR}
     GROUP BY item_id ORDER BY 2 DESC, 1 LIMIT 20`,
  ),
  querying(
    'newAndReturning',
    { metrics: ['newBuyers', 'returningBuyers'], by: ['month'], ...YEAR },
    `WITH firsts AS (SELECT buyer, min(paid_day) AS first_day FROM order_lines WHERE ${PAID} GROUP BY buyer)
     SELECT to_char(paid_day, 'YYYY-MM'),
       count(DISTINCT buyer) FILTER (WHERE date_trunc('month', first_day) = date_trunc('month', paid_day)),
       count(DISTINCT buyer) FILTER (WHERE date_trunc('month', first_day) < date_trunc('month', paid_day))
     FROM order_lines JOIN firsts USING (buyer) WHERE ${PAID} AND ${IN_YEAR} GROUP BY 1`,
  ),
  {
    id: 'cohorts',
    async ask(product) {
      const { cohorts } = await product.cohorts({ grain: 'month', measure: 'buyers', ...YEAR })
      return cohorts.flatMap((c) => c.values.flatMap((value, k) => (value ? [`${c.cohort}|${k}|${value}`] : []))).sort()
    },
    peerSql: `
      WITH months AS (SELECT DISTINCT buyer, date_trunc('month', paid_day) AS month FROM order_lines WHERE ${PAID} AND ${IN_YEAR}),
      firsts AS (SELECT buyer, min(month) AS cohort FROM months GROUP BY buyer)
      SELECT to_char(cohort, 'YYYY-MM'), (EXTRACT(year FROM month) - EXTRACT(year FROM cohort)) * 12
        + EXTRACT(month FROM month) - EXTRACT(month FROM cohort), count(*)
      FROM months JOIN firsts USING (buyer) GROUP BY 1, 2`,
  },
]
