import { createHash } from 'node:crypto'
import { type PromotionReturn, ReturnGoods, type Store } from '@zhanggui/contract'
import type { RefundPolicy, ReturnRequest } from '@zhanggui/promotion'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { parseInput } from '../../../../http/parse-input.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { canonicalJson } from '../../../admin/canonical-json.ts'
import { ORDER_MOVES } from '../../counters.ts'
import { orderMoved } from '../order-moved.ts'
import { findOrderRow, lockOrder, ownOrder } from '../order-rows.ts'
import { type OrderRow, promotionOrders, promotionReturns, type ReturnRow } from '../schema.ts'
import { DEFAULT_POLICY, paidOrderOf } from '../stored-order.ts'
import { presentReturn } from './present-return.ts'
import { type Reckoned, reckonReturn } from './reckon-return.ts'
import { readReturns } from './return-rows.ts'
import { isEmpty, settleReturn } from './settle-return.ts'

type Asked = ReturnType<typeof ReturnGoods.parse>
type Caller = { store: Store; actor: string }

const hashOf = ({ reason: _, ...asked }: Asked): string =>
  createHash('sha256').update(canonicalJson(asked)).digest('hex')

function requestOf({ lines, postageOf, keepsGifts, agreed, deductCents }: Asked): ReturnRequest {
  return {
    lines,
    ...(postageOf.length > 0 && { postageOf }),
    ...(keepsGifts.length > 0 && { keepsGifts }),
    ...(agreed && { agreed: { cents: agreed.cents, ...(agreed.lineIds && { lineIds: agreed.lineIds }) } }),
    ...(deductCents !== undefined && { deductCents }),
  }
}

/** The first return settles how an order is reckoned; mixing both would give back more or less than was paid. */
function policyOf({ id, policy: settled }: OrderRow, asked: RefundPolicy | undefined): RefundPolicy {
  if (settled !== null && asked !== undefined && asked !== settled)
    throw new ApiFailure('return_policy_set', { order: id, policy: settled })
  return settled ?? asked ?? DEFAULT_POLICY
}

/** Only what was paid can be given back. Postage may follow when all the goods are back. */
function requirePaid({ id, state }: OrderRow): void {
  if (state !== 'paid' && state !== 'returned') throw orderMoved(id, state)
}

const stampOf = (context: Context, caller: Caller, given: { asked: Asked; orderId: string; number: number }) => ({
  id: given.asked.id,
  orderId: given.orderId,
  number: given.number,
  reason: given.asked.reason,
  madeBy: caller.actor,
  madeAt: context.clock.now().toISOString(),
})

function reckon(row: OrderRow, asked: Asked, returns: readonly ReturnRow[]): Reckoned {
  requirePaid(row)
  return reckonReturn(paidOrderOf(row), { policy: policyOf(row, asked.policy), returns, request: requestOf(asked) })
}

/** What a return would do, with nothing stored. Errors: as `returnGoods`. */
export async function previewReturn(
  context: Context,
  caller: Caller,
  orderId: string,
  input: ReturnGoods,
): Promise<PromotionReturn> {
  const asked = parseInput(ReturnGoods, input)
  const { db } = context.records
  const row = await findOrderRow(db, caller.store.id, orderId)
  if (!row) throw new ApiFailure('not_found', { what: `promotion-orders/${orderId}` })
  const returns = await readReturns(db, row.store, orderId)
  const number = returns.length + 1
  return presentReturn(reckon(row, asked, returns), stampOf(context, caller, { asked, orderId, number }))
}

async function storeReturn(
  context: Context,
  tx: RecordTx,
  given: { row: OrderRow; asked: Asked; reckoned: Reckoned; answer: PromotionReturn; timezone: string },
): Promise<void> {
  const { row, asked, reckoned, answer, timezone } = given
  const { id, number, refundCents } = answer
  await tx.insert(promotionReturns).values({
    store: row.store,
    orderId: row.id,
    id,
    number,
    asked: hashOf(asked),
    request: requestOf(asked),
    answer,
    refundCents,
    madeAt: context.clock.now(),
  })
  await settleReturn(context, tx, { row, reckoned, returnId: id, timezone })
  const state = isEmpty(reckoned.refund.after) ? 'returned' : row.state
  const refundedCents = row.refundedCents + refundCents
  const { policy } = reckoned.before
  await tx.update(promotionOrders).set({ state, refundedCents, policy }).where(ownOrder(row.store, row.id))
}

function sameAgain(before: ReturnRow, asked: Asked): PromotionReturn {
  if (before.asked !== hashOf(asked)) throw new ApiFailure('duplicate_key', { key: asked.id })
  return before.answer
}

/**
 * Gives goods, postage or an agreed amount of a paid order back, by the rules that it was bought under (P7.12). Coupons, points,
 * limits and budgets follow in the same transaction. The same `id` again gives the same answer.
 * Errors: throws `not_found`, `order_moved` for an order that is not paid, `return_refused` with every reason, `return_policy_set`,
 * `duplicate_key` for an id that another return of the order has.
 */
export function returnGoods(
  context: Context,
  caller: Caller,
  orderId: string,
  input: ReturnGoods,
): Promise<PromotionReturn> {
  const asked = parseInput(ReturnGoods, input)
  const { actor } = caller
  const { id: shop, timezone } = caller.store
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockOrder(tx, shop, orderId)
    const returns = await readReturns(tx, shop, orderId)
    const before = returns.find(({ id }) => id === asked.id)
    if (before) return sameAgain(before, asked)
    const reckoned = reckon(row, asked, returns)
    const stamp = stampOf(context, caller, { asked, orderId, number: returns.length + 1 })
    const answer = presentReturn(reckoned, stamp)
    await storeReturn(context, tx, { row, asked, reckoned, answer, timezone })
    const after = { return: asked.id, refundCents: answer.refundCents, policy: answer.policy }
    const subject = `promotion-orders/${orderId}`
    ORDER_MOVES.inc({ move: 'return' })
    await record({ store: shop, actor, action: 'return', subject, after, reason: asked.reason })
    return answer
  })
}
