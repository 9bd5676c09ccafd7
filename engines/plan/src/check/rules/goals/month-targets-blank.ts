import type { Goal } from '@zhanggui/goals'
import { blankParts, innermost } from '../../blank-parts.ts'
import { atGoal } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'
import { goalName, valueText } from '../../words.ts'

const figures = (parent: Goal, blanks: readonly Goal[], { metrics }: PlanView) =>
  atGoal(parent, 'target', {
    goal: goalName(parent),
    total: valueText(metrics.get(parent.metric)?.unit, parent.target ?? 0),
    count: blanks.length,
    blanks: blanks.map((b) => b.period).join('、'),
  })

/** A year's target with blank months (P2.14): one finding for all blanks of a goal. They are warned of while they
 * remain, and like every unset target they keep the plan from being approved (P2.06). */
export const monthTargetsBlank = defineRule({
  id: 'month-targets-blank',
  level: 'error',
  rows: ['P2.14', 'X05'],
  find: (view) => blankParts(view.plan).map(({ parent, blanks }) => figures(parent, innermost(blanks), view)),
  messageZh: (f) => `“${f.goal}”（${f.total}）有 ${f.count} 个分期目标未填：${f.blanks}`,
  messageEn: (f) => `"${f.goal}" (${f.total}) has ${f.count} blank part(s): ${f.blanks}`,
  suggestionZh: '在目标页点“补齐空白”，按去年走势生成建议后确认',
  suggestionEn: "Let the goals page propose them from last year's course, then confirm",
})
