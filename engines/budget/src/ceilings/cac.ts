import { type Cents, cents, multiplyDivide, sumCents } from '@zhanggui/kernel'

/** One part of what a new buyer costs: ads, first-order cut, double points, gifts … with what it cost per buyer before. */
export type AcquisitionCost = { name: string; cents: Cents; baselinePerBuyerCents: Cents | null }

export type CacCheck = {
  spendCents: Cents
  newBuyers: number
  /** Rounded up, so that a ceiling is never met by rounding; `null` when nobody is expected. */
  cacCents: Cents | null
  ceilingCents: Cents | null
  rejected: boolean
  /** The part that drives it: grew most per buyer over its baseline, or is largest where there is no baseline. */
  driver: { name: string; perBuyerCents: Cents; abovePerBuyerCents: Cents } | null
}

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

/**
 * Cost of a new buyer, incentives and all, against its ceiling (P2.12): above it the plan is rejected and the driver named.
 * Spending on nobody is rejected as soon as there is a ceiling. Errors: throws on a negative or fractional number of buyers.
 */
export function checkCac(given: {
  costs: readonly AcquisitionCost[]
  newBuyers: number
  ceilingCents: Cents | null
}): CacCheck {
  const { costs, newBuyers, ceilingCents } = given
  const spendCents = sumCents(costs.map((cost) => cost.cents))
  if (newBuyers === 0) {
    const rejected = ceilingCents !== null && spendCents > 0
    return { spendCents, newBuyers, cacCents: null, ceilingCents, rejected, driver: null }
  }
  const cacCents = perBuyer(spendCents, newBuyers)
  const rejected = ceilingCents !== null && cacCents > ceilingCents
  return {
    spendCents,
    newBuyers,
    cacCents,
    ceilingCents,
    rejected,
    driver: rejected ? driverOf(costs, newBuyers) : null,
  }
}
