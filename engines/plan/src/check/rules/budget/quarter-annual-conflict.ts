import { quarterConflicts } from '@zhanggui/budget'
import { atLine } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { salesTargets } from '../../sales-target.ts'
import { lineName, percent } from '../../words.ts'

function* conflicts({ plan, budget, lines }: PlanView) {
  if (!budget) return
  for (const row of quarterConflicts(plan.budget, { salesOf: salesTargets(plan) })) {
    const line = lines.get(row.lineId)
    // Without a base the missing base is the finding, and the readings stand beside it on the budget page.
    if (!row.conflict || !line || row.statedBase === null) continue
    yield atLine(line, 'shareBp', {
      line: lineName(line),
      period: row.period,
      shareBp: row.shareBp,
      annual: lineName(lines.get(row.annualLineId)),
      annualBp: row.annualBp,
      base: row.statedBase,
    })
  }
}

/** KOC 30 % of the total in one quarter against creators 15 % over the year (X06). */
export const quarterAnnualConflict = defineRule({
  id: 'quarter-annual-conflict',
  level: 'error',
  rows: ['X06', 'P4.04'],
  find: conflicts,
  messageZh: (f) =>
    `“${f.line}”（${f.period}）占比 ${percent(f.shareBp)}，全年“${f.annual}”只有 ${percent(f.annualBp)}，同一基数下不可能`,
  messageEn: (f) =>
    `"${f.line}" (${f.period}) has ${percent(f.shareBp)}; over the year "${f.annual}" has ${percent(f.annualBp)}: impossible on the stated base`,
  suggestionZh: '写明季度占比的基数（当季预算或该渠道全年预算），或调整比例',
  suggestionEn: "State the quarter's own base (its budget, or the channel's year), or change the share",
})
