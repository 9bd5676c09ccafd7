import type { MetricInfo, QueryRequest, QueryResult } from '@zhanggui/contract'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { exploreLink } from '../explore/explore-link.ts'
import { movementOf, partialWords, whyNoPercentage } from '../partial.ts'
import { strings as insightStrings, type Words } from '../strings.ts'
import { courseOf } from './course-of.ts'
import { Kpi, type KpiFigures } from './kpi.tsx'
import styles from './kpi-strip.module.css'
import { linkRange } from './link-range.ts'
import { strings } from './strings.ts'

type KpiStripProps = { metrics: MetricInfo[]; totals: QueryRequest; course: QueryRequest }

/** The answer first: the figures of the whole range. The cells stand from the beginning, so that nothing moves. */
export function KpiStrip({ metrics, totals, course }: KpiStripProps) {
  const t = useStrings(strings)
  const words = useStrings(insightStrings)
  const store = useStoreId()
  const query = useMetricQuery(store, totals)
  const courses = useMetricQuery(store, course).data
  if (query.error && !query.data) return <Problem error={query.error} onRetry={() => void query.refetch()} />
  return (
    <section aria-label={t.kpis} className={styles.strip} data-stale={query.isPlaceholderData || undefined}>
      {metrics.map((metric) => (
        <Kpi
          key={metric.id}
          metric={metric}
          to={exploreLink(store, { metrics: [metric.id], ...linkRange(totals) })}
          figures={query.data ? figuresOf(metric.id, query.data, { courses, words }) : null}
        />
      ))}
    </section>
  )
}

function figuresOf(
  metric: string,
  result: QueryResult,
  { courses, words }: { courses: QueryResult | undefined; words: Words },
): KpiFigures {
  const [row] = result.rows
  const place = { period: '', metric }
  return {
    value: row?.[metric] ?? null,
    before: row?.[`${metric}Compare`],
    change: movementOf(result, row, place),
    whyNone: whyNoPercentage(result, place, words),
    days: partialWords(result, place, words),
    compared: result.columns.some(({ id }) => id === `${metric}Compare`),
    course: courseOf(courses?.rows ?? [], metric),
    currency: result.currency,
    freshness: result.freshness,
  }
}
