import type { PlaceOrder, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { moveOrder } from '../../promotions/orders/move-order.ts'
import { placeOrder } from '../../promotions/orders/place-order.ts'
import { returnGoods } from '../../promotions/orders/returns/return-goods.ts'
import { readAllGoods } from '../../promotions/price/read-goods.ts'

type Lines = PlaceOrder['cart']['lines']

/** Goods of the demo shop with a price, the dearest first: the orders reach the thresholds of its promotions. */
async function dearestGoods(context: Context, store: Store, count: number): Promise<string[]> {
  const goods = await readAllGoods(context, store.id, { at: context.clock.now() })
  return [...goods.values()]
    .filter(({ unitCents }) => unitCents !== null && unitCents > 0)
    .sort((a, b) => (b.unitCents ?? 0) - (a.unitCents ?? 0) || (a.skuId < b.skuId ? -1 : 1))
    .slice(0, count)
    .map(({ skuId }) => skuId)
}

/** One order with a coupon of which a unit comes back, one that is paid, one that waits for its payment. */
export async function saveDemoOrders(
  context: Context,
  { store, actor }: { store: Store; actor: string },
): Promise<void> {
  const [first, second] = await dearestGoods(context, store, 2)
  if (first === undefined || second === undefined) return
  const place = (orderId: string, member: number, lines: Lines, claims: PlaceOrder['cart']['claims'] = []) =>
    placeOrder(context, store, { orderId, cart: { buyer: { buyerId: `demo-member-${member}` }, lines, claims } })
  const pay = (orderId: string) => moveOrder(context, { store: store.id, orderId }, 'pay')
  const both = [
    { lineId: 'a', skuId: first, quantity: 2 },
    { lineId: 'b', skuId: second, quantity: 1 },
  ]
  await place('demo-order-1', 1, both, [{ claimId: 'demo-1', ruleId: 'coupon-199-20' }])
  await pay('demo-order-1')
  const back = { id: 'demo-return-1', lines: [{ lineId: 'a', units: 1 }], reason: '七天无理由退货' }
  await returnGoods(context, { store, actor }, 'demo-order-1', back)
  await place('demo-order-2', 2, both)
  await pay('demo-order-2')
  await place('demo-order-3', 3, both.slice(1))
}
