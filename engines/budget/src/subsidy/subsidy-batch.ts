import { type BusinessDay, type Cents, cents, multiplyDivide } from '@zhanggui/kernel'

/** What a subsidy is paid in (P4.09). */
export const SUBSIDY_KINDS = ['coupon', 'reduction', 'gift', 'points', 'rebateCard', 'fissionPacket'] as const
export type SubsidyKind = (typeof SUBSIDY_KINDS)[number]

/**
 * Units given out together, with one value and one last day. `valueCents` is the cost of `perUnits` units: 100 points worth one
 * yuan are `valueCents: 100, perUnits: 100`; a ¥20 coupon is `2000` for `1`.
 */
export type SubsidyBatch = {
  id: string
  lineId: string
  kind: SubsidyKind
  name: string
  valueCents: Cents
  perUnits: number
  /** Last day on which a unit can be used. */
  validThroughDay: BusinessDay
  /** Share of units that is expected to be used, basis points. */
  expectedRedemptionBp: number
}

/** `issue`: given to buyers; `redeem`: used; `return`: given back by a refund. */
export type SubsidyMove = { batchId: string; kind: 'issue' | 'redeem' | 'return'; units: number; day: BusinessDay }

/** Value of so many units of a batch together, rounded once, half up. */
export const subsidyValue = (batch: Pick<SubsidyBatch, 'valueCents' | 'perUnits'>, units: number): Cents =>
  multiplyDivide({
    amount: cents(units),
    numerator: batch.valueCents,
    denominator: batch.perUnits,
    rounding: 'half_up',
  })
