import type { ImportJob } from '@zhanggui/contract'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Format, useFormat } from '../../../format/use-format.ts'
import { type Language, useLanguage, useStrings } from '../../../locale/strings.ts'
import { Problem } from '../../../parts/problem.tsx'
import { CancelImport } from './cancel-import.tsx'
import { importPaths } from './import-paths.ts'
import { canCancel, canResume } from './import-state.ts'
import { halfOpenRange } from './job-range.ts'
import styles from './job-verdict.module.css'
import { resultStrings } from './result-strings.ts'
import { useResumeImport } from './use-import-actions.ts'

type Props = { store: string; job: ImportJob; uploadId: string | null }

/** What came of an import in one sentence, and the next step beside it. */
export function JobVerdict({ store, job, uploadId }: Props) {
  const t = useStrings(resultStrings)
  const language = useLanguage()
  const format = useFormat()
  const { type, title, text } = verdictOf(job, { t, language, format })
  return (
    <Alert
      type={type}
      showIcon
      role="status"
      title={title}
      description={
        <>
          {text && <p>{text}</p>}
          <NextStep store={store} job={job} uploadId={uploadId} />
        </>
      }
    />
  )
}

type Words = { t: (typeof resultStrings)['zh']; language: Language; format: Format }
type Verdict = { type: 'success' | 'info' | 'warning' | 'error'; title: string; text: string | null }

function verdictOf(job: ImportJob, { t, language, format }: Words): Verdict {
  const reason = job.error === null ? null : language === 'zh' ? job.error.message : job.error.messageEn
  if (job.state === 'failed') return { type: 'error', title: t.failedText, text: reason }
  if (job.state === 'interrupted') return { type: 'warning', title: t.interruptedText, text: reason ?? t.resumeHint }
  if (job.state === 'cancelled') return { type: 'info', title: t.cancelledText, text: null }
  const rejected = job.rejected > 0 ? t.someRejected(format.count(job.rejected)) : null
  if (job.dryRun)
    return { type: 'info', title: t.trialDone, text: rejected && t.trialRejected(format.count(job.rejected)) }
  if (job.accepted === 0 && job.duplicates > 0) return { type: 'success', title: t.doneNothingNew, text: rejected }
  return { type: rejected ? 'warning' : 'success', title: t.doneText(format.count(job.accepted)), text: rejected }
}

function NextStep({ store, job, uploadId }: Props) {
  const t = useStrings(resultStrings)
  const resume = useResumeImport(store)
  const range = halfOpenRange(job)
  const steps: ReactNode[] = []
  if (canResume(job.state)) {
    steps.push(
      <Button key="resume" type="primary" loading={resume.isPending} onClick={() => resume.mutate(job.id)}>
        {t.resume}
      </Button>,
    )
  }
  if (canCancel(job.state)) steps.push(<CancelImport key="cancel" store={store} job={job} />)
  if (job.dryRun && uploadId !== null) {
    steps.push(
      <Link key="import" to={importPaths.review(store, uploadId)}>
        <Button tabIndex={-1} type="primary">
          {t.trialImport}
        </Button>
      </Link>,
    )
  }
  if (job.state === 'done' && !job.dryRun && range) {
    steps.push(
      <Link key="see" to={`/stores/${store}/insight?from=${range.from}&to=${range.to}`}>
        <Button tabIndex={-1} type="primary">
          {t.seeData}
        </Button>
      </Link>,
    )
  }
  if (steps.length === 0) return null
  return (
    <div className={styles.steps}>
      {steps}
      {resume.isError && <Problem compact error={resume.error} />}
    </div>
  )
}
