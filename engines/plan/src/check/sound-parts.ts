import { isPeriod } from '@zhanggui/kernel'
import type { Plan } from '../plan.ts'

const isWhole = (value: number | null): boolean => value === null || Number.isSafeInteger(value)
const isFigure = (value: number | null): boolean => value === null || Number.isFinite(value)

/** True when the goals' periods and figures can be reckoned with; where they cannot, that is the finding. */
export const soundGoals = ({ goals }: Plan): boolean =>
  goals.every(
    ({ period, target, baseline, floor, cap }) => isPeriod(period) && [target, baseline, floor, cap].every(isFigure),
  )

/** True when the lines' periods and figures can be reckoned with. */
export const soundBudget = ({ budget, budgetRules }: Plan): boolean =>
  budget.every((l) => isPeriod(l.period) && isWhole(l.amountCents) && isWhole(l.shareBp) && (l.shareBp ?? 0) >= 0) &&
  budgetRules.stages.every((s) => isPeriod(s.fromPeriod) && isPeriod(s.toPeriod) && s.fromPeriod <= s.toPeriod)
