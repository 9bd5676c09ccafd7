import type { CampaignState, PhaseWindow } from '@zhanggui/contract'
import { minuteOfDay } from '../../../format/clock-time.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { daysBetween } from '../../../range/day-arithmetic.ts'
import { campaignWords } from '../campaign-words.ts'
import { isWaved } from '../phase-name.ts'
import styles from './phase-bar.module.css'
import { strings } from './strings.ts'

type Props = { windows: readonly PhaseWindow[]; state: CampaignState; wave: number; today: string }

/** The phases in their order, each as wide as its days need, the one that it is in marked. */
export function PhaseBar({ windows, state, wave, today }: Props) {
  const t = useStrings(strings)
  const words = useStrings(campaignWords)
  const format = useFormat()
  return (
    <ol className={styles.phases} aria-label={t.phases}>
      {windows.map((window) => {
        const { phase, from, to, startMinute } = window
        const isHere = phase === state && window.wave === wave
        const name = isWaved(windows, phase) ? words.wave(words[phase], String(window.wave)) : words[phase]
        return (
          <li
            key={`${phase}${window.wave}`}
            className={styles.phase}
            data-phase={phase}
            data-past={to <= today || undefined}
            {...(isHere ? { 'aria-current': 'step' as const } : {})}
            style={{ flexGrow: Math.sqrt(daysBetween(from, to)) }}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.days}>
              {format.shortRange({ from, to })}
              {startMinute > 0 && ` ${minuteOfDay(startMinute)}`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
