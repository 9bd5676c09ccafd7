import type { PriceQuestion } from '@zhanggui/contract'
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { ApiProblem } from '../../../api/problem.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useStrings } from '../../../locale/strings.ts'
import { Card } from '../../../parts/card.tsx'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { Problem } from '../../../parts/problem.tsx'
import type { PromotionDraft } from '../design/promotion-draft.ts'
import { BuyerFields } from './buyer-fields.tsx'
import { CartLines } from './cart-lines.tsx'
import styles from './cart-panel.module.css'
import { questionOf, readCart } from './cart-state.ts'
import { FaultList, faultsOf } from './fault-list.tsx'
import { GoodPicker } from './good-picker.tsx'
import { PriceAnswerView } from './price-answer.tsx'
import { strings } from './strings.ts'
import { TopUpList } from './top-up-list.tsx'
import { usePrice, useTopUps } from './use-price.ts'
import { useSettled } from './use-settled.ts'

const TYPING_MS = 180

/** A cart to try the rules on; priced by the server with the rules as they stand on the left. */
export function CartPanel({ draft }: { draft: PromotionDraft }) {
  const t = useStrings(strings)
  const { get, set } = useSearchState()
  const cart = readCart(get)
  const asked = JSON.stringify(questionOf(cart, draft))
  const settled = useSettled(asked, TYPING_MS)
  const store = useStoreId()
  const question = useMemo<PriceQuestion>(() => JSON.parse(settled), [settled])
  const price = usePrice(store, question)
  const hints = useTopUps(store, question)
  const which = (
    <Segmented
      size="small"
      value={cart.beside ? 'beside' : 'alone'}
      options={(['alone', 'beside'] as const).map((value) => ({ value, label: t[value] }))}
      onChange={(value) => set({ beside: value === 'beside' ? '1' : null }, { replace: true })}
    />
  )
  return (
    <Card title={t.title} note={t.note}>
      <div className={styles.which}>{which}</div>
      <GoodPicker lines={cart.lines} />
      {cart.lines.length === 0 && <EmptyState title={t.empty} text={t.emptyText} />}
      <CartLines lines={cart.lines} answer={price.data} rules={draft.rules} isStale={price.isPlaceholderData} />
      {price.error && cart.lines.length > 0 && <Refused error={price.error} />}
      <BuyerFields cart={cart} rules={draft.rules} />
      {price.data && cart.lines.length > 0 && !price.error && (
        <>
          <PriceAnswerView answer={price.data} />
          <TopUpList lines={cart.lines} hints={hints.data ?? []} />
        </>
      )}
    </Card>
  )
}

function Refused({ error }: { error: Error }) {
  const faults = error instanceof ApiProblem ? faultsOf(error) : []
  return faults.length > 0 ? <FaultList faults={faults} /> : <Problem compact error={error} />
}
