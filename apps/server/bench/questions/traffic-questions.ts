import { BENCH_STORE } from '../generated-year.ts'
import { type Question, querying } from './question.ts'

const STORE = `store = '${BENCH_STORE}'`
const YEAR = { from: '2025-01-01', to: '2026-01-01' }
const NOVEMBER = { from: '2025-11-01', to: '2025-12-01' }
const QUARTER = { from: '2025-10-01', to: '2026-01-01' }

const views = (range: { from: string; to: string }): string =>
  `${STORE} AND type = 'view' AND day >= '${range.from}' AND day < '${range.to}'`

const visitsOf = (range: { from: string; to: string }): string =>
  `SELECT session, min(channel) AS channel, count(*) AS views FROM events WHERE ${views(range)} GROUP BY session`

export const TRAFFIC_QUESTIONS: readonly Question[] = [
  querying(
    'trafficByDay',
    { metrics: ['uv', 'pv'], by: ['day'], ...QUARTER },
    `SELECT day::text, count(DISTINCT visitor), count(*) FROM events WHERE ${views(QUARTER)} GROUP BY day`,
  ),
  querying(
    'visitorsByMonth',
    { metrics: ['uv'], by: ['month'], ...YEAR },
    `SELECT to_char(day, 'YYYY-MM'), count(DISTINCT visitor) FROM events WHERE ${views(YEAR)} GROUP BY 1`,
  ),
  querying(
    'channelMix',
    { metrics: ['uv', 'pv'], by: ['channel'], ...NOVEMBER },
    `SELECT channel, count(DISTINCT visitor), count(*) FROM events WHERE ${views(NOVEMBER)} GROUP BY channel`,
  ),
  querying(
    'campaignDayByHour',
    { metrics: ['uv', 'pv'], by: ['hour'], from: '2025-11-11', to: '2025-11-12' },
    `SELECT to_char(at + interval '8 hours', 'YYYY-MM-DD"T"HH24'), count(DISTINCT visitor), count(*)
     FROM events WHERE ${views({ from: '2025-11-11', to: '2025-11-12' })} GROUP BY 1`,
  ),
  querying(
    'visitsByDevice',
    { metrics: ['visits'], by: ['device'], ...NOVEMBER },
    `SELECT device, count(DISTINCT session) FROM events WHERE ${views(NOVEMBER)} GROUP BY device`,
  ),
  querying(
    'bouncedVisits',
    { metrics: ['bounceRate'], ...NOVEMBER },
    `SELECT count(*) FILTER (WHERE views = 1)::float8 / count(*) FROM (${visitsOf(NOVEMBER)}) visits`,
  ),
  {
    id: 'funnelByDevice',
    async ask(product) {
      const { groups } = await product.funnel({ steps: ['view', 'cart', 'order', 'pay'], by: 'device', ...NOVEMBER })
      return groups.flatMap((g) => g.steps.map((s) => `${g.group}|${s.step}|${s.visitors}`)).sort()
    },
    // One pass over each visitor's events: the latest start of a chain that reached the step before, carried forward.
    peerSql: `
      WITH e AS (
        SELECT visitor, device, at, array_position(ARRAY['view', 'cart', 'order', 'pay'], type) AS step FROM events
        WHERE ${STORE} AND type IN ('view', 'cart', 'order', 'pay') AND day >= '2025-11-01' AND day < '2025-12-01'
      ), s1 AS (
        SELECT *, max(at) FILTER (WHERE step = 1) OVER w AS c1 FROM e WINDOW w AS (PARTITION BY visitor, device ORDER BY at, step ROWS UNBOUNDED PRECEDING)
      ), s2 AS (
        SELECT *, max(c1) FILTER (WHERE step = 2 AND at - c1 <= interval '1 day') OVER w AS c2 FROM s1 WINDOW w AS (PARTITION BY visitor, device ORDER BY at, step ROWS UNBOUNDED PRECEDING)
      ), s3 AS (
        SELECT *, max(c2) FILTER (WHERE step = 3 AND at - c2 <= interval '1 day') OVER w AS c3 FROM s2 WINDOW w AS (PARTITION BY visitor, device ORDER BY at, step ROWS UNBOUNDED PRECEDING)
      ), reached AS (
        SELECT visitor, device, max(CASE WHEN step = 4 AND at - c3 <= interval '1 day' THEN 4 WHEN c3 IS NOT NULL THEN 3
          WHEN c2 IS NOT NULL THEN 2 WHEN c1 IS NOT NULL THEN 1 ELSE 0 END) AS furthest
        FROM s3 GROUP BY visitor, device
      )
      SELECT device, steps.name, count(*) FILTER (WHERE furthest >= steps.position)
      FROM reached, unnest(ARRAY['view', 'cart', 'order', 'pay']) WITH ORDINALITY AS steps (name, position)
      GROUP BY device, steps.name`,
  },
]
