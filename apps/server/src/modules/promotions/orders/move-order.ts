import type { PromotionOrder } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { stores } from '../../admin/schema.ts'
import { postPoints } from '../points/post-points.ts'
import { uncountRuleUses } from './count-rule-uses.ts'
import { moveCoupons } from './hold-coupons.ts'
import { pointsOfMove } from './order-points.ts'
import { lockOrder, ownOrder, presentOrder, readUses } from './order-rows.ts'
import { costByPromotion } from './order-uses.ts'
import { settleBudgets } from './reserve-budgets.ts'
import { type OrderRow, type OrderState, promotionOrders, type UseRow } from './schema.ts'

export type OrderMove = 'pay' | 'release' | 'return'

type Step = {
  from: OrderState
  to: OrderState
  coupons: 'use' | 'release' | 'giveBack'
  budgets: 'used' | 'free' | 'returned'
}

const STEPS: Readonly<Record<OrderMove, Step>> = {
  pay: { from: 'locked', to: 'paid', coupons: 'use', budgets: 'used' },
  release: { from: 'locked', to: 'released', coupons: 'release', budgets: 'free' },
  return: { from: 'paid', to: 'returned', coupons: 'giveBack', budgets: 'returned' },
}

async function movePoints(context: Context, tx: RecordTx, row: OrderRow, move: OrderMove): Promise<void> {
  if (row.buyer === null) return
  const [shop] = await tx.select({ timezone: stores.timezone }).from(stores).where(eq(stores.id, row.store))
  const at = context.clock.now()
  const day = businessDayOf(at, shop?.timezone ?? 'Asia/Shanghai')
  const points = { used: row.pointsUsed, earned: row.pointsEarned }
  const postings = pointsOfMove[move](row.id, points, day)
  if (postings.length > 0) await postPoints(tx, { store: row.store, buyer: row.buyer }, { postings, day, at })
}

/** Coupons of rules that never give them back stay used when the order comes back. */
function couponUses(row: OrderRow, uses: readonly UseRow[], move: OrderMove): readonly UseRow[] {
  if (move !== 'return') return uses
  const kept = new Set(row.price.rules.filter(({ claimReturn }) => claimReturn === 'never').map(({ ruleId }) => ruleId))
  return uses.filter(({ rule }) => !kept.has(rule))
}

async function apply(context: Context, tx: RecordTx, row: OrderRow, move: OrderMove): Promise<OrderRow> {
  const { store, id: orderId, buyer } = row
  const { to, coupons, budgets } = STEPS[move]
  const uses = await readUses(tx, store, orderId)
  await moveCoupons(context, tx, store, { orderId, kind: coupons, uses: couponUses(row, uses, move) })
  if (buyer !== null && move !== 'pay') await uncountRuleUses(tx, { store, buyer }, uses)
  await movePoints(context, tx, row, move)
  await settleBudgets(tx, store, costByPromotion(uses), budgets)
  await tx.update(promotionOrders).set({ state: to }).where(ownOrder(store, orderId))
  return { ...row, state: to }
}

/**
 * An order is paid, let go or returned as a whole; what it held moves with it, in one transaction. The same move again changes
 * nothing. A payment that comes in before the order was let go counts, however late. Errors: throws `not_found`, `order_moved`.
 */
export async function moveOrder(
  context: Context,
  store: string,
  orderId: string,
  move: OrderMove,
): Promise<PromotionOrder> {
  const { from, to } = STEPS[move]
  return context.records.transaction(async (tx) => {
    const row = await lockOrder(tx, store, orderId)
    if (row.state !== to && row.state !== from)
      throw new ApiFailure('order_moved', { order: orderId, state: row.state })
    const moved = row.state === to ? row : await apply(context, tx, row, move)
    return presentOrder(moved, await readUses(tx, store, orderId))
  })
}
