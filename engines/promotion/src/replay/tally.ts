import type { PricedCart, PricedLine } from '../price/priced-cart.ts'
import type { Payer } from '../rules/rule.ts'
import type { ReplayBreach, ReplayRule, ReplaySums, SkuFigures } from './replay-order.ts'

type ByPayer = Partial<Record<Payer, number>>

function add(byPayer: ByPayer, payer: Payer, cents: number): void {
  byPayer[payer] = (byPayer[payer] ?? 0) + cents
}

/** Running sums over priced carts. */
export class SumTally {
  private revenue = 0
  private received = 0
  private margin: number | null = 0

  /** `costCents` is `null` where a cost is not known; the margin of the whole is not known then. */
  add(priced: PricedCart, costCents: number | null): void {
    const received = priced.payableCents + borneByOthers(priced)
    this.revenue += priced.payableCents
    this.received += received
    this.margin =
      this.margin === null || costCents === null ? null : this.margin + received - costCents - sellerCost(priced)
  }

  sums(): ReplaySums {
    return { revenueCents: this.revenue, receivedCents: this.received, marginCents: this.margin }
  }
}

function borneByOthers({ lines, shipping }: PricedCart): number {
  let total = 0
  for (const { cuts } of [...lines, ...shipping])
    for (const { paidBy } of cuts) for (const { payer, cents } of paidBy) if (payer !== 'shop') total += cents
  return total
}

const sellerCost = ({ grants }: PricedCart): number =>
  grants.reduce((sum, grant) => sum + (grant.kind === 'sellerCost' ? grant.cents : 0), 0)

/** What the goods of a cart cost the shop, or `null` where one SKU has no cost. */
export function goodsCost(lines: readonly PricedLine[], skus: ReadonlyMap<string, SkuFigures>): number | null {
  let total = 0
  for (const { skuId, quantity } of lines) {
    const cost = skus.get(skuId)?.costCents
    if (cost === undefined) return null
    total += cost * quantity
  }
  return total
}

/** Running costs by rule and by who bears them. */
export class RuleTally {
  private readonly rules = new Map<string, { orders: number; cutCents: number; byPayer: ByPayer }>()
  readonly byPayer: ByPayer = {}

  /** Whether any rule took something off. */
  add({ lines, shipping }: PricedCart): boolean {
    const seen = new Set<string>()
    for (const { cuts } of [...lines, ...shipping])
      for (const { ruleId, cents, paidBy } of cuts) {
        const entry = this.rules.get(ruleId) ?? { orders: 0, cutCents: 0, byPayer: {} }
        this.rules.set(ruleId, entry)
        if (!seen.has(ruleId)) entry.orders++
        seen.add(ruleId)
        entry.cutCents += cents
        for (const { payer, cents: part } of paidBy) {
          add(entry.byPayer, payer, part)
          add(this.byPayer, payer, part)
        }
      }
    return seen.size > 0
  }

  /** The dearest rule first; of equals by id. */
  list(): ReplayRule[] {
    const rows = [...this.rules].map(([ruleId, entry]) => ({ ruleId, ...entry }))
    return rows.sort((a, b) => b.cutCents - a.cutCents || (a.ruleId < b.ruleId ? -1 : 1))
  }
}

const STEPS = 20

/** Which of the twenty steps of 5 % an order's discount falls into. */
export function depthStep({ listedCents, cutCents }: PricedCart): number {
  return listedCents === 0 ? 0 : Math.min(STEPS - 1, Math.floor((cutCents * STEPS) / listedCents))
}

export const emptyDepth = (): number[] => new Array(STEPS).fill(0)

/** Lines whose cheapest unit falls below its cost, or else below its lowest price. */
export function breachesOf(
  orderId: string,
  lines: readonly PricedLine[],
  skus: ReadonlyMap<string, SkuFigures>,
): ReplayBreach[] {
  const found: ReplayBreach[] = []
  for (const { lineId, skuId, quantity, payableCents } of lines) {
    const { costCents = 0, lowestCents = 0 } = skus.get(skuId) ?? {}
    const unitCents = Math.floor(payableCents / quantity)
    const breach = { orderId, lineId, skuId, unitCents }
    if (unitCents < costCents) found.push({ ...breach, limitCents: costCents, kind: 'below_cost' })
    else if (unitCents < lowestCents) found.push({ ...breach, limitCents: lowestCents, kind: 'below_lowest' })
  }
  return found
}
