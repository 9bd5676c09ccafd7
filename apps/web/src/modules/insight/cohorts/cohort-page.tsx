import { DownloadOutlined } from '@ant-design/icons'
import type { CohortResult } from '@zhanggui/contract'
import { Button } from 'antd'
import { storePath } from '../../../api/client.ts'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel, PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import type { DayRange } from '../../../range/range.ts'
import { useDataRange } from '../../../range/use-data-range.ts'
import { NoData } from '../no-data.tsx'
import { CohortAnswer } from './cohort-answer.tsx'
import { CohortForm } from './cohort-form.tsx'
import styles from './cohort-page.module.css'
import { type CohortQuestion, type CohortState, cohortRequest, readCohortState, SOURCES } from './cohort-state.ts'
import { CohortTable } from './cohort-table.tsx'
import { cohortStrings } from './strings.ts'
import { useCohorts } from './use-cohorts.ts'

/** Who bought for the first time when, came back when, and paid how much. */
export default function CohortPage() {
  const t = useStrings(cohortStrings)
  const dataRange = useDataRange(useStoreId())
  if (dataRange.data === null) return <NoData title={t.title} lead={t.lead} />
  if (dataRange.data) return <Cohorts data={dataRange.data} />
  return (
    <>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody query={{ ...dataRange, data: undefined }} height={640}>
        {() => null}
      </PanelBody>
    </>
  )
}

function Cohorts({ data }: { data: DayRange }) {
  const t = useStrings(cohortStrings)
  const store = useStoreId()
  const { get, set } = useSearchState()
  const state = readCohortState(get)
  const source = SOURCES[state.figure]
  const buyers = useCohorts(store, cohortRequest(state, data, 'buyers'))
  const paid = useCohorts(store, cohortRequest(state, data, 'paid'))
  const shown = source.measure === 'buyers' ? buyers : paid
  const notes = { retention: t.retentionNote, paid: t.paidNote, paidToDate: t.paidToDateNote }
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={<Export request={cohortRequest(state, data, source.measure)} state={state} />}
      />
      <CohortForm state={state} onChange={set} />
      {buyers.data && paid.data && <CohortAnswer buyers={buyers.data} paid={paid.data} grain={state.grain} />}
      <Panel<CohortResult>
        title={t[state.figure]}
        note={notes[state.figure]}
        query={shown}
        height={440}
        isEmpty={({ cohorts }) => cohorts.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} />}
      >
        {(result) => (
          <>
            <CohortTable result={result} figure={state.figure} />
            <p className={styles.open}>{t.open}</p>
          </>
        )}
      </Panel>
    </div>
  )
}

function Export({ request, state }: { request: CohortQuestion; state: CohortState }) {
  const t = useStrings(cohortStrings)
  const store = useStoreId()
  const language = useLanguage()
  if (!usePermissions().includes('data:export')) return null
  const search = new URLSearchParams({ ...request, figure: SOURCES[state.figure].column, language })
  return (
    <Button icon={<DownloadOutlined aria-hidden />} href={`${storePath(store, 'cohorts.csv')}?${search}`}>
      {t.export}
    </Button>
  )
}
