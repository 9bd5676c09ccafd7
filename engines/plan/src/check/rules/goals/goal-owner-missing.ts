import { isRoot } from '../../goal-kinds.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

export const goalOwnerMissing = defineRule({
  id: 'goal-owner-missing',
  level: 'warning',
  rows: ['P2.01', 'P2.23'],
  find: ({ plan }) =>
    plan.goals
      .filter((goal) => isRoot(goal) && !goal.owner?.trim())
      .map((goal) => atGoal(goal, 'owner', { goal: goalName(goal) })),
  messageZh: ({ goal }) => `目标“${goal}”没有负责人`,
  messageEn: ({ goal }) => `Goal "${goal}" has no owner`,
  suggestionZh: '指定一位负责人',
  suggestionEn: 'Name one owner',
})
