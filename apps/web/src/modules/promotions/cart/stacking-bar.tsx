import type { PricedLine } from '@zhanggui/contract'
import styles from './cart-panel.module.css'
import { stackOf } from './stack-of.ts'

const PAID = 'var(--accent-solid)'

/** What became of the listed price: the part that is paid, then one piece for each rule that took something. */
export function StackingBar({ line }: { line: PricedLine }) {
  const { paid, cuts } = stackOf(line)
  return (
    <span className={styles.bar} aria-hidden>
      <span style={{ width: `${paid * 100}%`, background: PAID }} />
      {cuts.map(({ key, share }, i) => (
        <span key={key} style={{ width: `${share * 100}%`, background: PAID, opacity: 0.55 - 0.12 * Math.min(i, 3) }} />
      ))}
    </span>
  )
}
