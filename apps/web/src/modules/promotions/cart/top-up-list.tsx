import type { TopUpHint } from '@zhanggui/contract'
import { Button } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './cart-panel.module.css'
import { addToLines, type CartState, linesText } from './cart-state.ts'
import { strings } from './strings.ts'

/** The best few; more would be noise. */
const SHOWN = 3

/** Goods that bring more than they cost (凑单), each with one button that adds them. */
export function TopUpList({ lines, hints }: Pick<CartState, 'lines'> & { hints: readonly TopUpHint[] }) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  const money = (cents: number) => format.exact(cents, 'money')
  if (hints.length === 0) return null
  return (
    <section className={styles.section}>
      <h3>{t.topUp}</h3>
      <ul>
        {hints.slice(0, SHOWN).map((hint) => (
          <li key={hint.ruleId} className={styles.hint}>
            <span>
              {t.topUpText({
                goods: hint.add.map(({ title, skuId, quantity }) => `${title || skuId} × ${quantity}`).join(' + '),
                rule: hint.name,
                before: money(hint.beforeCents),
                after: money(hint.afterCents),
              })}
            </span>
            <Button
              size="small"
              onClick={() => set({ cart: linesText(addToLines(lines, hint.add)) }, { replace: true })}
            >
              {t.topUpAdd}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
