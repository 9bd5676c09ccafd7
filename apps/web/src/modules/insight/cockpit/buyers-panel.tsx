import type { QueryRequest, QueryResult } from '@zhanggui/contract'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { ChartWithTable } from '../../../charts/chart-with-table.tsx'
import { buildStackedOption } from '../../../charts/stacked-option.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
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
const METRICS = ['newBuyers', 'returningBuyers']

type BuyersPanelProps = { question: QueryRequest; grain: Grain; className?: string }

/** How many paying buyers came for the first time, how many came back. */
export function BuyersPanel({ question, grain, className = '' }: BuyersPanelProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const query = useMetricQuery(useStoreId(), question)
  const share = query.data?.totals.newBuyerShare
  return (
    <Panel
      title={t.buyers}
      note={typeof share === 'number' ? t.newShare(format.percent(share)) : ' '}
      extra={<span className={styles.gap} />}
      query={query}
      height={HEIGHT}
      className={className}
      isEmpty={(result) => result.rows.every((row) => row.newBuyers === null && row.returningBuyers === null)}
      empty={<EmptyState title={t.noBuyers} text={t.noBuyersText} />}
    >
      {(result) => <Buyers result={result} grain={grain} question={question} />}
    </Panel>
  )
}

function Buyers({ result, grain, question }: { result: QueryResult; grain: Grain; question: QueryRequest }) {
  const t = useStrings(strings)
  const theme = useTheme()
  const store = useStoreId()
  const navigate = useNavigate()
  const format = useFormat(result.currency)
  const option = useMemo(
    () =>
      buildStackedOption(
        {
          keys: result.rows.map((row) => String(row[grain] ?? '')),
          series: [
            { name: t.returningBuyers, values: courseOf(result.rows, 'returningBuyers'), colour: theme.pale },
            { name: t.newBuyers, values: courseOf(result.rows, 'newBuyers'), colour: theme.accent },
          ],
          words: {
            short: (value) => format.short(value, 'count'),
            exact: (value) => format.exact(value, 'count'),
            axis: format.axis,
            full: format.period,
          },
          totalName: t.buyersTotal,
        },
        theme,
      ),
    [result, grain, t, theme, format],
  )
  return (
    <ChartWithTable
      title={t.buyers}
      option={option}
      height={HEIGHT}
      onPoint={() => navigate(exploreLink(store, { metrics: METRICS, grain, ...linkRange(question) }))}
      table={<CourseTable result={result} grain={grain} metrics={[...METRICS, 'newBuyerShare']} />}
    />
  )
}
