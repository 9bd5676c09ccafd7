import { checkStages, type StageFinding } from '@zhanggui/budget'
import { atLine } from './places.ts'
import type { PlanView } from './plan-view.ts'
import type { Found } from './rule.ts'
import { salesTargets } from './sales-target.ts'
import { lineName } from './words.ts'

export type StageFigures = {
  line: string
  stage: string
  spendCents: number | null
  baseCents: number | null
  shareBp: number | null
  minBp: number
  maxBp: number
  base: string
}

/** What the budget engine finds of one kind when it holds paid spend against the stages of the year (P4.06). */
export function stageFindings(
  { plan, facts, budget, lines }: PlanView,
  code: StageFinding['code'],
): Found<StageFigures>[] {
  if (!budget) return []
  const rules = new Map(plan.budgetRules.stages.map((stage) => [stage.id, stage]))
  const figures = { salesOf: salesTargets(plan) }
  const { stageOverrides: overrides = [] } = facts
  const found = checkStages(plan.budget, plan.budgetRules.stages, { figures, overrides })
  return found
    .filter((finding) => finding.code === code)
    .flatMap(({ lineIds, ruleId, spendCents, baseCents, shareBp, minBp, maxBp, base }) => {
      const line = lines.get(lineIds[0] ?? '')
      if (!line) return []
      const names = lineIds.map((id) => lineName(lines.get(id))).join('、')
      const stage = rules.get(ruleId)?.name ?? ruleId
      const rounded = shareBp === null ? null : Math.round(shareBp)
      return [
        atLine(line, 'amountCents', {
          line: names,
          stage,
          spendCents,
          baseCents,
          shareBp: rounded,
          minBp,
          maxBp,
          base,
        }),
      ]
    })
}
