import { periodGrain } from '@zhanggui/kernel'
import { hasDays } from '../../days-of.ts'
import { atRow } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

/** Where goals were made of the cells, the unset goal is the finding; here is a table that stands alone. */
function* blanks({ plan }: PlanView) {
  const withGoal = new Set<string>(plan.goals.map(({ period }) => period))
  for (const row of plan.table)
    if (!row.target.trim() && hasDays(row.period) && periodGrain(row.period) !== 'year' && !withGoal.has(row.period))
      yield atRow(row, 'target', { period: row.period })
}

export const tableTargetBlank = defineRule({
  id: 'table-target-blank',
  level: 'warning',
  rows: ['X05', 'P2.14', 'P3.01'],
  find: blanks,
  messageZh: ({ period }) => `计划表里 ${period} 的目标是空的`,
  messageEn: ({ period }) => `The target of ${period} is blank in the table`,
  suggestionZh: '填写目标，或从全年目标生成建议',
  suggestionEn: "Enter it, or let it be proposed from the year's target",
})
