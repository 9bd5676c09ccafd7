import type { LoadReport, LoadReports } from '@zhanggui/contract'
import { Select } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { SpeedPanel } from '../speed/speed-panel.tsx'
import { CapacityCard } from './capacity-card.tsx'
import { LinePanel } from './line-panel.tsx'
import { ReportBody } from './report-body.tsx'
import { strings } from './strings.ts'
import { useLoadReports } from './use-load.ts'

const HEIGHT = 240

/** What the shop stands, by measurement, and what the next campaign needs. */
export default function LoadPage() {
  const t = useStrings(strings)
  const query = useLoadReports(useStoreId())
  const { get } = useSearchState()
  const mayMeasure = usePermissions().includes('metrics:read')
  const reports = query.data?.reports ?? []
  const chosen = reports.find(({ id }) => id === get('report')) ?? reports[0]
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <LinePanel />
      <Panel<LoadReports>
        title={t.reports}
        extra={reports.length > 1 && chosen && <Choose reports={reports} chosen={chosen} />}
        query={query}
        height={HEIGHT}
        isEmpty={({ reports: known }) => known.length === 0}
        empty={<EmptyState title={t.empty} text={t.emptyText} />}
      >
        {() => chosen && <ReportBody report={chosen} />}
      </Panel>
      {mayMeasure && <SpeedPanel />}
      <CapacityCard />
    </div>
  )
}

function Choose({ reports, chosen }: { reports: readonly LoadReport[]; chosen: LoadReport }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  return (
    <Select
      aria-label={t.previous}
      value={chosen.id}
      options={reports.map(({ id, startedAt, isPassed }) => ({
        value: id,
        label: `${format.instant(startedAt)} · ${isPassed ? t.passed : t.notPassed}`,
      }))}
      onChange={(report) => set({ report })}
    />
  )
}
