import type { PlanTask } from '@zhanggui/contract'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import type { PlanAt } from '../use-plans.ts'
import { taskStrings } from './strings.ts'
import styles from './task-progress.module.css'
import { useProgress } from './use-progress.ts'

/** What goes on with a task, also while the plan is approved: what shows that it is done, and who it is handed over to. */
export function TaskProgress({ at, task, onDone }: { at: PlanAt; task: PlanTask; onDone: () => void }) {
  const t = useStrings(taskStrings)
  const ids = { proof: useId(), owner: useId(), reason: useId() }
  const { message } = App.useApp()
  const progress = useProgress(at)
  const [proof, setProof] = useState(task.proof ?? '')
  const [owner, setOwner] = useState('')
  const [reason, setReason] = useState('')
  const send = (mark: object, why: string): void =>
    progress.mutate(
      { tasks: [{ id: task.id, ...mark }], reason: why },
      {
        onSuccess: () => {
          void message.success(t.saved)
          onDone()
        },
      },
    )
  return (
    <section className={styles.progress} aria-label={t.progress}>
      <h3>{t.progress}</h3>
      <label htmlFor={ids.proof}>{t.proof}</label>
      <Input.TextArea
        id={ids.proof}
        autoSize
        maxLength={2000}
        placeholder={task.evidence || t.proofHint}
        value={proof}
        onChange={(event) => setProof(event.target.value)}
      />
      <Button
        loading={progress.isPending}
        disabled={proof.trim() === ''}
        onClick={() => send({ done: true, proof: proof.trim() }, '')}
      >
        {t.doneWithProof}
      </Button>
      <label htmlFor={ids.owner}>{t.handOverTo}</label>
      <Input id={ids.owner} maxLength={120} value={owner} onChange={(event) => setOwner(event.target.value)} />
      <label htmlFor={ids.reason}>{t.handOverReason}</label>
      <Input id={ids.reason} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button
        loading={progress.isPending}
        disabled={owner.trim() === '' || reason.trim() === ''}
        onClick={() => send({ owner: owner.trim() }, reason.trim())}
      >
        {t.handOver}
      </Button>
      {progress.isError && <Problem compact error={progress.error} />}
    </section>
  )
}
