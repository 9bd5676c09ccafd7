import { useSearchParams } from 'react-router'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import type { CompareChoice, DayRange } from '../../../range/range.ts'
import { useRange } from '../../../range/use-range.ts'
import { NoData } from '../no-data.tsx'
import { useMetricInfo } from '../use-metric-info.ts'
import { BuyersPanel } from './buyers-panel.tsx'
import styles from './cockpit-page.module.css'
import { cockpitQuestions, KPI_METRICS, TREND_METRICS } from './cockpit-questions.ts'
import { Freshness } from './freshness.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { Headline } from './headline.tsx'
import { ItemsPanel } from './items-panel.tsx'
import { KpiStrip } from './kpi-strip.tsx'
import { RankPanel } from './rank-panel.tsx'
import { RefundsPanel } from './refunds-panel.tsx'
import { strings } from './strings.ts'
import { TrendPanel } from './trend-panel.tsx'

/** Holds the line of the headline while it is not known. */
const NO_LEAD = '\u00a0'

/** How the shop does: the answer, the course, where it comes from. */
export default function CockpitPage() {
  const t = useStrings(strings)
  const { days, compare, dataRange } = useRange()
  const dictionary = useMetricDictionary()
  if (dataRange.data === null) return <NoData title={t.title} />
  if (days && dictionary.data) return <Cockpit days={days} compare={compare} />
  const waiting = dataRange.error ? dataRange : dictionary
  return (
    <>
      <PageHeader title={t.title} lead={NO_LEAD} />
      <PanelBody
        query={{ data: undefined, error: waiting.error, isPlaceholderData: false, refetch: waiting.refetch }}
        height={900}
      >
        {() => null}
      </PanelBody>
    </>
  )
}

function Cockpit({ days, compare }: { days: DayRange; compare: CompareChoice }) {
  const t = useStrings(strings)
  const [search, setSearch] = useSearchParams()
  const info = useMetricInfo()
  const known = (ids: readonly string[]) => ids.flatMap((id) => info.get(id) ?? [])
  const kpis = known(KPI_METRICS)
  const ask = cockpitQuestions(days, compare, kpis)
  const trends = known(TREND_METRICS)
  // Within a day or two the first figure that has hours is the course; one point would be none.
  const best = trends.find((metric) => ask.grainOf(metric) === ask.finest) ?? trends[0]
  const trend = trends.find(({ id }) => id === search.get('trend')) ?? best
  const [netPaid, paid, refundRate] = [info.get('netPaid'), info.get('paid'), info.get('refundRate')]
  const setTrend = (id: string) =>
    setSearch((previous) => {
      const next = new URLSearchParams(previous)
      next.set('trend', id)
      return next
    })
  return (
    <>
      <PageHeader
        title={t.title}
        lead={netPaid && <Headline metric={netPaid} totals={ask.totals} channels={ask.channels} />}
        actions={<Freshness question={ask.totals} />}
      />
      <div className={styles.grid}>
        <div className={styles.full}>
          <KpiStrip metrics={kpis} totals={ask.totals} course={ask.course} />
        </div>
        {trend && (
          <TrendPanel
            className={styles.wide ?? ''}
            metrics={trends}
            metric={trend}
            grain={ask.grainOf(trend)}
            question={ask.trend(trend)}
            occasions={ask.occasions}
            onMetric={setTrend}
          />
        )}
        {paid && (
          <RankPanel
            className={styles.narrow ?? ''}
            title={t.channels}
            dimension="channel"
            metric={paid}
            question={ask.channels}
          />
        )}
        <FunnelPanel className={styles.third ?? ''} question={ask.funnel} />
        <BuyersPanel className={styles.third ?? ''} question={ask.buyers} grain={ask.finest} />
        {refundRate && (
          <RefundsPanel className={styles.third ?? ''} metric={refundRate} question={ask.refunds} grain={ask.daily} />
        )}
        <ItemsPanel className={styles.wide ?? ''} metrics={known(ask.items.metrics)} question={ask.items} />
        <div className={styles.stack}>
          {paid && <RankPanel title={t.categories} dimension="category" metric={paid} question={ask.categories} />}
          {refundRate && (
            <RankPanel
              title={t.refundsByCategory}
              dimension="category"
              metric={refundRate}
              question={ask.refundsByCategory}
            />
          )}
        </div>
      </div>
    </>
  )
}
