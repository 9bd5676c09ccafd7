import type { ImportJob } from '@zhanggui/contract'
import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { listed } from '../../../locale/punctuation.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { PageHeader } from '../../../parts/page-header.tsx'
import { PanelBody } from '../../../parts/panel.tsx'
import stack from '../../../parts/stack.module.css'
import { importPaths } from './import-paths.ts'
import { isMoving } from './import-state.ts'
import { JobFigures } from './job-figures.tsx'
import { JobFiles } from './job-files.tsx'
import { JobProgress } from './job-progress.tsx'
import { JobProvenance } from './job-provenance.tsx'
import { jobStrings } from './job-strings.ts'
import { JobVerdict } from './job-verdict.tsx'
import { RejectedRows } from './rejected-rows.tsx'
import { resultStrings } from './result-strings.ts'
import { useImportJob } from './use-import-jobs.ts'
import { useImportProgress } from './use-import-progress.ts'

const PAGE_HEIGHT = 420

/** One import: its way while it works, what came of it afterwards, and where it came from. */
export default function ResultPage() {
  const t = useStrings(resultStrings)
  const words = useStrings(jobStrings)
  const language = useLanguage()
  const store = useStoreId()
  const { job: id = '' } = useParams()
  const job = useImportJob(store, Number(id))
  const { live } = useImportProgress(store, job.data)
  return (
    <div className={stack.stack}>
      <PageHeader
        title={t.job(id)}
        lead={
          job.data &&
          listed(
            job.data.files.map((file) => file.name),
            language,
          )
        }
        actions={
          <Link to={importPaths.list(store)}>
            <Button tabIndex={-1}>{words.back}</Button>
          </Link>
        }
      />
      <PanelBody query={job} height={PAGE_HEIGHT}>
        {(found) => <Result store={store} job={found} live={live} />}
      </PanelBody>
    </div>
  )
}

function Result({ store, job, live }: { store: string; job: ImportJob; live: boolean }) {
  const [search] = useSearchParams()
  return (
    <div className={stack.stack}>
      {isMoving(job.state) ? (
        <JobProgress store={store} job={job} live={live} />
      ) : (
        <JobVerdict store={store} job={job} uploadId={search.get('upload')} />
      )}
      {!isMoving(job.state) && (
        <>
          <JobFigures job={job} />
          <RejectedRows store={store} job={job} />
        </>
      )}
      <JobProvenance job={job} />
      <JobFiles job={job} />
    </div>
  )
}
