import type { PlacedOrder, PlaceShopOrder } from '@zhanggui/contract'
import { type CommandOf, NO_SIGNALS, type ReserveLine } from '@zhanggui/orders'
import { type StockNeed, stockNeeds } from '@zhanggui/promotion'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import type { OrderRow } from '../../../promotions/orders/schema.ts'
import { paidOrderOf } from '../../../promotions/orders/stored-order.ts'
import { itemBookOf } from '../../items/item-book.ts'
import { stockNames, stockNumber } from '../../items/lot.ts'
import { keyMakerOf } from '../../trade-keys.ts'
import { coreIdOf } from '../core-id.ts'

type Asked = ReturnType<typeof PlaceShopOrder.parse>

/** Goods of the cart, and presents with what may stand in for them. The rules are only made ready where there are presents. */
function needsOf(row: OrderRow): StockNeed[] {
  const { lines, grants } = row.price.answer
  if (grants.some(({ kind }) => kind === 'gift')) {
    const { ruleSet, priced } = paidOrderOf(row)
    return stockNeeds(ruleSet, priced)
  }
  const units = new Map<string, number>()
  for (const { skuId, quantity } of lines) units.set(skuId, (units.get(skuId) ?? 0) + quantity)
  return [...units].map(([skuId, n]) => ({ skuId, units: n }))
}

/** A present that was never put into stock is not counted by it; goods that were not are refused. */
async function linesOf(
  context: Context,
  { store, channel }: { store: string; channel: string },
  needs: readonly StockNeed[],
): Promise<ReserveLine[]> {
  const book = itemBookOf(context, store)
  await book.know(needs.flatMap(({ skuId, gift }) => [...stockNames(skuId, channel), ...(gift?.instead ?? [])]))
  return needs.flatMap(({ skuId, units, gift }): ReserveLine[] => {
    const item = stockNumber(book, skuId, channel)
    if (!gift && item === undefined) throw new ApiFailure('order_stock_missing', { sku: skuId })
    if (item === undefined) return []
    const instead = gift?.instead.map((id) => book.named(id)?.number).find((number) => number !== undefined)
    // An order that was told of a present gets it or is refused: priced again, it is told that the present is gone.
    const present = gift && { gift: { alternative: instead ?? 0, mayBeMissing: false } }
    return [{ item, quantity: units, version: 0, ...present }]
  })
}

/**
 * The command by which an order holds its stock; risk is judged in the same decision. Its id is the order's, so that placing it again
 * holds nothing twice. Errors: throws `order_stock_missing` for goods that have no stock yet.
 */
export async function reserveCommand(
  context: Context,
  asked: Asked,
  { row, placed }: { row: OrderRow; placed: PlacedOrder },
): Promise<CommandOf<'reserve'>> {
  const keyOf = keyMakerOf(context, row.store)
  const { source, device, ...signals } = asked.signals ?? {}
  const amountCents = placed.depositCents > 0 ? placed.depositCents : placed.payableCents
  return {
    id: coreIdOf(row.id),
    issuedAt: row.placedAt.getTime(),
    kind: 'reserve',
    buyer: keyOf('buyer', asked.cart.buyer?.buyerId),
    address: keyOf('address', asked.addressKey),
    amountCents,
    holdMs: row.holdUntil.getTime() - row.placedAt.getTime(),
    paid: false,
    signals: { ...NO_SIGNALS, ...signals, source: keyOf('source', source), device: keyOf('device', device) },
    lines: await linesOf(context, { store: row.store, channel: asked.cart.channel ?? '' }, needsOf(row)),
  }
}
