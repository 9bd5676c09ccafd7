import type { LineBalance } from '@zhanggui/contract'
import { useStrings } from '../../../locale/strings.ts'
import { ledgerStrings } from './ledger-strings.ts'
import styles from './money-bar.module.css'

const PERCENT = 100
const STATES = ['spent', 'accrued', 'committed'] as const

/** Spent, accrued and committed as parts of a line's budget; what stays grey is free, red is beyond it. */
export function MoneyBar({ balance, label }: { balance: LineBalance; label: string }) {
  const used = balance.spent + balance.accrued + balance.committed
  const whole = Math.max(balance.budgetCents, used)
  const over = Math.max(0, used - balance.budgetCents)
  if (whole <= 0) return <div className={styles.bar} role="img" aria-label={label} />
  const width = (cents: number) => ({ width: `${(Math.max(0, cents) / whole) * PERCENT}%` })
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {STATES.map((state) => (
        <span
          key={state}
          className={styles[state]}
          style={width(state === 'committed' ? balance.committed - over : balance[state])}
        />
      ))}
      <span className={styles.over} style={width(over)} />
    </div>
  )
}

/** What the colours of the bars stand for. */
export function MoneyLegend() {
  const t = useStrings(ledgerStrings)
  return (
    <div className={styles.legend}>
      {[...STATES, 'free' as const].map((state) => (
        <span key={state} className={styles.key}>
          <span className={`${styles.swatch} ${styles[state]}`} />
          {state === 'free' ? t.planned : t[state]}
        </span>
      ))}
    </div>
  )
}
