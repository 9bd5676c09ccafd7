import type { Explanation } from '@zhanggui/contract'
import { Alert } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import type { DayRange } from '../../../range/range.ts'
import { useRange } from '../../../range/use-range.ts'
import { NoData } from '../../insight/no-data.tsx'
import { ChangeTiles } from './change-tiles.tsx'
import { DriversPanel } from './drivers-panel.tsx'
import { PartsPanel } from './parts-panel.tsx'
import { QuestionBar } from './question-bar.tsx'
import { driversStrings } from './strings.ts'
import { useExplanation } from './use-explanation.ts'

/** Why did it change: a metric, two stretches of days, and what made the difference. */
export default function DriversPage() {
  const t = useStrings(driversStrings)
  const { days, dataRange } = useRange()
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  if (days) return <Drivers days={days} />
  return (
    <HeadedBody
      query={{ ...dataRange, data: undefined }}
      height={640}
      header={<PageHeader title={t.title} lead={t.lead} />}
    >
      {() => null}
    </HeadedBody>
  )
}

function Drivers({ days }: { days: DayRange }) {
  const t = useStrings(driversStrings)
  const store = useStoreId()
  const { compare } = useRange()
  const { get, set } = useSearchState()
  const metric = get('metric') ?? 'paid'
  const by = get('by') ?? 'category'
  const explanation = useExplanation(store, {
    metric,
    by,
    ...days,
    compare: compare === 'none' ? 'previous' : compare,
  })
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <QuestionBar metric={metric} by={by} onChange={set} />
      <HeadedBody<Explanation> query={explanation} height={640} header={null}>
        {(data) => <Answer data={data} />}
      </HeadedBody>
    </div>
  )
}

function Answer({ data }: { data: Explanation }) {
  const language = useLanguage()
  return (
    <div className={stack.stack}>
      <ChangeTiles data={data} />
      {data.notes.map((note) => (
        <Alert key={note.code} type="info" showIcon title={language === 'zh' ? note.message : note.messageEn} />
      ))}
      <DriversPanel data={data} name={nameOf(data.metric, language)} />
      <PartsPanel data={data} />
    </div>
  )
}
