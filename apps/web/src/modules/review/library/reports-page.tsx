import type { ReportLibrary } from '@zhanggui/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { strings } from '../reports/strings.ts'
import { useReports } from '../reports/use-reports.ts'
import { ReportTable } from './report-table.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'

type Kind = ReportLibrary['kinds'][number]

const HEIGHT = 560

/** Every report there is, the latest periods of each, what is due, and what sends itself. */
export default function ReportsPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const reports = useReports()
  const [scheduled, setScheduled] = useState<Kind | null>(null)
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.reports}
        lead={t.lead}
        actions={
          <>
            <Link to={`/stores/${store}/review/compare`}>
              <Button tabIndex={-1}>{t.compareCampaigns}</Button>
            </Link>
            <Link to={`/stores/${store}/review/archive`}>
              <Button tabIndex={-1}>{t.archive}</Button>
            </Link>
          </>
        }
      />
      <Panel<ReportLibrary> title={t.list} note={t.nothingDue} query={reports} height={HEIGHT}>
        {({ kinds }) => <ReportTable kinds={kinds} onSchedule={setScheduled} />}
      </Panel>
      {scheduled && <ScheduleDialog kind={scheduled} onClose={() => setScheduled(null)} />}
    </div>
  )
}
