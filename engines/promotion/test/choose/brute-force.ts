import { type Cart, priceCart, type RuleSet } from '../../src/index.ts'

type Found = { payableCents: number; count: number }

/** The lowest payable amount and the fewest claims that reach it, by pricing every subset of the claims, with and without points. */
export function tryAllClaims(ruleSet: RuleSet, cart: Cart): Found {
  const { pointsToUse, ...plain } = cart
  const without = tryAll(ruleSet, plain)
  if (!pointsToUse) return without
  const { payableCents, count } = tryAll(ruleSet, cart)
  const withPoints = { payableCents, count: count + 1 }
  return isBetter(withPoints, without) ? withPoints : without
}

const isBetter = (a: Found, b: Found): boolean =>
  a.payableCents < b.payableCents || (a.payableCents === b.payableCents && a.count < b.count)

function tryAll(ruleSet: RuleSet, cart: Cart): Found {
  const claims = cart.claims ?? []
  let best = { payableCents: Number.POSITIVE_INFINITY, count: 0 }
  for (let mask = 0; mask < 2 ** claims.length; mask++) {
    const kept = claims.filter((_, i) => (mask & (1 << i)) !== 0)
    const priced = priceCart(ruleSet, { ...cart, claims: kept })
    if (!priced.ok) throw new Error(JSON.stringify(priced.error))
    const found = { payableCents: priced.value.payableCents, count: kept.length }
    if (isBetter(found, best)) best = found
  }
  return best
}
