import type { Change } from '../format/change.ts'
import { useFormat } from '../format/use-format.ts'
import styles from './change-mark.module.css'

/** A movement in the colours of rising and falling; `–` when there is nothing to compare with. */
export function ChangeMark({ change }: { change: Change | null }) {
  const format = useFormat()
  if (change === null) return <span className={styles.none}>–</span>
  const direction = change.amount > 0 ? styles.rise : change.amount < 0 ? styles.fall : styles.none
  return <span className={`${styles.mark} ${direction}`}>{format.change(change)}</span>
}
