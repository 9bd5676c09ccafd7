import type { QualityReport } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { importPaths } from '../imports/import-paths.ts'
import { FindingList } from './finding-list.tsx'
import { MissingEventTypes } from './missing-event-types.tsx'
import { strings } from './strings.ts'
import { TableReport } from './table-report.tsx'
import { useQuality } from './use-quality.ts'

const PAGE_HEIGHT = 520

const hasNoRows = (report: QualityReport): boolean => report.tables.every((table) => table.rows === 0)

/** What to mend first, then table by table: how much, how fresh, which fields, which days. */
export default function QualityPage() {
  const t = useStrings(strings)
  const store = useStoreId()
  const quality = useQuality(store)
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      <PanelBody<QualityReport>
        query={quality}
        height={PAGE_HEIGHT}
        isEmpty={hasNoRows}
        empty={
          <EmptyState
            title={t.noData}
            text={t.noDataHint}
            action={
              <Link to={importPaths.list(store)}>
                <Button tabIndex={-1} type="primary">
                  {t.goImport}
                </Button>
              </Link>
            }
          />
        }
      >
        {(report) => (
          <div className={stack.stack}>
            <FindingList findings={report.findings} />
            <MissingEventTypes store={store} types={report.missingEventTypes} />
            {report.tables
              .filter((table) => table.rows > 0)
              .map((table) => (
                <TableReport key={table.table} table={table} />
              ))}
          </div>
        )}
      </PanelBody>
    </div>
  )
}
