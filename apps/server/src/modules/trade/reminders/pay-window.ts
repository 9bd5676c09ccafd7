import type { PayWindow, RemindedPart } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import { balanceWindow } from '../../promotions/orders/deposit.ts'
import { findOrderRow } from '../../promotions/orders/order-rows.ts'
import { pricedOf } from '../../promotions/orders/stored-order.ts'
import type { ShopOrderRow } from '../life/schema.ts'

type WaitingOrder = Pick<ShopOrderRow, 'store' | 'id' | 'stage' | 'life' | 'placedAt'>

/** Whether an order waits for this part of its price now. */
export const isWaitingFor = (part: RemindedPart, { stage, life }: Pick<ShopOrderRow, 'stage' | 'life'>, now: Date) =>
  stage === (part === 'whole' ? 'placed' : 'deposit') && now.getTime() < life.holdUntil

/** From when to when an order's due part can be paid. A balance opens when the last of its presales says so. */
export async function payWindowOf(context: Context, part: RemindedPart, order: WaitingOrder): Promise<PayWindow> {
  const { placedAt, life } = order
  const endsAt = life.holdUntil
  if (part === 'whole') return { opensAt: placedAt.getTime(), endsAt }
  const priced = await findOrderRow(context.records.db, order.store, order.id)
  const balance = priced && balanceWindow(pricedOf(priced))
  return { opensAt: balance?.from.getTime() ?? placedAt.getTime(), endsAt }
}
