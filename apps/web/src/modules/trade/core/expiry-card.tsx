import type { ExpiryBucket } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { strings } from '../strings.ts'
import styles from '../trade.module.css'

const MINUTE = 60
const HOUR = 3600

/** What comes back to the shelf in the next minutes unless it is paid: each bar ends where the next begins. */
export function ExpiryCard({ buckets }: { buckets: readonly ExpiryBucket[] }) {
  const t = useStrings(strings)
  const { count } = useFormat()
  const most = Math.max(...buckets.map(({ units }) => units))
  const spanOf = (to: number, from = 0): string => {
    if (from === 0) return t.firstSpan(String(to / MINUTE))
    return from < HOUR
      ? t.minutes(String(from / MINUTE), String(to / MINUTE))
      : t.hours(String(from / HOUR), String(to / HOUR))
  }
  return (
    <Card title={t.expiring} note={t.expiringNote}>
      {most > 0 ? (
        <ol className={styles.bars}>
          {buckets.map(({ withinSeconds, orders, units }, i) => (
            <li key={withinSeconds} className={styles.bar}>
              <span>{spanOf(withinSeconds, buckets[i - 1]?.withinSeconds)}</span>
              <span className={styles.track}>
                <span className={styles.fill} style={{ inlineSize: `${(100 * units) / most}%` }} />
              </span>
              <span className={styles.figure} data-value={units}>
                {t.ordersUnits(count(orders), count(units))}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.quiet}>{t.nothingExpires}</p>
      )}
    </Card>
  )
}
