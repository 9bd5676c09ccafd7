import { unlinkedGoals } from '@zhanggui/goals'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** Each core goal links to what this year's diagnosis found (P2.17). */
export const goalUndiagnosed = defineRule({
  id: 'goal-undiagnosed',
  level: 'warning',
  rows: ['P2.17'],
  find: ({ plan }) => unlinkedGoals(plan.goals).map((goal) => atGoal(goal, 'diagnosis', { goal: goalName(goal) })),
  messageZh: ({ goal }) => `目标“${goal}”没有关联本年诊断结论`,
  messageEn: ({ goal }) => `Goal "${goal}" is not linked to a finding of this year's diagnosis`,
  suggestionZh: '写明它要解决诊断里的哪一个问题',
  suggestionEn: 'Say which finding it answers',
})
