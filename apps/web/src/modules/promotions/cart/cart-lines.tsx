import { CloseOutlined } from '@ant-design/icons'
import type { PriceAnswer, PricedLine, PromotionRule } from '@zhanggui/contract'
import { Button, InputNumber } from 'antd'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import styles from './cart-panel.module.css'
import { type CartState, linesText } from './cart-state.ts'
import { StackingBar } from './stacking-bar.tsx'
import { strings } from './strings.ts'

type Props = Pick<CartState, 'lines'> & {
  answer: PriceAnswer | undefined
  rules: readonly PromotionRule[]
  isStale: boolean
}

/** The lines of the cart with their price, and who took what off. */
export function CartLines({ lines, answer, rules, isStale }: Props) {
  const { set } = useSearchState()
  const change = (next: CartState['lines']) => set({ cart: linesText(next) || null }, { replace: true })
  return (
    <ul className={styles.lines}>
      {lines.map((line, index) => (
        <Line
          key={line.skuId}
          skuId={line.skuId}
          quantity={line.quantity}
          priced={answer?.lines.find((l) => l.skuId === line.skuId)}
          nameOfRule={(ruleId) =>
            rules.find((rule) => rule.ruleId === ruleId)?.name ??
            answer?.outcomes.find((outcome) => outcome.ruleId === ruleId)?.name ??
            ruleId
          }
          isStale={isStale}
          onQuantity={(quantity) => change(lines.map((l, i) => (i === index ? { ...l, quantity } : l)))}
          onRemove={() => change(lines.filter((_, i) => i !== index))}
        />
      ))}
    </ul>
  )
}

type LineProps = {
  skuId: string
  quantity: number
  priced: PricedLine | undefined
  nameOfRule: (ruleId: string) => string
  isStale: boolean
  onQuantity: (quantity: number) => void
  onRemove: () => void
}

function Line({ skuId, quantity, priced, nameOfRule, isStale, onQuantity, onRemove }: LineProps) {
  const t = useStrings(strings)
  const format = useFormat()
  const money = (cents: number) => format.exact(cents, 'money')
  const title = priced?.title || skuId
  return (
    <li className={styles.line} data-stale={isStale || undefined} data-sku={skuId}>
      <span className={styles.title}>{title}</span>
      <span className={styles.amounts}>
        {priced && priced.payableCents < priced.listedCents && (
          <s className={styles.struck}>{money(priced.listedCents)}</s>
        )}
        <span className={styles.payable} data-value={priced?.payableCents}>
          {priced ? money(priced.payableCents) : '–'}
        </span>
      </span>
      <span className={styles.tools}>
        <InputNumber
          className={styles.quantity ?? ''}
          size="small"
          min={1}
          max={1_000_000}
          precision={0}
          aria-label={`${t.quantity} ${title}`}
          value={quantity}
          onChange={(next) => next && onQuantity(next)}
        />
        {priced && <span className={styles.unit}>{`× ${money(priced.unitCents)}`}</span>}
      </span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={`${t.remove} ${title}`}
        onClick={onRemove}
      />
      {priced && priced.cuts.length > 0 && (
        <>
          <StackingBar line={priced} />
          <span className={styles.cuts}>
            {priced.cuts.map((cut) => (
              <span key={`${cut.ruleId}/${cut.claimId ?? ''}`} className={styles.chip}>
                {nameOfRule(cut.ruleId)} {money(-cut.cents)}
              </span>
            ))}
          </span>
        </>
      )}
    </li>
  )
}
