import { useFormat } from '../../format/use-format.ts'
import styles from './headline.module.css'

const PERCENT = 100

/** A bar from nothing to a quarter above what it is held against, with the ceiling as a mark. */
export function Gauge({
  share,
  ceiling,
  over,
  label,
}: {
  share: number
  ceiling: number | null
  over: boolean
  label: string
}) {
  const format = useFormat()
  const end = Math.max(ceiling === null ? 1 : ceiling * 1.25, share)
  const at = (value: number) => `${Math.min(1, Math.max(0, value / end)) * PERCENT}%`
  return (
    <div className={styles.gauge} role="img" aria-label={`${label} ${format.percent(share)}`}>
      <span className={`${styles.fill} ${over ? styles.fillOver : ''}`} style={{ width: at(share) }} />
      {ceiling !== null && <span className={styles.mark} style={{ insetInlineStart: at(ceiling) }} />}
    </div>
  )
}
