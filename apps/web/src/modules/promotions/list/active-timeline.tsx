import type { PromotionSummary } from '@zhanggui/contract'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './active-timeline.module.css'
import { strings } from './strings.ts'
import { timelineOf } from './timeline-bars.ts'

/** When promotions hold, each a bar over the days around now. */
export function ActiveTimeline({ promotions }: { promotions: readonly PromotionSummary[] }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const { bars, ticks, nowShare } = timelineOf(promotions, now)
  return (
    <div className={styles.timeline}>
      <div className={styles.axis} aria-hidden>
        {ticks.map(({ at, ms }) => (
          <span key={at} style={{ insetInlineStart: `${at * 100}%` }}>
            {format.shortDay(new Date(ms).toISOString().slice(0, 10))}
          </span>
        ))}
      </div>
      <ul className={styles.rows}>
        {bars.map(({ id, name, state, start, width }) => (
          <li key={id} className={styles.row}>
            <Link
              className={styles.bar ?? ''}
              data-state={state}
              title={name}
              to={`/stores/${store}/promotions/${id}`}
              style={{ insetInlineStart: `${start * 100}%`, width: `max(8px, ${width * 100}%)` }}
            >
              <span className={styles.label}>{name}</span>
            </Link>
          </li>
        ))}
        <li className={styles.now} style={{ insetInlineStart: `${nowShare * 100}%` }} aria-label={t.today} />
      </ul>
    </div>
  )
}
