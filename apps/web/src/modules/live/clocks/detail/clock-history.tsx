import type { ClockDetail } from '@zhanggui/contract'
import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { type Language, nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { PersonName } from '../../../../parts/person-name.tsx'
import { timeOf } from '../countdown.ts'
import { strings } from '../strings.ts'
import styles from './clock-drawer.module.css'

type Event = ClockDetail['events'][number]
type Mark = ClockDetail['marks'][number]
type Words = typeof strings.zh
type Entry = { key: string; at: string; color: string; title: string; who: ReactNode; note: string }

/** What happened and what was passed, in the order of their instants. */
export function ClockHistory({ detail }: { detail: ClockDetail }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const timeZone = useStoreTimeZone()
  const now = Date.parse(detail.now)
  const say = { t, stepName: stepNames(detail, language) }
  // A warning that an event entered later has undone says nothing any more; a deadline that was not missed after all does.
  const marks = detail.marks.filter(({ mark, withdrawnAt }) => mark === 'due' || withdrawnAt === null)
  const entries = [...detail.events.map((e) => eventEntry(e, say)), ...marks.map((m) => markEntry(m, say))]
  entries.sort((a, b) => a.at.localeCompare(b.at))
  return (
    <section>
      <h2 className={styles.heading}>{t.history}</h2>
      {entries.length === 0 ? (
        <p className={styles.note}>{t.noHistory}</p>
      ) : (
        <Timeline
          items={entries.map(({ key, at, color, title, who, note }) => ({
            key,
            color,
            content: (
              <>
                <span className={styles.when}>{timeOf(at, now, timeZone)}</span> {title} {who}
                {note && <span className={styles.note}>{note}</span>}
              </>
            ),
          }))}
        />
      )}
    </section>
  )
}

function stepNames({ clock }: ClockDetail, language: Language): (id: string) => string {
  const names = new Map(clock.steps.map((step) => [step.step, nameOf(step, language)]))
  return (id) => names.get(id) ?? id
}

type Say = { t: Words; stepName: (id: string) => string }

function eventTitle({ kind, reason, step, outcome }: Event, { t, stepName }: Say): string {
  switch (kind) {
    case 'pause':
      return t.kind_pause(reason ? t[reason] : '')
    case 'resume':
      return t.kind_resume(reason ? t[reason] : '')
    case 'done':
      return t.kind_done(stepName(step ?? ''))
    case 'call':
      return t.kind_call(stepName(step ?? ''))
    case 'stop':
      return outcome === 'cancelled' ? t.kind_stop_cancelled : t.kind_stop_resolved
    case 'reopen':
      return t.kind_reopen
    case 'policy':
      return t.kind_policy
  }
}

const eventEntry = (event: Event, say: Say): Entry => ({
  key: `event/${event.id}`,
  at: event.at,
  color: event.kind === 'done' || event.kind === 'stop' ? 'green' : 'gray',
  title: eventTitle(event, say),
  who: <PersonName person={event.enteredBy} />,
  note: event.note,
})

function markTitle({ mark, step }: Mark, { t, stepName }: Say): string {
  if (mark === 'due') return t.mark_due(stepName(step))
  return mark.startsWith('call-') ? t.mark_call(stepName(step)) : t.mark_warning(stepName(step))
}

function markEntry(mark: Mark, say: Say): Entry {
  const { t } = say
  const late = mark.mark === 'due' && mark.withdrawnAt === null
  const called = mark.called.length > 0 ? t.called(mark.called.join('、')) : ''
  return {
    key: `mark/${mark.step}/${mark.round}/${mark.mark}`,
    at: mark.at,
    color: late ? 'red' : 'orange',
    title: markTitle(mark, say),
    who: null,
    note: mark.withdrawnAt === null ? called : t.withdrawn,
  }
}
