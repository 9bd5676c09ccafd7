import type { MetricDictionary, SeasonOutlookAnswer } from '@zhanggui/contract'
import { Select } from 'antd'
import { useMetricDictionary } from '../../../api/use-metric-dictionary.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { listed } from '../../../locale/punctuation.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { FigureStrip, FigureTile, FigureWords } from '../../../parts/figure-strip.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { useDataRange } from '../../../range/use-data-range.ts'
import { NoData } from '../no-data.tsx'
import { useDimensionValue } from '../use-dimension-value.ts'
import { type GroupName, PeaksTable } from './peaks-table.tsx'
import { RaiseTasks } from './raise-tasks.tsx'
import { RisingTable } from './rising-table.tsx'
import styles from './season-page.module.css'
import { SeasonStrip } from './season-strip.tsx'
import { strings } from './strings.ts'
import { type SeasonQuestion, useSeasonOutlook } from './use-season.ts'

/** Months before a season at which research begins, and by which it is decided; the first is the default. */
const LEADS = [
  { most: 6, least: 3 },
  { most: 9, least: 4 },
  { most: 4, least: 2 },
  { most: 2, least: 1 },
] as const

/** What will be in season, when to look into it, by when to decide. */
export default function SeasonPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const dataRange = useDataRange(store)
  const dictionary = useMetricDictionary()
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  return (
    <PanelBody query={dataRange.data ? dictionary : { ...dataRange, data: undefined }} height={640}>
      {(known) => <Outlook store={store} dictionary={known} />}
    </PanelBody>
  )
}

function Outlook({ store, dictionary }: { store: string; dictionary: MetricDictionary }) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const lead = LEADS.find(({ most }) => String(most) === get('lead')) ?? LEADS[0]
  const question: SeasonQuestion = { by: get('by') ?? 'category', leadMost: lead.most, leadLeast: lead.least }
  const query = useSeasonOutlook(store, question)
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} actions={<RaiseTasks store={store} question={question} />} />
      <Choices dictionary={dictionary} question={question} onChange={set} />
      <PanelBody query={query} height={760}>
        {(outlook) => <Answer outlook={outlook} />}
      </PanelBody>
    </div>
  )
}

type ChoicesProps = {
  dictionary: MetricDictionary
  question: SeasonQuestion
  onChange: (change: Record<string, string | null>) => void
}

function Choices({ dictionary, question, onChange }: ChoicesProps) {
  const t = useStrings(strings)
  const language = useLanguage()
  const paid = dictionary.metrics.find(({ id }) => id === 'paid')
  const dimensions = dictionary.dimensions.filter(
    ({ id, kind }) => kind === 'category' && paid?.dimensions.includes(id),
  )
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <span className={styles.label}>{t.by}</span>
        <Select
          aria-label={t.by}
          value={question.by}
          onChange={(by) => onChange({ by: by === 'category' ? null : by })}
          options={dimensions.map((d) => ({ value: d.id, label: nameOf(d, language) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </div>
      <div className={styles.field}>
        <span className={styles.label}>{t.leadTime}</span>
        <Select
          aria-label={t.leadTime}
          value={question.leadMost}
          onChange={(most) => onChange({ lead: most === LEADS[0].most ? null : String(most) })}
          options={LEADS.map(({ most, least }) => ({ value: most, label: t.leadOption(most, least) }))}
        />
      </div>
    </div>
  )
}

function Answer({ outlook }: { outlook: SeasonOutlookAnswer }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const valueName = useDimensionValue()
  const nameOfGroup: GroupName = ({ group, label }) => (label === group ? valueName(outlook.by, group) : label)
  const { peaks, rising, tooShort } = outlook
  return (
    <div className={stack.stack}>
      <Counts outlook={outlook} />
      {peaks.length === 0 ? (
        <Card>
          <EmptyState title={t.nothing} text={t.nothingText} />
        </Card>
      ) : (
        <>
          <Card title={t.year} note={t.yearNote}>
            <SeasonStrip outlook={outlook} />
          </Card>
          <Card title={t.list} note={t.listNote}>
            <PeaksTable outlook={outlook} nameOfGroup={nameOfGroup} />
          </Card>
        </>
      )}
      <Card title={t.risingTitle} note={t.risingNote}>
        {rising.length > 0 ? <RisingTable outlook={outlook} nameOfGroup={nameOfGroup} /> : <p>{t.noRising}</p>}
      </Card>
      {tooShort.length > 0 && <p className={styles.short}>{t.tooShort(listed(tooShort.map(nameOfGroup), language))}</p>}
    </div>
  )
}

function Counts({ outlook }: { outlook: SeasonOutlookAnswer }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { peaks, rising, asOf } = outlook
  const of = (status: string): number => peaks.filter((peak) => peak.status === status).length
  const tiles = [
    { label: t.research, count: of('research'), words: t.researchWords },
    { label: t.late, count: of('late'), words: t.lateWords, tone: of('late') > 0 ? ('warn' as const) : undefined },
    { label: t.watch, count: of('watch'), words: t.watchWords },
    { label: t.rising, count: rising.length, words: t.risingWords },
  ]
  return (
    <FigureStrip label={t.data(format.longDay(asOf))}>
      {tiles.map(({ label, count, words, tone }) => (
        <FigureTile key={label} label={label} value={format.count(count)} exact={count} tone={tone}>
          <FigureWords>{words}</FigureWords>
        </FigureTile>
      ))}
    </FigureStrip>
  )
}
