import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { HeadedBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { useRange } from '../../../range/use-range.ts'
import { NoData } from '../../insight/no-data.tsx'
import { BenchmarksPanel } from './benchmarks-panel.tsx'
import { EngagementPanel } from './engagement-panel.tsx'
import { IssuesPanel } from './issues-panel.tsx'
import { diagnosisStrings } from './strings.ts'
import { WeaknessesPanel } from './weaknesses-panel.tsx'

/** What is weak, what others reach, what buyers complain of. */
export default function DiagnosisPage() {
  const t = useStrings(diagnosisStrings)
  const store = useStoreId()
  const { days, dataRange } = useRange()
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  const header = <PageHeader title={t.title} lead={t.lead} />
  if (!days)
    return (
      <HeadedBody query={{ ...dataRange, data: undefined }} height={640} header={header}>
        {() => null}
      </HeadedBody>
    )
  return (
    <div className={stack.stack}>
      {header}
      <WeaknessesPanel store={store} days={days} />
      <BenchmarksPanel store={store} days={days} />
      <IssuesPanel store={store} days={days} />
      <EngagementPanel store={store} days={days} />
    </div>
  )
}
