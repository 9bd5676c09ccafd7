import type { MetricDictionary, QueryResult } from '@zhanggui/contract'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useMetricQuery } from '../../../api/use-metric-query.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel, PanelBody } from '../../../parts/panel.tsx'
import type { CompareChoice, DayRange } from '../../../range/range.ts'
import { useRange } from '../../../range/use-range.ts'
import { hasHours } from '../has-hours.ts'
import { NoData } from '../no-data.tsx'
import { strings as insightStrings } from '../strings.ts'
import { useMetricInfo } from '../use-metric-info.ts'
import { chartKinds, fittingKind } from './chart-kinds.ts'
import { ExploreActions } from './explore-actions.tsx'
import styles from './explore-page.module.css'
import { exploreRequest, grainOf } from './explore-state.ts'
import { QuestionForm } from './question-form.tsx'
import { ResultCharts } from './result-charts.tsx'
import { ResultTable } from './result-table.tsx'
import { SqlDrawer } from './sql-drawer.tsx'
import { strings } from './strings.ts'
import { Totals } from './totals.tsx'
import { useExplore } from './use-explore.ts'

/** Any question to the metric catalogue, as a chart and a table, with a link that asks it again. */
export default function ExplorePage() {
  const t = useStrings(strings)
  const { days, compare, dataRange } = useRange()
  const dictionary = useMetricDictionary()
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  if (days && dictionary.data) return <Explorer days={days} compare={compare} dictionary={dictionary.data} />
  const waiting = dataRange.error ? dataRange : dictionary
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody
        query={{ data: undefined, error: waiting.error, isPlaceholderData: false, refetch: waiting.refetch }}
        height={640}
      >
        {() => null}
      </PanelBody>
    </>
  )
}

type ExplorerProps = { days: DayRange; compare: CompareChoice; dictionary: MetricDictionary }

function Explorer({ days, compare, dictionary }: ExplorerProps) {
  const t = useStrings(strings)
  const { state, change } = useExplore()
  const [sqlOpen, setSqlOpen] = useState(false)
  const info = useMetricInfo()
  const metrics = state.metrics.flatMap((id) => info.get(id) ?? [])
  const grain = grainOf(state, days, metrics.every(hasHours))
  const request = exploreRequest({ ...state, metrics: metrics.map(({ id }) => id) }, { days, compare, grain })
  const query = useMetricQuery(useStoreId(), metrics.length > 0 ? request : null)
  const kinds = chartKinds({ byTime: grain !== 'none', grouped: state.dimensions.length > 0, metric: metrics[0] })
  const kind = fittingKind(state.chart, kinds)
  return (
    <>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<ExploreActions request={request} onSql={() => setSqlOpen(true)} />}
      />
      <QuestionForm dictionary={dictionary} metrics={info} state={state} days={days} onChange={change} />
      {metrics.length === 0 ? (
        <EmptyState title={t.noMetric} text={t.noMetricText} />
      ) : (
        <Panel
          title={t.result}
          extra={
            kinds.length > 1 && (
              <Segmented
                aria-label={t.chartKind}
                value={kind}
                onChange={(chart) => change({ chart })}
                options={kinds.map((value) => ({ value, label: t[value] }))}
              />
            )
          }
          query={query}
          height={480}
          isEmpty={(result) => result.rows.length === 0}
          empty={<EmptyState title={t.nothing} text={t.nothingText} />}
        >
          {(result) => (
            <>
              <Totals result={result} metrics={metrics} />
              {kind !== 'table' && (
                <ResultCharts
                  result={result}
                  metrics={metrics}
                  grain={grain}
                  dimensions={state.dimensions}
                  kind={kind}
                />
              )}
              <Rows result={result} grain={grain} />
            </>
          )}
        </Panel>
      )}
      <SqlDrawer open={sqlOpen} request={request} onClose={() => setSqlOpen(false)} />
    </>
  )
}

function Rows({ result, grain }: { result: QueryResult; grain: string }) {
  const t = useStrings(strings)
  const words = useStrings(insightStrings)
  const format = useFormat()
  return (
    <div className={styles.rows}>
      <p className={styles.count}>
        {t.rows(format.count(result.rows.length))}
        {result.truncated && ` · ${t.truncated}`}
      </p>
      {result.elapsed && (
        <p className={styles.count}>
          {words.soFar(format.dayRange(result.elapsed.range), format.dayRange(result.elapsed.compareRange))}
        </p>
      )}
      <ResultTable result={result} grain={grain} />
    </div>
  )
}
