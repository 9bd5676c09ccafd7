import type { BudgetLine, BudgetRules } from '@zhanggui/budget'
import type { ResolveBudget } from '@zhanggui/contract'
import { isPeriod } from '@zhanggui/kernel'
import { ApiFailure } from '../../../http/api-failure.ts'

/**
 * A budget as sent, which the schema knows by its form, as the engine's own types.
 * Errors: throws `invalid_request` for a period that has the form of one but does not exist.
 */
export function typedBudget({ lines, rules }: ResolveBudget): { lines: BudgetLine[]; rules: BudgetRules } {
  const stages = rules.stages ?? []
  const periods = [...lines.map((line) => line.period), ...stages.flatMap((s) => [s.fromPeriod, s.toPeriod])]
  const wrong = periods.find((period) => !isPeriod(period))
  if (wrong !== undefined) throw new ApiFailure('invalid_request', { where: `period: "${wrong}" does not exist` })
  return { lines, rules } as unknown as { lines: BudgetLine[]; rules: BudgetRules }
}
