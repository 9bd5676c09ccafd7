import { ShopOrderCommand, type ShopOrderDetail } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { audit } from '../../admin/audit.ts'
import { workOrder } from './effects/work-effects.ts'
import type { OrderKey } from './order-rows.ts'
import { readShopOrder } from './read/read-shop-order.ts'
import { tellOrder } from './tell-order.ts'

/** What people decide about somebody's money and is therefore in the trail; scans of parcels are not. */
const AUDITED: readonly string[] = ['cancel', 'agreeCase', 'refuseCase', 'settleCase', 'loseParcel']

/**
 * Does to an order what somebody asks, and what follows from it at once. The same command again changes nothing.
 * Errors: throws `not_found`, `invalid_request`, `order_cannot` with the reason.
 */
export async function commandOrder(
  context: Context,
  key: OrderKey,
  { command: input, actor }: { command: ShopOrderCommand; actor: string },
): Promise<ShopOrderDetail> {
  const command = parseInput(ShopOrderCommand, input)
  const { changed } = await tellOrder(context, key, { command, actor })
  if (changed && AUDITED.includes(command.kind))
    await audit(context, {
      store: key.store,
      actor,
      action: command.kind,
      subject: `orders/${key.orderId}`,
      after: { ...command },
    })
  await workOrder(context, key)
  return readShopOrder(context, key)
}
