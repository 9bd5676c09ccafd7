import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

export const goalBaselineUndated = defineRule({
  id: 'goal-baseline-undated',
  level: 'warning',
  rows: ['P2.23', 'P2.13'],
  find: ({ plan }) =>
    plan.goals
      .filter((goal) => goal.baseline !== null && goal.baselinePeriod === null)
      .map((goal) => atGoal(goal, 'baselinePeriod', { goal: goalName(goal) })),
  messageZh: ({ goal }) => `目标“${goal}”的基线没有写是哪一期`,
  messageEn: ({ goal }) => `The baseline of "${goal}" does not say of which period`,
  suggestionZh: '填写基线所在的年、季或月',
  suggestionEn: 'Enter the year, quarter or month that it is of',
})
