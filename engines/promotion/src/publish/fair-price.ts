import type { Buyer, Cart } from '../cart/cart.ts'
import { priceCart } from '../price/price-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import type { Finding } from './finding.ts'
import { makeFinding } from './make-finding.ts'

/** What a buyer was really asked to pay for a cart: from the order, or from the page that was shown. */
export type PriceSeen = { cart: Cart & { buyer: Buyer & { buyerId: string } }; payableCents: number }

/** A difference between buyers that public rules explain: new buyers, member tiers, coupons in hand. */
export type AllowedDifference = { cart: string; ruleIds: readonly string[]; leastCents: number; mostCents: number }

export type FairPriceAudit = { findings: readonly Finding[]; allowed: readonly AllowedDifference[] }

/** What is in a cart, whoever it belongs to: its goods and units, in one order. */
export const goodsKey = ({ lines }: Pick<Cart, 'lines'>): string =>
  lines
    .map(({ skuId, quantity }) => `${skuId}×${quantity}`)
    .sort()
    .join(' + ')

/** Everything that a public rule may ask for; who the buyer is stays out of it. */
function conditionsKey({ buyer, lines: _, ...rest }: PriceSeen['cart']): string {
  const { isNew = false, tier = 0 } = buyer
  const claims = (rest.claims ?? []).map(({ ruleId, cents = null }) => [ruleId, cents]).sort()
  return JSON.stringify([isNew, tier, { ...rest, claims }])
}

/** One cart as several buyers saw it under the same public conditions. */
function unfairWithin(cart: string, seen: readonly PriceSeen[]): Finding[] {
  const prices = seen.map(({ payableCents }) => payableCents)
  const [leastCents, mostCents] = [Math.min(...prices), Math.max(...prices)]
  const buyers = new Set(seen.map((s) => s.cart.buyer.buyerId)).size
  return leastCents === mostCents ? [] : [makeFinding('unfair_price', [], { cart, leastCents, mostCents, buyers })]
}

/** Prices that the public rules do not give. */
function offTheRules(ruleSet: RuleSet, seen: readonly PriceSeen[]): Finding[] {
  return seen.flatMap(({ cart, payableCents }) => {
    const priced = priceCart(ruleSet, cart)
    if (!priced.ok || priced.value.payableCents === payableCents) return []
    const { buyerId } = cart.buyer
    const facts = { cart: goodsKey(cart), buyerId, paidCents: payableCents, rulesCents: priced.value.payableCents }
    return [makeFinding('not_by_the_rules', [], facts)]
  })
}

const appliedRules = (ruleSet: RuleSet, cart: Cart): string[] => {
  const priced = priceCart(ruleSet, cart)
  return priced.ok ? priced.value.outcomes.filter((o) => o.applied).map((o) => o.ruleId) : []
}

/** Rules that hold for some of the buyers and not for others. */
function explainingRules(ruleSet: RuleSet, seen: readonly PriceSeen[]): string[] {
  const sets = seen.map(({ cart }) => new Set(appliedRules(ruleSet, cart)))
  const all = [...ruleSet.rules.keys()]
  return all.filter((ruleId) => sets.some((set) => set.has(ruleId)) && !sets.every((set) => set.has(ruleId)))
}

function allowedWithin(ruleSet: RuleSet, cart: string, seen: readonly PriceSeen[]): AllowedDifference[] {
  const prices = seen.map(({ payableCents }) => payableCents)
  const [leastCents, mostCents] = [Math.min(...prices), Math.max(...prices)]
  if (leastCents === mostCents) return []
  const ruleIds = explainingRules(ruleSet, seen)
  return ruleIds.length === 0 ? [] : [{ cart, ruleIds, leastCents, mostCents }]
}

/**
 * Audit of prices by buyer: the same cart under the same public conditions must cost everybody the same, and what the public
 * rules give. Differences that public rules make (new buyers, tiers, coupons) are listed with the rules, not reported.
 */
export function auditFairPrices(ruleSet: RuleSet, seen: readonly PriceSeen[]): FairPriceAudit {
  const findings: Finding[] = []
  const allowed: AllowedDifference[] = []
  for (const [cart, ofCart] of Map.groupBy(seen, (s) => `${goodsKey(s.cart)}`)) {
    for (const same of Map.groupBy(ofCart, (s) => conditionsKey(s.cart)).values())
      findings.push(...unfairWithin(cart, same))
    findings.push(...offTheRules(ruleSet, ofCart))
    allowed.push(...allowedWithin(ruleSet, cart, ofCart))
  }
  return { findings, allowed }
}
