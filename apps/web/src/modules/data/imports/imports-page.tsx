import { useQueryClient } from '@tanstack/react-query'
import type { ImportJob } from '@zhanggui/contract'
import { useNavigate } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { PageHeader } from '../../../parts/page-header.tsx'
import { Panel } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { importPaths } from './import-paths.ts'
import { importsStrings } from './imports-strings.ts'
import { JobTable } from './job-table.tsx'
import { KnownFormats } from './known-formats.tsx'
import { UploadArea } from './upload-area.tsx'
import { uploadKey } from './use-import-draft.ts'
import { useImportJobs } from './use-import-jobs.ts'

const LIST_HEIGHT = 280

/** Where files come in, and what came in so far. */
export default function ImportsPage() {
  const t = useStrings(importsStrings)
  const store = useStoreId()
  const permissions = usePermissions()
  const jobs = useImportJobs(store)
  return (
    <div className={stack.stack}>
      <PageHeader title={t.title} lead={t.lead} />
      {permissions.includes('data:import') && <Entrance store={store} />}
      <Panel<ImportJob[]>
        title={t.jobs}
        query={jobs}
        height={LIST_HEIGHT}
        isEmpty={(list) => list.length === 0}
        empty={<EmptyState title={t.jobsEmpty} text={t.jobsEmptyHint} />}
      >
        {(list) => <JobTable store={store} jobs={list} />}
      </Panel>
      <KnownFormats />
    </div>
  )
}

function Entrance({ store }: { store: string }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  return (
    <UploadArea
      store={store}
      onUploaded={(result) => {
        client.setQueryData(uploadKey(store, result.uploadId), result)
        void navigate(importPaths.review(store, result.uploadId))
      }}
    />
  )
}
