import type { Cut, PricedCart } from '../../../src/index.ts'
import type { Case } from '../case.ts'

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)
const isWhole = (n: number): boolean => Number.isSafeInteger(n) && !Object.is(n, -0)

/** Each bearer bears its share to the fen. */
function bearerFault({ ruleId, cents, paidBy }: Cut, { ruleSet }: Case): string | undefined {
  const shares = ruleSet.rules.get(ruleId)?.payers ?? []
  const isApart = paidBy.some(({ cents: part }, i) => Math.abs(part - (cents * (shares[i]?.bp ?? 0)) / 10_000) >= 1)
  return isApart || paidBy.length !== shares.length ? `bearers of ${ruleId} bear other shares` : undefined
}

function cutFault(cut: Cut, drawn: Case): string | undefined {
  const { ruleId, cents, paidBy } = cut
  if (!isWhole(cents) || cents <= 0) return `${ruleId} cuts ${cents}`
  if (paidBy.some((p) => !isWhole(p.cents) || p.cents < 0))
    return `a bearer of ${ruleId} bears ${JSON.stringify(paidBy)}`
  if (sum(paidBy.map((p) => p.cents)) !== cents) return `bearers of ${ruleId} do not bear its ${cents}`
  return bearerFault(cut, drawn)
}

type Part = { name: string; fromCents: number; payableCents: number; leastCents: number; cuts: readonly Cut[] }

function partFault({ name, fromCents, payableCents, leastCents, cuts }: Part, drawn: Case): string | undefined {
  if (payableCents !== fromCents - sum(cuts.map((cut) => cut.cents))) return `${name} does not add up`
  if (payableCents < leastCents) return `${name} pays ${payableCents}, below ${leastCents}`
  return cuts.map((cut) => cutFault(cut, drawn)).find((fault) => fault !== undefined)
}

/** listed − cuts = payable for each line and fee, bearers bear each cut, nothing below zero or its floor, totals are the sums. */
export function addsUp(drawn: Case): string | undefined {
  const { cart, priced } = drawn
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
  return (
    [...lines, ...fees].map((part) => partFault(part, drawn)).find((fault) => fault !== undefined) ??
    totalsFault(priced)
  )
}

function totalsFault(priced: PricedCart): string | undefined {
  const { lines, shipping, listedCents, cutCents, shippingCents, payableCents } = priced
  if (listedCents !== sum(lines.map((l) => l.listedCents))) return 'listed total'
  if (cutCents !== listedCents - sum(lines.map((l) => l.payableCents))) return 'cut total'
  if (shippingCents !== sum(shipping.map((s) => s.payableCents))) return 'shipping total'
  return payableCents === listedCents - cutCents + shippingCents ? undefined : 'payable total'
}
