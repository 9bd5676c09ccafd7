import type { Basket, Grant } from './mechanic.ts'

const unitsOf = (grant: Grant, skuId: string): number =>
  grant.kind === 'gift' && grant.skuId === skuId ? grant.units : 0

/** Units of a gift that are left: what there is less what rules before, and this one so far, have given of it. */
export function giftsLeft({ cart, granted }: Basket, skuId: string, given: readonly Grant[] = []): number {
  const stock = cart.giftStock?.[skuId]
  if (stock === undefined) return Number.MAX_SAFE_INTEGER
  const gone = [...granted, ...given].reduce((sum, grant) => sum + unitsOf(grant, skuId), 0)
  return Math.max(0, stock - gone)
}
