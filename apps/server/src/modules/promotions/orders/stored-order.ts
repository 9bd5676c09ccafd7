import { assert } from '@zhanggui/kernel'
import {
  compileRules,
  findPipeline,
  type PaidOrder,
  type PricedCart,
  type RefundPolicy,
  type Rule,
  TMALL_PARALLEL,
} from '@zhanggui/promotion'
import type { OrderRow } from './schema.ts'

/** The answer that an order was priced with is the engine's own with titles and words added. */
export const pricedOf = ({ price }: Pick<OrderRow, 'price'>): PricedCart =>
  ({ ...price.answer, pipelineId: price.answer.pipeline }) as unknown as PricedCart

/** An order with the cart and the very rules that it was bought under, as the engine refunds it. */
export function paidOrderOf(row: Pick<OrderRow, 'price'>): PaidOrder {
  const { cart, pipeline, rules } = row.price
  const compiled = compileRules(findPipeline(pipeline) ?? TMALL_PARALLEL, rules as readonly Rule[])
  assert(compiled.ok, 'rules that priced an order can be made ready again')
  return { cart, priced: pricedOf(row), ruleSet: compiled.value }
}

/** Platforms give back what the units paid. */
export const DEFAULT_POLICY: RefundPolicy = 'keepShares'
