import type { Cart } from '../cart/cart.ts'
import type { Granted, PricedLine, PricedShipping } from '../price/priced-cart.ts'
import type { PaidOrder } from './paid-order.ts'
import type { Standing } from './standing.ts'

/** What stays with the buyer: units by line, and the shops whose postage is given back. */
export type Kept = { unitsLeft: ReadonlyMap<string, number>; postageReturned: ReadonlySet<string> }

/** What stays, priced by one of the policies. */
export type Rest = {
  lines: readonly PricedLine[]
  shipping: readonly PricedShipping[]
  grants: readonly Granted[]
  usesClaim(claimId: string): boolean
}

export const unitsLeftOf = ({ unitsLeft }: Kept, lineId: string): number => unitsLeft.get(lineId) ?? 0

export const keptOf = ({ lines, fees }: Pick<Standing, 'lines' | 'fees'>): Kept => ({
  unitsLeft: new Map(lines.map(({ lineId, unitsLeft }) => [lineId, unitsLeft])),
  postageReturned: new Set(fees.filter((fee) => fee.isReturned).map(({ shopId }) => shopId)),
})

/** Shops that the buyer still has goods of. */
export const shopsLeft = ({ cart }: PaidOrder, kept: Kept): Set<string> =>
  new Set(cart.lines.filter(({ lineId }) => unitsLeftOf(kept, lineId) > 0).map(({ shopId }) => shopId))

/** The cart of what stays, at the moment of the order. Postage is asked only for shops with goods left. */
export function restCart(order: PaidOrder, kept: Kept): Cart {
  const shops = shopsLeft(order, kept)
  const { cart } = order
  return {
    ...cart,
    lines: cart.lines.flatMap((line) => {
      const quantity = unitsLeftOf(kept, line.lineId)
      return quantity > 0 ? [{ ...line, quantity }] : []
    }),
    shipping: (cart.shipping ?? []).filter(({ shopId }) => shops.has(shopId) && !kept.postageReturned.has(shopId)),
  }
}

/** Postage of parcels that went out and came back whole stays as it was paid, until it is given back. */
export function keptPostage(order: PaidOrder, kept: Kept): PricedShipping[] {
  return order.priced.shipping.filter(({ shopId }) => !kept.postageReturned.has(shopId))
}
