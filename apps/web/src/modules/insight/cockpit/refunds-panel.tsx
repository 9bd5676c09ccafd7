import type { MetricInfo, QueryRequest, QueryResult } from '@zhanggui/contract'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildLineOption } from '../../../charts/line-option.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Panel } from '../../../parts/panel.tsx'
import { useTheme } from '../../../theme/theme-provider.tsx'
import type { Grain } from '../bucket-of.ts'
import { CourseTable } from '../course-table.tsx'
import { exploreLink } from '../explore/explore-link.ts'
import { courseOf } from './course-of.ts'
import { linkRange } from './link-range.ts'
import styles from './panel-gap.module.css'
import { strings } from './strings.ts'

const HEIGHT = 280

type RefundsPanelProps = { metric: MetricInfo; question: QueryRequest; grain: Grain; className?: string }

/** The refund rate over time, the comparison pale behind it. */
export function RefundsPanel({ metric, question, grain, className = '' }: RefundsPanelProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const query = useMetricQuery(useStoreId(), question)
  return (
    <Panel
      title={t.refunds}
      note={nameOf(metric, language)}
      extra={<span className={styles.gap} />}
      query={query}
      height={HEIGHT}
      className={className}
    >
      {(result) => <Refunds result={result} metric={metric} grain={grain} question={question} />}
    </Panel>
  )
}

type RefundsProps = { result: QueryResult; metric: MetricInfo; grain: Grain; question: QueryRequest }

function Refunds({ result, metric, grain, question }: RefundsProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const theme = useTheme()
  const store = useStoreId()
  const navigate = useNavigate()
  const format = useFormat(result.currency)
  const option = useMemo(() => {
    const name = nameOf(metric, language)
    const now = { name: question.compare ? t.now : name, values: courseOf(result.rows, metric.id), colour: theme.amber }
    const values = courseOf(result.rows, `${metric.id}Compare`)
    const before = { name: t.before, values, colour: theme.pale, pale: true }
    return buildLineOption(
      {
        keys: result.rows.map((row) => String(row[grain] ?? '')),
        series: question.compare ? [now, before] : [now],
        words: {
          short: (value) => format.short(value, metric.unit),
          exact: (value) => format.exact(value, metric.unit),
          axis: format.axis,
          full: format.period,
        },
      },
      theme,
    )
  }, [result, metric, grain, question.compare, language, t, theme, format])
  return (
    <ChartWithTable
      title={`${t.refunds} · ${nameOf(metric, language)}`}
      option={option}
      height={HEIGHT}
      onPoint={() => navigate(exploreLink(store, { metrics: [metric.id], grain, ...linkRange(question) }))}
      table={<CourseTable result={result} grain={grain} metrics={[metric.id, 'refunded']} />}
    />
  )
}
