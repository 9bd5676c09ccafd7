import { type Cents, cents, ratio } from '@zhanggui/kernel'
import type { LineBalance } from './balances.ts'

/** One line, channel or campaign with its money and what a time-even course would have used by now. */
export type VarianceSubject = {
  key: string
  balance: LineBalance
  /** Share of its period that is over, 0 to 1; `null`: no course to compare with. */
  elapsed: number | null
  /** Spend that the tools report for the same time, where there is any. */
  measuredCents: Cents | null
}

/** When a difference is worth an alert. Shares as fractions. */
export type VarianceLimits = { nearlyUsed: number; offCourse: number; unmatched: number }

export type Variance = {
  key: string
  code: 'overspent' | 'nearly_used' | 'ahead' | 'behind' | 'unmatched_actual'
  /** Committed, accrued and spent. */
  usedCents: Cents
  budgetCents: Cents
  /** Used ÷ budget; `null` without a budget. */
  usedShare: number | null
  /** Above what it is compared with (positive) or below it. */
  differenceCents: Cents
}

const usedOf = ({ committed, accrued, spent }: LineBalance): Cents => cents(committed + accrued + spent)

function courseVariance(
  subject: VarianceSubject,
  limits: VarianceLimits,
): Pick<Variance, 'code' | 'differenceCents'>[] {
  const { balance, elapsed } = subject
  if (elapsed === null || elapsed <= 0 || balance.budgetCents <= 0) return []
  const expected = cents(Math.round(balance.budgetCents * Math.min(1, elapsed)))
  const difference = cents(usedOf(balance) - expected)
  const off = Math.abs(difference) / balance.budgetCents
  if (off <= limits.offCourse) return []
  return [{ code: difference > 0 ? 'ahead' : 'behind', differenceCents: difference }]
}

function limitVariance(
  { balance }: VarianceSubject,
  limits: VarianceLimits,
): Pick<Variance, 'code' | 'differenceCents'>[] {
  const used = usedOf(balance)
  const differenceCents = cents(used - balance.budgetCents)
  if (differenceCents > 0) return [{ code: 'overspent', differenceCents }]
  const share = ratio(used, balance.budgetCents)
  return share !== null && share >= limits.nearlyUsed ? [{ code: 'nearly_used', differenceCents }] : []
}

function actualVariance(
  subject: VarianceSubject,
  limits: VarianceLimits,
): Pick<Variance, 'code' | 'differenceCents'>[] {
  const { balance, measuredCents } = subject
  if (measuredCents === null) return []
  const posted = cents(balance.accrued + balance.spent)
  const differenceCents = cents(measuredCents - posted)
  const share = ratio(Math.abs(differenceCents), Math.max(posted, measuredCents))
  return share !== null && share > limits.unmatched ? [{ code: 'unmatched_actual', differenceCents }] : []
}

/** Alerts on lines, channels or campaigns whose money is not where it should be (P4.08). */
export function findVariances(subjects: readonly VarianceSubject[], limits: VarianceLimits): Variance[] {
  return subjects.flatMap((subject) => {
    const { key, balance } = subject
    const usedCents = usedOf(balance)
    const told = { key, usedCents, budgetCents: balance.budgetCents, usedShare: ratio(usedCents, balance.budgetCents) }
    const found = [
      ...limitVariance(subject, limits),
      ...courseVariance(subject, limits),
      ...actualVariance(subject, limits),
    ]
    return found.map((variance) => ({ ...told, ...variance }))
  })
}
