import type { PromotionBurn } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './burn-cell.module.css'
import { burnShares } from './burn-shares.ts'
import { strings } from './strings.ts'

/** Spent against the budget, with what unpaid orders hold, as figure and bar. */
export function BurnCell({ burn }: { burn: PromotionBurn }) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.short(cents, 'money')
  const { usedCents, lockedCents, budgetCents, leftCents } = burn
  if (budgetCents === null || leftCents === null)
    return (
      <span className={styles.burn}>
        <span data-value={usedCents}>{money(usedCents)}</span>
        <span className={styles.note}>{t.noBudget}</span>
      </span>
    )
  const shares = burnShares(burn)
  return (
    <span className={styles.burn} title={lockedCents > 0 ? t.locked(format.exact(lockedCents, 'money')) : undefined}>
      <span>
        <span data-value={usedCents}>{money(usedCents)}</span> / {money(budgetCents)}
      </span>
      <span className={styles.bar} aria-hidden>
        <span className={styles.used} style={{ width: `${shares.used * 100}%` }} />
        <span className={styles.locked} style={{ width: `${shares.locked * 100}%` }} />
      </span>
      <span className={leftCents < 0 ? styles.over : styles.note}>
        {leftCents < 0 ? t.over(money(-leftCents)) : t.left(money(leftCents))}
      </span>
    </span>
  )
}
