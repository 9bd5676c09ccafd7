import type { AttainmentRow } from '@zhanggui/contract'
import styles from './attain-bar.module.css'

const percentOf = (rate: number): string => `${Math.min(100, Math.max(0, rate * 100))}%`

/** How much of the target is there; colour and word say the same. */
export function AttainBar({ row }: { row: Pick<AttainmentRow, 'rate' | 'status'> }) {
  return (
    <span className={styles.bar} aria-hidden>
      <span className={`${styles.fill} ${styles[row.status] ?? ''}`} style={{ inlineSize: percentOf(row.rate ?? 0) }} />
    </span>
  )
}
