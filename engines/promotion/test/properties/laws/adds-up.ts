import type { Cut, PricedCart } from '../../../src/index.ts'
import type { Case } from '../case.ts'

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)
const isWhole = (n: number): boolean => Number.isSafeInteger(n) && !Object.is(n, -0)

function cutFault({ ruleId, cents, paidBy }: Cut): string | undefined {
  if (!isWhole(cents) || cents <= 0) return `${ruleId} cuts ${cents}`
  if (paidBy.some((p) => !isWhole(p.cents) || p.cents < 0))
    return `a bearer of ${ruleId} bears ${JSON.stringify(paidBy)}`
  return sum(paidBy.map((p) => p.cents)) === cents ? undefined : `bearers of ${ruleId} do not bear its ${cents}`
}

type Part = { name: string; fromCents: number; payableCents: number; leastCents: number; cuts: readonly Cut[] }

function partFault({ name, fromCents, payableCents, leastCents, cuts }: Part): string | undefined {
  if (payableCents !== fromCents - sum(cuts.map((cut) => cut.cents))) return `${name} does not add up`
  if (payableCents < leastCents) return `${name} pays ${payableCents}, below ${leastCents}`
  return cuts.map(cutFault).find((fault) => fault !== undefined)
}

/** listed − cuts = payable for each line and fee, bearers bear each cut, nothing below zero or its floor, totals are the sums. */
export function addsUp({ cart, priced }: Case): string | undefined {
  const sources = new Map(cart.lines.map((line) => [line.lineId, line]))
  const lines = priced.lines.map((line): Part => {
    const source = sources.get(line.lineId)
    const floor = (source?.floorCents ?? 0) * line.quantity
    const { lineId, listedCents, payableCents, cuts } = line
    return { name: lineId, fromCents: listedCents, payableCents, leastCents: Math.min(floor, listedCents), cuts }
  })
  const fees = priced.shipping.map(
    ({ shopId, feeCents, payableCents, cuts }): Part => ({
      name: shopId,
      fromCents: feeCents,
      payableCents,
      leastCents: 0,
      cuts,
    }),
  )
  return [...lines, ...fees].map(partFault).find((fault) => fault !== undefined) ?? totalsFault(priced)
}

function totalsFault(priced: PricedCart): string | undefined {
  const { lines, shipping, listedCents, cutCents, shippingCents, payableCents } = priced
  if (listedCents !== sum(lines.map((l) => l.listedCents))) return 'listed total'
  if (cutCents !== listedCents - sum(lines.map((l) => l.payableCents))) return 'cut total'
  if (shippingCents !== sum(shipping.map((s) => s.payableCents))) return 'shipping total'
  return payableCents === listedCents - cutCents + shippingCents ? undefined : 'payable total'
}
