import type { PlaceShopOrder, Store } from '@zhanggui/contract'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { findOrderRow } from '../../../promotions/orders/order-rows.ts'
import { askPrice } from '../../../promotions/price/ask-price.ts'
import { itemBookOf } from '../../items/item-book.ts'
import { stockNames, stockNumber } from '../../items/lot.ts'

type Asked = ReturnType<typeof PlaceShopOrder.parse>

/**
 * Refuses a cart with goods that have no stock yet, before its number and its coupons are taken. A cart that is wrong altogether is told
 * that first, and a number that is known goes on where it stopped.
 * Errors: throws `cart_faults`, `order_stock_missing`.
 */
export async function requireStockOpened(context: Context, store: Store, { orderId, cart }: Asked): Promise<void> {
  const book = itemBookOf(context, store.id)
  const channel = cart.channel ?? ''
  const skus = cart.lines.map(({ skuId }) => skuId)
  await book.know(skus.flatMap((sku) => stockNames(sku, channel)))
  const sku = skus.find((id) => stockNumber(book, id, channel) === undefined)
  if (sku === undefined || (await findOrderRow(context.records.db, store.id, orderId))) return
  await askPrice(context, store, { cart })
  throw new ApiFailure('order_stock_missing', { sku })
}
