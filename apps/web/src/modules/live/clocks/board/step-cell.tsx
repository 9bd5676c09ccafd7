import type { ClockStepView } from '@zhanggui/contract'
import { useStoreTimeZone } from '../../../../app/use-store-time-zone.ts'
import { countdown } from '../../../../format/clock-time.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { stepNow, timeOf, wholeSeconds } from '../countdown.ts'
import { strings } from '../strings.ts'
import type { Moment } from '../use-now.ts'
import styles from './step-cell.module.css'

type Props = { step: ClockStepView; moment: Moment }

/** One step: what is left in large digits, a bar of what is used, and when it is due or what it waits for. */
export function StepCell({ step, moment }: Props) {
  const t = useStrings(strings)
  const language = useLanguage()
  const { tone, ms, used } = stepNow(step, moment)
  const isOver = tone === 'over' && step.endedAt !== null
  const shown = isOver ? step.elapsedMs : ms === null ? null : wholeSeconds(ms)
  return (
    <span className={styles.cell} data-tone={tone} data-state={step.state}>
      <span className={styles.name}>{nameOf(step, language)}</span>
      <span className={styles.digits} data-value={shown ?? ''}>
        {tone === 'late' && <span className={styles.small}>{t.over}</span>}
        {isOver && <span className={styles.small}>{t.took}</span>}
        {shown === null ? '–' : countdown(shown, language)}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.used} style={{ inlineSize: `${used * 100}%` }} />
      </span>
      <span className={styles.words}>
        <StepWords step={step} moment={moment} />
      </span>
    </span>
  )
}

/** What is to be said of a step beside its digits. */
export function StepWords({ step, moment }: Props): string {
  const t = useStrings(strings)
  const timeZone = useStoreTimeZone()
  const time = (iso: string) => timeOf(iso, moment.now, timeZone)
  const ended = step.endedAt === null ? '' : time(step.endedAt)
  switch (step.state) {
    case 'waiting':
      return t.notYet
    case 'paused':
      return t.waitingFor(step.pausedFor.map((reason) => t[reason]).join('、'))
    case 'resting':
      return step.opensAt === null ? '' : t.opens(time(step.opensAt))
    case 'running': {
      if (step.dueAt === null) return ''
      return stepNow(step, moment).tone === 'late' ? t.wasDue(time(step.dueAt)) : t.due(time(step.dueAt))
    }
    case 'done':
    case 'resolved':
      return step.late ? t.doneLate(ended) : t.doneAt(ended)
    case 'cancelled':
      return t.cancelled
    case 'dropped':
      return t.dropped
  }
}
