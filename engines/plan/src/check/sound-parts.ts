import type { Plan } from '../plan.ts'
import { hasDays } from './days-of.ts'

/** Ten thousand million yuan on one line, a hundred times the whole: more is a slip of the keys, and sums would overflow. */
const CENTS_MAX = 1e12
const SHARE_BP_MAX = 1_000_000

const isWholeUpTo = (value: number | null, most: number): boolean =>
  value === null || (Number.isSafeInteger(value) && Math.abs(value) <= most)

/** A whole number of fen that can be added up with others. Negative ones are the budget engine's own finding. */
export const isSoundAmount = (cents: number | null): boolean => isWholeUpTo(cents, CENTS_MAX)
/** A share in whole basis points. */
export const isSoundShare = (bp: number | null): boolean => isWholeUpTo(bp, SHARE_BP_MAX) && (bp ?? 0) >= 0

const isFigure = (value: number | null): boolean => value === null || Number.isFinite(value)

/** True when the goals' periods and figures can be reckoned with; where they cannot, that is the finding. */
export const soundGoals = ({ goals }: Plan): boolean =>
  goals.every(
    ({ period, target, baseline, floor, cap }) => hasDays(period) && [target, baseline, floor, cap].every(isFigure),
  )

/** True when the lines' periods and figures can be reckoned with. */
export const soundBudget = ({ budget, budgetRules }: Plan): boolean =>
  budget.every((l) => hasDays(l.period) && isSoundAmount(l.amountCents) && isSoundShare(l.shareBp)) &&
  budgetRules.stages.every((s) => hasDays(s.fromPeriod) && hasDays(s.toPeriod) && s.fromPeriod <= s.toPeriod)
