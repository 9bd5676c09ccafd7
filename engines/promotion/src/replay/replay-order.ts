import type { Cart } from '../cart/cart.ts'
import type { CartProblem } from '../cart/check-cart.ts'
import type { RuleSet } from '../rules/compile-rules.ts'
import type { Payer } from '../rules/rule.ts'

/** An order of the past as a cart at its moment, and what was paid for it then, goods and shipping. */
export type ReplayOrder = { orderId: string; cart: Cart; paidCents: number }

/** What a SKU costs the shop, and the lowest price that it may be sold at; both for one unit. */
export type SkuFigures = { costCents?: number; lowestCents?: number }

export type ReplayOptions = {
  /** What the draft is compared with: what was paid then, or another set of rules on the same orders. */
  baseline: 'paid' | RuleSet
  skus?: ReadonlyMap<string, SkuFigures>
  /** Price elasticity of demand by SKU, negative; only where it is given do quantities move, and that is reported apart. */
  elasticity?: ReadonlyMap<string, number>
  /** How many breaches and rejected orders are kept as examples. */
  examples?: number
}

/** Sums over all orders that could be priced, fen. */
export type ReplaySums = {
  /** Paid by buyers, shipping in. */
  revenueCents: number
  /** What the shop receives: revenue, and the discounts that others bear. */
  receivedCents: number
  /** Received less the cost of goods and what offers cost the seller besides. `null` where the cost of a SKU is not known. */
  marginCents: number | null
}

export type ReplayRule = {
  ruleId: string
  orders: number
  cutCents: number
  byPayer: Readonly<Partial<Record<Payer, number>>>
}

/** A line of an order whose unit would be sold below its cost or its lowest price. */
export type ReplayBreach = {
  orderId: string
  lineId: string
  skuId: string
  unitCents: number
  limitCents: number
  kind: 'below_cost' | 'below_lowest'
}

export type Replay = {
  orders: number
  rejected: { count: number; examples: readonly { orderId: string; problems: readonly CartProblem[] }[] }
  /** Orders from which a rule of the draft takes something off. */
  hit: number
  draft: ReplaySums
  /** Of the orders as they were paid only the revenue is known, unless another set of rules is the baseline. */
  baseline: ReplaySums
  change: { revenueCents: number; marginCents: number | null }
  byPayer: Readonly<Partial<Record<Payer, number>>>
  byRule: readonly ReplayRule[]
  /** Orders by how much of the listed price the draft takes off: twenty steps of 5 %, the last one with 95 % and more. */
  depth: readonly number[]
  breaches: { count: number; examples: readonly ReplayBreach[] }
  /** Expected sums when buyers react to prices as the given elasticities say. */
  withElasticity?: { units: number; baselineUnits: number; revenueCents: number; marginCents: number | null }
  assumptionZh: string
  assumptionEn: string
}
