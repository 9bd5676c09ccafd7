import type { ImportJob } from '@zhanggui/contract'
import { Progress } from 'antd'
import { Link } from 'react-router'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import link from '../../../parts/link.module.css'
import { PersonName } from '../../../parts/person-name.tsx'
import { importPaths } from './import-paths.ts'
import { isMoving } from './import-state.ts'
import { importsStrings } from './imports-strings.ts'
import { includedRange } from './job-range.ts'
import { JobStateTag } from './job-state-tag.tsx'
import { jobStrings } from './job-strings.ts'
import styles from './job-table.module.css'

/** The shop's imports with their provenance: what, how it went, which days, who and when. */
export function JobTable({ store, jobs }: { store: string; jobs: readonly ImportJob[] }) {
  const t = useStrings(jobStrings)
  const words = useStrings(importsStrings)
  const format = useFormat()
  const columns: Column<ImportJob>[] = [
    { key: 'file', title: t.file, render: (job) => <JobLink store={store} job={job} /> },
    { key: 'state', title: t.state, render: (job) => <JobState job={job} /> },
    ...figureColumns(t, format),
    { key: 'days', title: t.days, render: (job) => includedRange(job, format) },
    { key: 'by', title: t.by, render: (job) => <PersonName person={job.createdBy} /> },
    { key: 'at', title: t.at, render: (job) => format.instant(job.createdAt) },
    { key: 'source', title: t.provenance, render: (job) => job.source || format.exact(null, null) },
  ]
  return <DataTable label={words.jobs} columns={columns} rows={jobs} rowKey={(job) => String(job.id)} />
}

type Words = { rows: string; accepted: string; duplicates: string; rejected: string }

const figureColumns = (t: Words, format: Format): Column<ImportJob>[] =>
  (['rows', 'accepted', 'duplicates', 'rejected'] as const).map((figure) => ({
    key: figure,
    title: t[figure],
    numeric: true,
    render: (job) => format.count(job[figure]),
  }))

function JobLink({ store, job }: { store: string; job: ImportJob }) {
  const words = useStrings(importsStrings)
  const format = useFormat()
  const first = job.files[0]?.name ?? `#${job.id}`
  const name = job.files.length > 1 ? words.files(first, format.count(job.files.length)) : first
  return (
    <Link className={link.link} to={importPaths.job(store, job.id)}>
      {name}
    </Link>
  )
}

function JobState({ job }: { job: ImportJob }) {
  const t = useStrings(jobStrings)
  return (
    <span className={styles.state}>
      <JobStateTag job={job} />
      {isMoving(job.state) && (
        <Progress
          size="small"
          percent={Math.floor(job.progress * 100)}
          aria-label={`${t.state} ${job.files[0]?.name ?? ''}`}
        />
      )}
    </span>
  )
}
