import type { MetricInfo, QueryRequest } from '@zhanggui/contract'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PanelBody } from '../../../parts/panel.tsx'
import { exploreLink } from '../explore/explore-link.ts'
import { courseOf } from './course-of.ts'
import { Kpi } from './kpi.tsx'
import styles from './kpi-strip.module.css'
import { linkRange } from './link-range.ts'
import { strings } from './strings.ts'

type KpiStripProps = { metrics: MetricInfo[]; totals: QueryRequest; course: QueryRequest }

/** The answer first: the figures of the whole range. */
export function KpiStrip({ metrics, totals, course }: KpiStripProps) {
  const t = useStrings(strings)
  const store = useStoreId()
  const query = useMetricQuery(store, totals)
  const courses = useMetricQuery(store, course).data?.rows ?? []
  return (
    <section aria-label={t.kpis} className={styles.strip}>
      <PanelBody query={query} height={300}>
        {(result) => (
          <div className={styles.grid}>
            {metrics.map((metric) => (
              <Kpi
                key={metric.id}
                to={exploreLink(store, { metrics: [metric.id], ...linkRange(totals) })}
                data={{
                  metric,
                  value: result.rows[0]?.[metric.id] ?? null,
                  before: result.rows[0]?.[`${metric.id}Compare`],
                  course: courseOf(courses, metric.id),
                  currency: result.currency,
                  freshness: result.freshness,
                  compared: totals.compare !== undefined,
                }}
              />
            ))}
          </div>
        )}
      </PanelBody>
    </section>
  )
}
