import { type Cents, cents, multiplyDivide } from '@zhanggui/kernel'

/** One cost of winning new buyers: first-order cut, samples, advertising. Whole fen for the whole plan. */
export type AcquisitionCost = { id: string; costCents: Cents }

export type AcquisitionPlan = {
  newBuyers: number
  costs: readonly AcquisitionCost[]
  /** What returning buyers get, as double points: not part of CAC, planned beside it. */
  retention: { orders: number; costCents: Cents }
  /** Ceiling of CAC in fen; null: none is set. */
  cacMaxCents: Cents | null
}

/** By how much one cost alone would have to fall for the ceiling to hold; above 1 it cannot do so alone. */
export type CostDriver = { id: string; perBuyerCents: number; cut: number }

export type AcquisitionVerdict = {
  cacCents: number | null
  retentionPerOrderCents: number | null
  totalCents: Cents
  /** `rejected` names the `driver`: the cost whose smallest cut alone brings CAC to the ceiling; `null` when none can. */
  verdict: 'accepted' | 'rejected' | 'noCeiling' | 'noBuyers'
  driver: string | null
  drivers: CostDriver[]
}

/** The ceiling as a share of the industry's mean CAC, in basis points (8000: at most 80 % of it, P2.12). */
export const cacCeiling = (industryMeanCents: Cents, shareBp: number): Cents =>
  multiplyDivide({ amount: industryMeanCents, numerator: shareBp, denominator: 10_000, rounding: 'floor' })

/** The largest cost first, so that what weighs most is named. */
function driversOf({ costs, newBuyers }: AcquisitionPlan, excessCents: number): CostDriver[] {
  return costs
    .map(({ id, costCents }) => ({
      id,
      perBuyerCents: costCents / newBuyers,
      cut: costCents === 0 ? Number.POSITIVE_INFINITY : excessCents / costCents,
    }))
    .sort((a, b) => a.cut - b.cut)
}

/**
 * Acquisition and retention planned together: cost, volume and the CAC ceiling (P2.12).
 * CAC = all acquisition costs, incentives included ÷ new buyers. Figures per buyer are not rounded.
 */
export function judgeAcquisition(plan: AcquisitionPlan): AcquisitionVerdict {
  const { newBuyers, costs, retention, cacMaxCents } = plan
  const acquisition = costs.reduce((sum, c) => sum + c.costCents, 0)
  const shared = {
    cacCents: newBuyers > 0 ? acquisition / newBuyers : null,
    retentionPerOrderCents: retention.orders > 0 ? retention.costCents / retention.orders : null,
    totalCents: cents(acquisition + retention.costCents),
  }
  if (newBuyers <= 0) return { ...shared, verdict: 'noBuyers', driver: null, drivers: [] }
  if (cacMaxCents === null) return { ...shared, verdict: 'noCeiling', driver: null, drivers: [] }
  const excess = acquisition - cacMaxCents * newBuyers
  if (excess <= 0) return { ...shared, verdict: 'accepted', driver: null, drivers: [] }
  const drivers = driversOf(plan, excess)
  return { ...shared, verdict: 'rejected', driver: drivers.find((d) => d.cut <= 1)?.id ?? null, drivers }
}
