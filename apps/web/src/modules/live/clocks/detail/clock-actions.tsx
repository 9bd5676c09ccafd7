import type { ClockDetail, EnterClockEvent } from '@zhanggui/contract'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../../api/use-session.ts'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { useSearchState } from '../../../../app/use-search-state.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Problem } from '../../../../parts/problem.tsx'
import { strings } from '../strings.ts'
import { useAssignClock, useEnterEvent } from '../use-clocks.ts'
import styles from './clock-drawer.module.css'

type Kind = EnterClockEvent extends infer E
  ? E extends { kind: string }
    ? Omit<E, 'id' | 'note' | 'at'>
    : never
  : never

const STOPPED: readonly ClockDetail['clock']['state'][] = ['resolved', 'cancelled']
const OPEN_STEP = ['running', 'resting', 'paused']

/** Matters whose deadline ends with what is done in their own view. */
const ENDS_ELSEWHERE: Record<string, { view: string; words: 'endsDuty' | 'endsWarning' }> = {
  'duty-page': { view: 'duty', words: 'endsDuty' },
  'merchant-warning': { view: 'warnings', words: 'endsWarning' },
}

/** What can be done now; each with the note above it. Who only reads sees none of it. */
export function ClockActions({ detail }: { detail: ClockDetail }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { set } = useSearchState()
  const [note, setNote] = useState('')
  const enter = useEnterEvent(detail.clock.id)
  if (!usePermissions().includes('live:act')) return null
  const send = (event: Kind) =>
    enter.mutate({ ...event, id: crypto.randomUUID(), note }, { onSuccess: () => setNote('') })
  const { state, steps, subject } = detail.clock
  const elsewhere = ENDS_ELSEWHERE[subject.kind]
  const button = (label: string, event: Kind, primary = false) => (
    <Button key={label} type={primary ? 'primary' : 'default'} disabled={enter.isPending} onClick={() => send(event)}>
      {label}
    </Button>
  )
  const pausedFor = new Set(steps.flatMap((step) => step.pausedFor))
  return (
    <section>
      <Input.TextArea
        aria-label={t.note}
        placeholder={t.notePlaceholder}
        value={note}
        maxLength={1000}
        autoSize={{ minRows: 1, maxRows: 4 }}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.actions}>
        {elsewhere ? (
          <Button type="primary" onClick={() => set({ view: elsewhere.view, clock: null })}>
            {t[elsewhere.words]}
          </Button>
        ) : STOPPED.includes(state) ? (
          button(t.reopen, { kind: 'reopen' }, true)
        ) : (
          <>
            {steps
              .filter((step) => OPEN_STEP.includes(step.state))
              .map((step) => button(`${t.done} ${nameOf(step, language)}`, { kind: 'done', step: step.step }, true))}
            {detail.pauseReasons.map((reason) =>
              pausedFor.has(reason)
                ? button(t.resumeFrom(t[reason]), { kind: 'resume', reason })
                : button(t.pauseFor(t[reason]), { kind: 'pause', reason }),
            )}
            {button(t.resolve, { kind: 'stop', outcome: 'resolved' })}
            <Popconfirm title={t.cancelAsk} onConfirm={() => send({ kind: 'stop', outcome: 'cancelled' })}>
              <Button type="text">{t.cancel}</Button>
            </Popconfirm>
          </>
        )}
        <OwnerButton detail={detail} />
      </div>
      {enter.isError && <Problem compact error={enter.error} />}
    </section>
  )
}

function OwnerButton({ detail: { clock } }: { detail: ClockDetail }) {
  const t = useStrings(strings)
  const assign = useAssignClock(clock.id)
  const me = useSession().data?.user?.id
  if (me === undefined) return null
  const mine = clock.owner?.actor === `user:${me}`
  return (
    <Button type="text" loading={assign.isPending} onClick={() => assign.mutate(mine ? null : `user:${me}`)}>
      {mine ? t.release : t.take}
    </Button>
  )
}
