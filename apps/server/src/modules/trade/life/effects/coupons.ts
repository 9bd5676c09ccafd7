import type { LifeAnswer } from '@zhanggui/orders'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { getStore } from '../../../admin/stores.ts'
import { moveOrder } from '../../../promotions/orders/move-order.ts'
import { returnAll } from '../../../promotions/orders/returns/return-all.ts'
import { returnGoods } from '../../../promotions/orders/returns/return-goods.ts'
import type { EffectTask } from './carry-out.ts'

const keyOf = ({ row }: { row: { store: string; id: string } }) => ({ store: row.store, orderId: row.id })

const isGone = (cause: unknown): boolean =>
  cause instanceof ApiFailure && ['order_moved', 'coupon_unusable'].includes(cause.code)

/** The order's coupons, points and budgets are used; gone when the order was let go before its money came. */
export async function useCoupons(context: Context, task: EffectTask<'useCoupons'>): Promise<LifeAnswer> {
  const { n, part } = task.effect
  try {
    const { holdUntil } = await moveOrder(context, keyOf(task), part === 'deposit' ? 'deposit' : 'pay')
    return { kind: 'couponsUsed', n, holdUntil: Date.parse(holdUntil) }
  } catch (cause) {
    if (isGone(cause)) return { kind: 'couponsGone', n }
    throw cause
  }
}

export async function releaseCoupons(context: Context, task: EffectTask<'releaseCoupons'>): Promise<LifeAnswer> {
  const { n, depositBack } = task.effect
  try {
    await moveOrder(context, keyOf(task), 'release', { depositBack })
  } catch (cause) {
    if (!(cause instanceof ApiFailure) || cause.code !== 'order_moved') throw cause
  }
  return { kind: 'effectDone', n }
}

/** What comes back is worked out by the rules that the order was bought under, to the fen. */
export async function giveBack(context: Context, { row, effect }: EffectTask<'giveBack'>): Promise<LifeAnswer> {
  const { n, caseId, lines, agreedCents, postage } = effect
  const caller = { store: await getStore(context, row.store), actor: 'system' }
  if (caseId === '') {
    const { refundedCents } = await returnAll(context, caller, row.id)
    return { kind: 'gaveBack', n, cents: refundedCents }
  }
  const lineIds = lines.map(({ lineId }) => lineId)
  const { refundCents } = await returnGoods(context, caller, row.id, {
    id: `${row.id}:${n}`,
    reason: caseId,
    ...(agreedCents > 0
      ? { agreed: { cents: agreedCents, lineIds } }
      : { lines: lines.map(({ lineId, units }) => ({ lineId, units })) }),
    ...(postage && row.place.postageCents > 0 && { postageOf: [row.store] }),
  })
  return { kind: 'gaveBack', n, cents: refundCents }
}
