import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName, yuan } from '../../words.ts'

export const cacOverCeiling = defineRule({
  id: 'cac-over-ceiling',
  level: 'error',
  rows: ['P2.12'],
  find: ({ plan }) => {
    const ceilingCents = plan.budgetRules.cacMaxCents
    if (ceilingCents === null) return []
    return plan.goals.flatMap((goal) =>
      goal.metric === 'cac' && goal.target !== null && goal.target > ceilingCents
        ? [atGoal(goal, 'target', { goal: goalName(goal), targetCents: goal.target, ceilingCents })]
        : [],
    )
  },
  messageZh: (f) => `“${f.goal}”为 ${yuan(f.targetCents)}，超过获客成本上限 ${yuan(f.ceilingCents)}`,
  messageEn: (f) => `"${f.goal}" is ${yuan(f.targetCents)}, above the ceiling of ${yuan(f.ceilingCents)}`,
  suggestionZh: '降低目标，或在预算规则里调整上限并写明依据',
  suggestionEn: 'Lower the goal, or change the ceiling with its reason',
})
