import { isRoot } from '../../goal-kinds.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** What a target is judged against. Parts are judged with their whole. */
export const goalBaselineMissing = defineRule({
  id: 'goal-baseline-missing',
  level: 'warning',
  rows: ['P2.23', 'P2.01'],
  find: ({ plan }) =>
    plan.goals
      .filter((goal) => isRoot(goal) && goal.target !== null && goal.baseline === null)
      .map((goal) => atGoal(goal, 'baseline', { goal: goalName(goal), period: goal.period })),
  messageZh: ({ goal, period }) => `目标“${goal}”（${period}）没有基线`,
  messageEn: ({ goal, period }) => `Goal "${goal}" (${period}) has no baseline`,
  suggestionZh: '用上年同期实际值作基线；没有数据时写明依据',
  suggestionEn: "Take last year's actual, or say what it rests on",
})
