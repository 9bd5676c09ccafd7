import type { PricedCart, PricedLine } from '../price/priced-cart.ts'
import { prorate } from '../share/prorate.ts'
import type { Replay, SkuFigures } from './replay-order.ts'

export type ElasticSums = NonNullable<Replay['withElasticity']>

/** What each line paid in the baseline: its own price there, or its part of what was paid for the order then. */
export function baselineLines(draft: PricedCart, baseline: PricedCart | number): number[] {
  if (typeof baseline !== 'number') return baseline.lines.map((line) => line.payableCents)
  const parts: number[] = []
  const listed = draft.lines.map((line) => line.listedCents)
  prorate(Math.max(0, baseline - draft.shippingCents), listed, parts)
  return parts
}

/**
 * Expected units and money when demand follows prices: units × (old price ÷ new price) ^ −elasticity, line by line. A line whose
 * price was or becomes zero keeps its units: no elasticity says what a gift does.
 */
export class ElasticTally {
  private readonly elasticity: ReadonlyMap<string, number>
  private readonly skus: ReadonlyMap<string, SkuFigures>
  private units = 0
  private baselineUnits = 0
  private revenue = 0
  private margin: number | null = 0

  constructor(elasticity: ReadonlyMap<string, number>, skus: ReadonlyMap<string, SkuFigures>) {
    this.elasticity = elasticity
    this.skus = skus
  }

  add(draft: PricedCart, before: readonly number[]): void {
    for (const [i, line] of draft.lines.entries()) this.addLine(line, before[i] as number)
    this.revenue += draft.shippingCents
    if (this.margin !== null) this.margin += draft.shippingCents
  }

  private addLine(line: PricedLine, beforeCents: number): void {
    const { skuId, quantity, payableCents, cuts } = line
    const power = this.elasticity.get(skuId) ?? 0
    const moves = power !== 0 && beforeCents > 0 && payableCents > 0
    const factor = moves ? (beforeCents / payableCents) ** -power : 1
    const cost = this.skus.get(skuId)?.costCents
    let others = 0
    for (const { paidBy } of cuts) for (const { payer, cents } of paidBy) if (payer !== 'shop') others += cents
    this.baselineUnits += quantity
    this.units += quantity * factor
    this.revenue += payableCents * factor
    this.margin =
      this.margin === null || cost === undefined
        ? null
        : this.margin + (payableCents + others - cost * quantity) * factor
  }

  /** Expected values, so units may be fractions; money is rounded once. */
  sums(): ElasticSums {
    const { units, baselineUnits, revenue, margin } = this
    return {
      units,
      baselineUnits,
      revenueCents: Math.round(revenue),
      marginCents: margin === null ? null : Math.round(margin),
    }
  }
}
