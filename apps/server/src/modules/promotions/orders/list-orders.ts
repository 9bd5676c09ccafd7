import type { PromotionOrderDetail, PromotionOrderPage, PromotionOrderQuery } from '@zhanggui/contract'
import { and, count, desc, eq, inArray, like } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { findOrderRow, presentOrder, readUses } from './order-rows.ts'
import { releaseDueOrders } from './release-due-orders.ts'
import { standingOf } from './returns/reckon-return.ts'
import { readReturns } from './returns/return-rows.ts'
import { promotionOrders, promotionUses } from './schema.ts'
import { DEFAULT_POLICY, paidOrderOf } from './stored-order.ts'

type Query = ReturnType<typeof PromotionOrderQuery.parse>

/** What LIKE takes for a sign of its own stands for itself. */
const beginning = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** Orders that use promotions, newest first. */
export async function listOrders(context: Context, store: string, query: Query): Promise<PromotionOrderPage> {
  await releaseDueOrders(context, store)
  const { db } = context.records
  const { id, state, placedAt } = promotionOrders
  const wanted = and(
    eq(promotionOrders.store, store),
    query.state === undefined ? undefined : eq(state, query.state),
    query.search ? like(id, beginning(query.search)) : undefined,
  )
  const [sum] = await db.select({ total: count() }).from(promotionOrders).where(wanted)
  const rows = await db
    .select()
    .from(promotionOrders)
    .where(wanted)
    .orderBy(desc(placedAt), desc(id))
    .limit(query.limit)
    .offset(query.offset)
  const ids = rows.map((row) => row.id)
  const uses = await db
    .select()
    .from(promotionUses)
    .where(and(eq(promotionUses.store, store), inArray(promotionUses.orderId, ids)))
  const orders = rows.map((row) =>
    presentOrder(
      row,
      uses.filter(({ orderId }) => orderId === row.id),
    ),
  )
  return { orders, total: sum?.total ?? 0 }
}

/** One order as it was priced, its returns, and what can still come back. Errors: throws `not_found`. */
export async function readOrder(context: Context, store: string, orderId: string): Promise<PromotionOrderDetail> {
  const { db } = context.records
  const row = await findOrderRow(db, store, orderId)
  if (!row) throw new ApiFailure('not_found', { what: `promotion-orders/${orderId}` })
  const returns = await readReturns(db, store, orderId)
  const { leftCents, lines, fees, uncollectedCents } = standingOf(
    paidOrderOf(row),
    row.policy ?? DEFAULT_POLICY,
    returns,
  )
  const names = await namesOfActors(
    context,
    returns.map(({ answer }) => answer.madeBy),
  )
  return {
    ...presentOrder(row, await readUses(db, store, orderId)),
    price: row.price.answer,
    policy: row.policy,
    left: { leftCents, lines: [...lines], fees: [...fees], uncollectedCents },
    returns: returns.map(({ answer }) => ({ ...answer, madeBy: names.get(answer.madeBy) ?? answer.madeBy })),
  }
}
