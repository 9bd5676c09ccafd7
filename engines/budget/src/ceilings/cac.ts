import { type Cents, cents, multiplyDivide, ratio, sumCents } from '@zhanggui/kernel'

/** One part of what a new buyer costs: ads, first-order cut, double points, gifts … with what it cost per buyer before. */
export type AcquisitionCost = { name: string; cents: Cents; baselinePerBuyerCents: Cents | null }

/** What is given to returning buyers beside it, as double points: planned together, but no part of the cost of a new buyer. */
export type RetentionCost = { orders: number; cents: Cents }

export type CacCheck = {
  /** Of acquisition alone. */
  spendCents: Cents
  /** Acquisition and retention together. */
  totalCents: Cents
  /** Rounded up; `null` without orders to give it to. */
  retentionPerOrderCents: Cents | null
  newBuyers: number
  /** Rounded up, so that a ceiling is never met by rounding; `null` when nobody is expected. */
  cacCents: Cents | null
  ceilingCents: Cents | null
  rejected: boolean
  /** The part that drives it: grew most per buyer over its baseline, or is largest where there is no baseline. */
  driver: { name: string; perBuyerCents: Cents; abovePerBuyerCents: Cents } | null
  /** By how much the driver alone would have to shrink for the ceiling to hold; above 1 it cannot do so alone. */
  driverCut: number | null
}

/** The ceiling as a share of the industry's mean cost, basis points (8000: at most 80 % of it, P2.12). */
export const cacCeiling = (industryMeanCents: Cents, shareBp: number): Cents =>
  multiplyDivide({ amount: industryMeanCents, numerator: shareBp, denominator: 10_000, rounding: 'floor' })

const perBuyer = (amount: Cents, newBuyers: number): Cents =>
  multiplyDivide({ amount, numerator: 1, denominator: newBuyers, rounding: 'up' })

function driverOf(costs: readonly AcquisitionCost[], newBuyers: number): CacCheck['driver'] {
  const measured = costs.map(({ name, cents: amount, baselinePerBuyerCents }) => {
    const perBuyerCents = perBuyer(amount, newBuyers)
    return { name, perBuyerCents, abovePerBuyerCents: cents(perBuyerCents - (baselinePerBuyerCents ?? 0)) }
  })
  const [most] = measured.toSorted((a, b) => b.abovePerBuyerCents - a.abovePerBuyerCents)
  return most ?? null
}

function cutOf(driver: CacCheck['driver'], excessCents: number): number | null {
  return driver ? ratio(excessCents, driver.perBuyerCents) : null
}

/**
 * Cost of a new buyer, incentives and all, against its ceiling, with what returning buyers get planned beside it (P2.12): above
 * the ceiling the plan is rejected and the driver named. Spending on nobody is rejected as soon as there is a ceiling.
 * Errors: throws on a negative or fractional number of buyers.
 */
export function checkCac(given: {
  costs: readonly AcquisitionCost[]
  newBuyers: number
  ceilingCents: Cents | null
  retention?: RetentionCost | null
}): CacCheck {
  const { costs, newBuyers, ceilingCents, retention = null } = given
  const spendCents = sumCents(costs.map((cost) => cost.cents))
  const sums = {
    spendCents,
    totalCents: cents(spendCents + (retention?.cents ?? 0)),
    retentionPerOrderCents: retention && retention.orders > 0 ? perBuyer(retention.cents, retention.orders) : null,
    newBuyers,
    ceilingCents,
  }
  if (newBuyers === 0) {
    const rejected = ceilingCents !== null && spendCents > 0
    return { ...sums, cacCents: null, rejected, driver: null, driverCut: null }
  }
  const cacCents = perBuyer(spendCents, newBuyers)
  const rejected = ceilingCents !== null && cacCents > ceilingCents
  const driver = rejected ? driverOf(costs, newBuyers) : null
  return { ...sums, cacCents, rejected, driver, driverCut: cutOf(driver, cacCents - (ceilingCents ?? 0)) }
}
