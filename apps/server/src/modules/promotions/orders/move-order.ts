import type { PromotionOrder } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { stores } from '../../admin/schema.ts'
import { earnCards } from '../cards/move-cards.ts'
import { ORDER_MOVES } from '../counters.ts'
import { postPoints } from '../points/post-points.ts'
import { uncountRuleUses, wholeCount } from './count-rule-uses.ts'
import { balanceWindow } from './deposit.ts'
import { moveCoupons } from './hold-coupons.ts'
import { orderMoved } from './order-moved.ts'
import { pointsOfMove } from './order-points.ts'
import { lockOrder, ownOrder, presentOrder, readUses } from './order-rows.ts'
import { costByPromotion } from './order-uses.ts'
import { settleBudgets } from './reserve-budgets.ts'
import { type OrderRow, type OrderState, promotionOrders } from './schema.ts'
import { pricedOf } from './stored-order.ts'

export type OrderMove = 'deposit' | 'pay' | 'release'

type Step = { from: readonly OrderState[]; done: readonly OrderState[] }

const STEPS: Readonly<Record<OrderMove, Step>> = {
  deposit: { from: ['locked'], done: ['deposit'] },
  pay: { from: ['locked', 'deposit'], done: ['paid'] },
  release: { from: ['locked', 'deposit'], done: ['released', 'forfeited'] },
}

/** Who is at fault when an order with a paid deposit is let go: `depositBack` when it is the shop. */
export type Release = { depositBack: boolean }

async function movePoints(context: Context, tx: RecordTx, row: OrderRow, move: 'pay' | 'release'): Promise<void> {
  if (row.buyer === null) return
  const [shop] = await tx.select({ timezone: stores.timezone }).from(stores).where(eq(stores.id, row.store))
  const at = context.clock.now()
  const day = businessDayOf(at, shop?.timezone ?? 'Asia/Shanghai')
  const points = { used: row.pointsUsed, earned: row.pointsEarned }
  const postings = pointsOfMove[move](row.id, points, day)
  if (postings.length > 0) await postPoints(tx, { store: row.store, buyer: row.buyer }, { postings, day, at })
}

type Moved = Pick<OrderRow, 'state'> & Partial<Pick<OrderRow, 'holdUntil'>>

/** A deposit keeps what the order holds until its balance is due; nothing is used before that. Errors: `order_no_deposit`. */
function takeDeposit(row: OrderRow): Moved {
  const balance = balanceWindow(pricedOf(row))
  if (!balance || row.depositCents === 0) throw new ApiFailure('order_no_deposit', { order: row.id })
  return { state: 'deposit', holdUntil: balance.until }
}

function requireBalanceOpen(context: Context, row: OrderRow): void {
  const from = balanceWindow(pricedOf(row))?.from
  if (row.state === 'deposit' && from && context.clock.now() < from)
    throw new ApiFailure('balance_not_open', { from: from.toISOString() })
}

async function pay(context: Context, tx: RecordTx, row: OrderRow): Promise<Moved> {
  requireBalanceOpen(context, row)
  const uses = await readUses(tx, row.store, row.id)
  await moveCoupons(context, tx, row.store, { orderId: row.id, kind: 'use', uses })
  await movePoints(context, tx, row, 'pay')
  await earnCards(tx, row, pricedOf(row))
  await settleBudgets(tx, row.store, costByPromotion(uses), 'used')
  return { state: 'paid' }
}

async function release(context: Context, tx: RecordTx, row: OrderRow, { depositBack }: Release): Promise<Moved> {
  const { store, id: orderId, buyer } = row
  const uses = await readUses(tx, store, orderId)
  await moveCoupons(context, tx, store, { orderId, kind: 'release', uses })
  if (buyer !== null) await uncountRuleUses(tx, { store, buyer }, wholeCount(uses))
  await movePoints(context, tx, row, 'release')
  await settleBudgets(tx, store, costByPromotion(uses), 'free')
  return { state: row.state === 'deposit' && !depositBack ? 'forfeited' : 'released' }
}

async function apply(context: Context, tx: RecordTx, row: OrderRow, given: { move: OrderMove } & Release) {
  const { move } = given
  const moved =
    move === 'deposit'
      ? takeDeposit(row)
      : move === 'pay'
        ? await pay(context, tx, row)
        : await release(context, tx, row, given)
  await tx.update(promotionOrders).set(moved).where(ownOrder(row.store, row.id))
  return { ...row, ...moved }
}

/**
 * An order's deposit or the whole is paid, or it is let go; what it held moves with it, in one transaction. The same move again
 * changes nothing. A payment that comes in before the order was let go counts, however late.
 * Errors: throws `not_found`, `order_moved`, `order_no_deposit`, `balance_not_open`.
 */
export async function moveOrder(
  context: Context,
  { store, orderId }: { store: string; orderId: string },
  move: OrderMove,
  { depositBack }: Release = { depositBack: false },
): Promise<PromotionOrder> {
  const { from, done } = STEPS[move]
  return context.records.transaction(async (tx) => {
    const row = await lockOrder(tx, store, orderId)
    const isDone = done.includes(row.state)
    if (!isDone && !from.includes(row.state)) throw orderMoved(orderId, row.state)
    const moved = isDone ? row : await apply(context, tx, row, { move, depositBack })
    if (!isDone) ORDER_MOVES.inc({ move })
    return presentOrder(moved, await readUses(tx, store, orderId))
  })
}
