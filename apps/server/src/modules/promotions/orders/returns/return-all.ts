import type { PromotionOrder, Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { orderMoved } from '../order-moved.ts'
import { findOrderRow, presentOrder, readUses } from '../order-rows.ts'
import type { OrderRow } from '../schema.ts'
import { DEFAULT_POLICY, paidOrderOf } from '../stored-order.ts'
import { standingOf } from './reckon-return.ts'
import { returnGoods } from './return-goods.ts'
import { readReturns } from './return-rows.ts'
import { isEmpty } from './settle-return.ts'

const REASON = '整单退回 / the whole order came back'

async function everythingLeft(context: Context, row: OrderRow) {
  const returns = await readReturns(context.records.db, row.store, row.id)
  const standing = standingOf(paidOrderOf(row), row.policy ?? DEFAULT_POLICY, returns)
  const lines = standing.lines
    .filter(({ unitsLeft }) => unitsLeft > 0)
    .map(({ lineId, unitsLeft: units }) => ({ lineId, units }))
  const postageOf = standing.fees.filter(({ isReturned }) => !isReturned).map(({ shopId }) => shopId)
  return { id: `rest-${returns.length + 1}`, lines, postageOf, isEmpty: isEmpty(standing) }
}

async function readRow(context: Context, store: string, orderId: string): Promise<OrderRow> {
  const row = await findOrderRow(context.records.db, store, orderId)
  if (!row) throw new ApiFailure('not_found', { what: `promotion-orders/${orderId}` })
  return row
}

/**
 * Gives back everything that is left of a paid order, postage included. An order with nothing left stays as it is.
 * Errors: throws `not_found`, `order_moved` for an order that is not paid.
 */
export async function returnAll(
  context: Context,
  caller: { store: Store; actor: string },
  orderId: string,
): Promise<PromotionOrder> {
  const store = caller.store.id
  const row = await readRow(context, store, orderId)
  if (row.state !== 'paid' && row.state !== 'returned') throw orderMoved(orderId, row.state)
  const { isEmpty: isDone, ...rest } = await everythingLeft(context, row)
  if (!isDone) await returnGoods(context, caller, orderId, { ...rest, reason: REASON })
  const { db } = context.records
  return presentOrder(await readRow(context, store, orderId), await readUses(db, store, orderId))
}
