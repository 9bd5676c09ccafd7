import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName, valueText } from '../../words.ts'

/** Metrics that may well be below zero. */
const MAY_BE_NEGATIVE = new Set(['profit', 'profitMargin', 'grossProfit', 'grossMargin', 'netPaid', 'nps'])

export const goalNegative = defineRule({
  id: 'goal-negative',
  level: 'error',
  rows: ['P2.23'],
  find: ({ plan, metrics }) =>
    plan.goals.flatMap((goal) => {
      const { target, metric } = goal
      if (target === null || target >= 0 || MAY_BE_NEGATIVE.has(metric)) return []
      return [atGoal(goal, 'target', { goal: goalName(goal), target: valueText(metrics.get(metric)?.unit, target) })]
    }),
  messageZh: (f) => `“${f.goal}”的目标为负：${f.target}`,
  messageEn: (f) => `The target of "${f.goal}" is negative: ${f.target}`,
  suggestionZh: '改为正数；要求下降时用“不高于”方向',
  suggestionEn: 'Make it positive; for something that should fall, choose "at most"',
})
