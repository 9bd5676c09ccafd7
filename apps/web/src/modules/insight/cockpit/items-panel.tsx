import type { MetricInfo, QueryRequest, QueryResult } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { exploreLink } from '../explore/explore-link.ts'
import { movementOf, whyNoPercentage } from '../partial.ts'
import { strings as insightStrings } from '../strings.ts'
import { useDimensionValue } from '../use-dimension-value.ts'
import styles from './items-panel.module.css'
import { linkRange } from './link-range.ts'
import { MoreLink } from './more-link.tsx'
import { strings } from './strings.ts'

type Row = QueryResult['rows'][number]
type ItemsPanelProps = { metrics: MetricInfo[]; question: QueryRequest; className?: string }

/** The leading listings with what they sold and how much of it came back. */
export function ItemsPanel({ metrics, question, className = '' }: ItemsPanelProps) {
  const t = useStrings(strings)
  const store = useStoreId()
  const query = useMetricQuery(store, question)
  const link = exploreLink(store, { metrics: question.metrics, dimensions: ['item'], ...linkRange(question) })
  return (
    <Panel
      title={t.items}
      extra={<MoreLink to={link} label={`${t.all}: ${t.items}`} />}
      query={query}
      height={520}
      className={className}
      isEmpty={(result) => result.rows.length === 0}
    >
      {(result) => <Items result={result} metrics={metrics} question={question} />}
    </Panel>
  )
}

type ItemsProps = { result: QueryResult; metrics: MetricInfo[]; question: QueryRequest }

function Items({ result, metrics, question }: ItemsProps) {
  const t = useStrings(strings)
  const words = useStrings(insightStrings)
  const language = useLanguage()
  const store = useStoreId()
  const format = useFormat(result.currency)
  const valueName = useDimensionValue(result.labels)
  const [first] = metrics
  const linkTo = (item: string) =>
    exploreLink(store, {
      metrics: question.metrics,
      filters: [{ dimension: 'item', op: 'in', values: [item] }],
      ...linkRange(question),
    })
  const item: Column<Row> = {
    key: 'item',
    title: t.item,
    render: (row) => (
      <Link
        to={linkTo(String(row.item ?? ''))}
        className={styles.item}
        title={valueName('item', String(row.item ?? ''))}
      >
        {valueName('item', String(row.item ?? ''))}
      </Link>
    ),
  }
  const figures = metrics.map(
    (metric): Column<Row> => ({
      key: metric.id,
      title: nameOf(metric, language),
      numeric: true,
      render: (row) => (
        <span title={format.exact(row[metric.id], metric.unit)}>{format.short(row[metric.id], metric.unit)}</span>
      ),
    }),
  )
  const change: Column<Row>[] =
    first && question.compare
      ? [
          {
            key: 'change',
            title: t.change,
            numeric: true,
            render: (row) => (
              <ChangeMark
                change={movementOf(result, row, { period: '', metric: first.id })}
                why={whyNoPercentage(result, { period: '', metric: first.id }, words)}
              />
            ),
          },
        ]
      : []
  return (
    <DataTable
      label={t.items}
      columns={[item, ...figures, ...change]}
      rows={result.rows}
      rowKey={(row) => String(row.item)}
    />
  )
}
