import {
  addDays,
  allocate,
  assert,
  type BusinessDay,
  type Cents,
  cents,
  daysBetween,
  multiplyDivide,
} from '@zhanggui/kernel'

/** What a campaign's money is spread over. `burst` is half-open; days after it are not planned for. */
export type PacingPlan = {
  totalCents: Cents
  burst: { from: BusinessDay; to: BusinessDay }
  /** Share of the total placed before the burst, basis points, over so many days right before it. */
  preBurstShareBp: number
  preBurstDays: number
  /**
   * Expected demand of a day, any unit, 0 or more; money goes where the buyers are. Without it the days before the burst rise
   * evenly (day k of n weighs k) and the burst days are alike.
   */
  weightOf?: (day: BusinessDay) => number
}

export type PacingDay = { day: BusinessDay; phase: 'preBurst' | 'burst'; plannedCents: Cents }

const daysFrom = (from: BusinessDay, count: number): BusinessDay[] =>
  Array.from({ length: count }, (_, i) => addDays(from, i))

/** Weights as whole numbers; a phase without any expected demand is spread evenly instead of not at all. */
function wholeWeights(days: readonly BusinessDay[], weigh: (day: BusinessDay, index: number) => number): number[] {
  const weights = days.map((day, i) => Math.round(Math.max(0, weigh(day, i)) * 1000))
  return weights.some((weight) => weight > 0) ? weights : days.map(() => 1)
}

/**
 * A day plan for a campaign's budget (P4.05): the stated share before the burst, the rest on the burst days.
 * Shape: one entry a day, in order; they add up to the total to the fen. Errors: throws on an empty burst or no days before it.
 */
export function planPacing(plan: PacingPlan): PacingDay[] {
  const burstDays = daysBetween(plan.burst.from, plan.burst.to)
  assert(burstDays >= 1, 'a burst lasts at least one day')
  assert(plan.preBurstDays >= 1 || plan.preBurstShareBp === 0, 'a share before the burst needs days to be spent on')
  const before = daysFrom(addDays(plan.burst.from, -plan.preBurstDays), plan.preBurstDays)
  const during = daysFrom(plan.burst.from, burstDays)
  const preBurst = multiplyDivide({
    amount: plan.totalCents,
    numerator: plan.preBurstShareBp,
    denominator: 10_000,
    rounding: 'half_up',
  })
  const rising = wholeWeights(before, (day, i) => plan.weightOf?.(day) ?? i + 1)
  const even = wholeWeights(during, (day) => plan.weightOf?.(day) ?? 1)
  const amounts = [...allocate(preBurst, rising), ...allocate(cents(plan.totalCents - preBurst), even)]
  return [...before, ...during].map((day, i) => ({
    day,
    phase: i < before.length ? 'preBurst' : 'burst',
    plannedCents: amounts[i] ?? cents(0),
  }))
}
