import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** No fact of the shop gives an own measure; its actuals have to be entered by somebody. */
export const goalUnmeasurable = defineRule({
  id: 'goal-unmeasurable',
  level: 'warning',
  rows: ['P2.01', 'P2.16'],
  find: ({ plan }) =>
    plan.goals
      .filter(({ metric, source }) => metric.startsWith('own:') && source === 'data')
      .map((goal) => atGoal(goal, 'source', { goal: goalName(goal), metric: goal.metric })),
  messageZh: (f) => `“${f.goal}”是自有指标，店铺数据里没有实际值`,
  messageEn: (f) => `"${f.goal}" is a measure of the plan's own: the shop's data has no actual for it`,
  suggestionZh: '数据来源改为“人工录入”，并指定录入人',
  suggestionEn: 'Set its source to manual and name who enters it',
})
