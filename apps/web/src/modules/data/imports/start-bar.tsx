import type { ImportJob } from '@zhanggui/contract'
import { Alert, Button, Tooltip } from 'antd'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../../../api/problem.ts'
import { useFormat } from '../../../format/use-format.ts'
import { listed } from '../../../locale/punctuation.ts'
import { useLanguage, useStrings } from '../../../locale/strings.ts'
import { isReady, problemOf } from './file-problems.ts'
import { type ImportDraft, startRequest } from './import-draft.ts'
import { importPaths } from './import-paths.ts'
import { reviewStrings } from './review-strings.ts'
import styles from './start-bar.module.css'
import { useStartImport } from './use-import-actions.ts'

type Props = { store: string; draft: ImportDraft; onStarted: () => void }

/** The two ways on. A dry run keeps the draft, because people come back from it to the real import. */
export function StartBar({ store, draft, onStarted }: Props) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  const format = useFormat()
  const navigate = useNavigate()
  const start = useStartImport(store)
  const count = draft.files.filter((file) => file.included).length
  const opened = (job: ImportJob) => {
    if (!job.dryRun) onStarted()
    void navigate(importPaths.job(store, job.id, job.dryRun ? draft.uploadId : undefined))
  }
  const run = (dryRun: boolean) => start.mutate(startRequest(draft, { dryRun }), { onSuccess: opened })
  const running = start.isPending ? start.variables.dryRun : null
  const blocked = !isReady(draft) || start.isPending
  const blockedBy = draft.files.filter((file) => problemOf(file) !== null).map((file) => file.preview.name)
  return (
    <div className={styles.bar}>
      {blockedBy.length > 0 && <p className={styles.blocked}>{t.blockedBy(listed(blockedBy, language))}</p>}
      {count === 0 && <Alert type="warning" showIcon title={t.nothingIncluded} />}
      {start.isError && <StartProblem error={start.error} />}
      <div className={styles.buttons}>
        <Tooltip title={t.tryRunHint}>
          <Button disabled={blocked} loading={running === true} onClick={() => run(true)}>
            {t.tryRun}
          </Button>
        </Tooltip>
        <Button type="primary" disabled={blocked} loading={running === false} onClick={() => run(false)}>
          {count > 1 ? t.startMany(format.count(count)) : t.start}
        </Button>
      </div>
    </div>
  )
}

function StartProblem({ error }: { error: Error }) {
  const t = useStrings(reviewStrings)
  const language = useLanguage()
  const said = error instanceof ApiProblem ? (language === 'zh' ? error.messageZh : error.messageEn) : error.message
  return (
    <Alert
      type="error"
      showIcon
      title={t.startFailed}
      description={
        <>
          <p>{said}</p>
          <p>{t.kept}</p>
        </>
      }
    />
  )
}
