import type { MetricInfo, QueryResult } from '@zhanggui/contract'
import { Tooltip } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage } from '../../../locale/strings.ts'
import { FigureNote } from '../figure-note.tsx'
import styles from './totals.module.css'

/** The answer first: each metric over the whole range, distinct people counted once. */
export function Totals({ result, metrics }: { result: QueryResult; metrics: MetricInfo[] }) {
  const language = useLanguage()
  const format = useFormat(result.currency)
  return (
    <dl className={styles.totals}>
      {metrics.map((metric) => (
        <div key={metric.id}>
          <dt>{nameOf(metric, language)}</dt>
          <Tooltip
            styles={{ root: { maxWidth: 360 } }}
            title={
              <FigureNote
                metric={metric}
                value={result.totals[metric.id] ?? null}
                currency={result.currency}
                freshness={result.freshness}
              />
            }
          >
            <dd data-metric={metric.id} data-value={result.totals[metric.id] ?? ''}>
              {format.short(result.totals[metric.id], metric.unit)}
            </dd>
          </Tooltip>
        </div>
      ))}
    </dl>
  )
}
