import type { PromotionRule } from '@zhanggui/contract'
import { InputNumber, Select, Switch } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStrings } from '../../../locale/strings.ts'
import { InstantInput } from '../../admin/resources/instant-input.tsx'
import { MoneyInput } from '../../admin/resources/money-input.tsx'
import styles from './cart-panel.module.css'
import { type CartState, claimable } from './cart-state.ts'
import { strings } from './strings.ts'

const textOf = (n: unknown): string | null => (typeof n === 'number' && n > 0 ? String(n) : null)

/** Who buys, when, with what: public facts that rules may ask for. */
export function BuyerFields({ cart, rules }: { cart: CartState; rules: readonly PromotionRule[] }) {
  const t = useStrings(strings)
  const { set } = useSearchState()
  const put = (name: string, value: string | null) => set({ [name]: value }, { replace: true })
  const coupons = claimable(rules)
  return (
    <details className={styles.buyer} open={coupons.length > 0}>
      <summary>{t.buyer}</summary>
      <div className={styles.buyerGrid}>
        {coupons.length > 0 && (
          <label className={`${styles.cell} ${styles.full}`} htmlFor="cart-claims" style={{ gridColumn: '1 / -1' }}>
            {t.claims}
            <Select
              id="cart-claims"
              mode="multiple"
              className={styles.full ?? ''}
              value={[...cart.claims]}
              options={coupons.map(({ ruleId, name }) => ({ value: ruleId, label: name }))}
              onChange={(ids: string[]) => put('claims', ids.join(',') || null)}
            />
          </label>
        )}
        <label className={styles.cell} htmlFor="cart-new">
          {t.isNew}
          <Switch id="cart-new" checked={cart.isNew} onChange={(on) => put('new', on ? '1' : null)} />
        </label>
        <label className={styles.cell} htmlFor="cart-tier">
          {t.tier}
          <InputNumber
            id="cart-tier"
            className={styles.full ?? ''}
            min={0}
            max={99}
            precision={0}
            value={cart.tier}
            onChange={(tier) => put('tier', textOf(tier))}
          />
        </label>
        <label className={styles.cell} htmlFor="cart-points">
          {t.points}
          <InputNumber
            id="cart-points"
            className={styles.full ?? ''}
            min={0}
            precision={0}
            value={cart.points}
            onChange={(points) => put('points', textOf(points))}
          />
        </label>
        <label className={styles.cell} htmlFor="cart-shipping">
          {t.shipping}
          <MoneyInput
            id="cart-shipping"
            disabled={false}
            currency="CNY"
            value={cart.shippingCents}
            onChange={(cents) => put('shipping', textOf(cents))}
          />
        </label>
        <label className={styles.cell} htmlFor="cart-at" style={{ gridColumn: '1 / -1' }}>
          {t.at}
          <InstantInput id="cart-at" disabled={false} value={cart.at} onChange={(at) => put('at', at)} />
        </label>
      </div>
    </details>
  )
}
