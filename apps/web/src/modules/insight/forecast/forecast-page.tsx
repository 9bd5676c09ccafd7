import type { ForecastResult, MetricDictionary } from '@zhanggui/contract'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import { useDataRange } from '../../../range/use-data-range.ts'
import { NoData } from '../no-data.tsx'
import { ForecastAnswer } from './forecast-answer.tsx'
import { CompositionChart, CourseChart } from './forecast-charts.tsx'
import { ForecastForm } from './forecast-form.tsx'
import { ForecastGroups } from './forecast-groups.tsx'
import styles from './forecast-page.module.css'
import { type ForecastState, readState, requestOf } from './forecast-state.ts'
import { InfluencesCard } from './influences-card.tsx'
import { strings } from './strings.ts'
import { useForecast } from './use-forecast.ts'

/** What a figure will be, how sure that is, and what it is made of. */
export default function ForecastPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const dataRange = useDataRange(store)
  const dictionary = useMetricDictionary()
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody query={dataRange.data ? dictionary : { ...dataRange, data: undefined }} height={640}>
        {(known) => <Forecasting dictionary={known} store={store} firstDay={dataRange.data?.to ?? null} />}
      </PanelBody>
    </>
  )
}

type ForecastingProps = { dictionary: MetricDictionary; store: string; firstDay: string | null }

function Forecasting({ dictionary, store, firstDay }: ForecastingProps) {
  const { get, set } = useSearchState()
  const state = readState(get)
  const query = useForecast(store, requestOf(state))
  return (
    <>
      <ForecastForm dictionary={dictionary} state={state} firstDay={firstDay} onChange={set} />
      <PanelBody query={query} height={760}>
        {(result) => <Result result={result} state={state} />}
      </PanelBody>
    </>
  )
}

function Result({ result, state }: { result: ForecastResult; state: ForecastState }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const name = nameOf(result, language)
  const { warnings } = result.whole
  return (
    <div className={styles.stack}>
      <ForecastAnswer result={result} grain={result.grain} />
      <Card title={t.course} note={name}>
        <CourseChart result={result} title={`${t.course} · ${name}`} />
      </Card>
      <Card title={t.composition} note={t.compositionNote}>
        <CompositionChart result={result} />
      </Card>
      {result.whole.influences.length > 0 && <InfluencesCard result={result} />}
      {result.groups.length > 0 && state.by && (
        <Card title={t.groups} note={result.whole.total ? t.groupsNote : ''}>
          <ForecastGroups result={result} by={state.by} />
        </Card>
      )}
      {warnings.length > 0 && (
        <Card title={t.notes}>
          <ul className={styles.notes}>
            {warnings.map(({ code, message, messageEn }) => (
              <li key={code}>{language === 'zh' ? message : messageEn}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}
