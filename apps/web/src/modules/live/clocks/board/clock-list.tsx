import type { ClockView } from '@zhanggui/contract'
import { Button, Tag } from 'antd'
import { useSession } from '../../../../api/use-session.ts'
import { usePermissions } from '../../../../app/use-permissions.ts'
import { nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { LIST_MARK, ROW_MARK } from '../../../../parts/list-row.ts'
import { stepNow } from '../countdown.ts'
import { strings } from '../strings.ts'
import { useAssignClock } from '../use-clocks.ts'
import type { Moment } from '../use-now.ts'
import styles from './board.module.css'
import { StepCell } from './step-cell.tsx'

type Props = { clocks: readonly ClockView[]; moment: Moment; onOpen: (id: string) => void }

/** One row a matter: what it is, whose it is, and its steps side by side. */
export function ClockList({ clocks, moment, onOpen }: Props) {
  const t = useStrings(strings)
  const mayAct = usePermissions().includes('live:act')
  return (
    <ul className={styles.list} aria-label={t.board} {...LIST_MARK}>
      {clocks.map((clock) => (
        <li key={clock.id} className={styles.item} data-late={isLate(clock, moment) || undefined}>
          <button type="button" className={styles.row} onClick={() => onOpen(clock.id)} {...ROW_MARK}>
            <Heading clock={clock} />
            <span className={styles.steps}>
              {clock.steps.map((step) => (
                <StepCell key={`${step.step}/${step.round}`} step={step} moment={moment} />
              ))}
            </span>
          </button>
          {mayAct && clock.owner === null && <TakeButton clock={clock} />}
        </li>
      ))}
    </ul>
  )
}

const isLate = ({ steps }: ClockView, moment: Moment): boolean =>
  steps.some((step) => stepNow(step, moment).tone === 'late')

function Heading({ clock }: { clock: ClockView }) {
  const t = useStrings(strings)
  const language = useLanguage()
  return (
    <span className={styles.heading}>
      <span className={styles.title}>{clock.title}</span>
      <span className={styles.facts}>
        <Tag>{nameOf(clock.ladder, language)}</Tag>
        <span>{clock.owner ? (clock.owner.name ?? clock.owner.actor) : t.nobody}</span>
      </span>
    </span>
  )
}

/** What nobody answers for is the next to be forgotten. */
function TakeButton({ clock }: { clock: ClockView }) {
  const t = useStrings(strings)
  const assign = useAssignClock(clock.id)
  const me = useSession().data?.user?.id
  if (me === undefined || isEnded(clock)) return null
  return (
    <Button
      className={styles.take ?? ''}
      loading={assign.isPending}
      aria-label={`${t.take} ${clock.title}`}
      onClick={() => assign.mutate(`user:${me}`)}
    >
      {t.take}
    </Button>
  )
}

const isEnded = ({ state }: ClockView): boolean => state !== 'running' && state !== 'paused'
