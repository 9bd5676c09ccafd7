import type { ImportJob } from '@zhanggui/contract'
import { Alert, Button, Popconfirm, Progress } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { Problem } from '../../../parts/problem.tsx'
import { canCancel } from './import-state.ts'
import styles from './job-progress.module.css'
import { JobStateTag } from './job-state-tag.tsx'
import { resultStrings } from './result-strings.ts'
import { useCancelImport } from './use-import-actions.ts'

/** How far a working import is, told to screen readers too; it can be cancelled until it begins to write. */
export function JobProgress({ store, job, live }: { store: string; job: ImportJob; live: boolean }) {
  const t = useStrings(resultStrings)
  const format = useFormat()
  const cancel = useCancelImport(store)
  return (
    <Card>
      <div className={styles.head}>
        <JobStateTag job={job} />
        <span aria-live="polite">{t.progressRows(format.count(job.rows))}</span>
      </div>
      <Progress percent={Math.floor(job.progress * 100)} status="active" aria-label={t.progressLabel} />
      {!live && <Alert type="warning" showIcon title={t.lineLost} />}
      {cancel.isError && <Problem compact error={cancel.error} />}
      <div className={styles.buttons}>
        <Popconfirm
          title={t.cancelConfirm}
          description={t.cancelConfirmText}
          okText={t.cancel}
          cancelText={t.cancelKeep}
          onConfirm={() => cancel.mutate(job.id)}
          disabled={!canCancel(job.state)}
        >
          <Button disabled={!canCancel(job.state)} loading={cancel.isPending}>
            {t.cancel}
          </Button>
        </Popconfirm>
      </div>
    </Card>
  )
}
