import type { Change } from '../format/change.ts'
import { MINUS } from '../format/signs.ts'
import { useFormat } from '../format/use-format.ts'
import styles from './change-mark.module.css'

/** By what is read, not by what was computed: 0.0% is no movement and has no colour. */
function directionOf(text: string): string {
  if (text.startsWith('+')) return styles.rise ?? ''
  return (text.startsWith(MINUS) ? styles.fall : styles.none) ?? ''
}

/**
 * A movement in the colours of rising and falling; `–` when there is nothing to compare with, or in words why there is no
 * percentage.
 */
export function ChangeMark({ change, why }: { change: Change | null; why?: string | null }) {
  const format = useFormat()
  if (change === null)
    return (
      <span className={styles.none} title={why ?? undefined}>
        {why ?? '–'}
      </span>
    )
  const text = format.change(change)
  return <span className={`${styles.mark} ${directionOf(text)}`}>{text}</span>
}
