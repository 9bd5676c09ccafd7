import type { ImportJob } from '@zhanggui/contract'
import { Alert, Progress } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { CancelImport } from './cancel-import.tsx'
import styles from './job-progress.module.css'
import { JobStateTag } from './job-state-tag.tsx'
import { resultStrings } from './result-strings.ts'

/** How far a working import is, told to screen readers too; it can be cancelled until it begins to write. */
export function JobProgress({ store, job, live }: { store: string; job: ImportJob; live: boolean }) {
  const t = useStrings(resultStrings)
  const format = useFormat()
  return (
    <Card>
      <div className={styles.head}>
        <JobStateTag job={job} />
        <span aria-live="polite">{t.progressRows(format.count(job.rows))}</span>
      </div>
      <Progress percent={Math.floor(job.progress * 100)} status="active" aria-label={t.progressLabel} />
      {!live && <Alert type="warning" showIcon title={t.lineLost} />}
      <div className={styles.buttons}>
        <CancelImport store={store} job={job} />
      </div>
    </Card>
  )
}
