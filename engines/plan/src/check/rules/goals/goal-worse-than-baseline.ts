import type { Goal } from '@zhanggui/goals'
import { isRoot } from '../../goal-kinds.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName, valueText } from '../../words.ts'

const isWorse = ({ target, baseline, direction }: Goal): boolean =>
  target !== null && baseline !== null && (direction === 'atLeast' ? target < baseline : target > baseline)

export const goalWorseThanBaseline = defineRule({
  id: 'goal-worse-than-baseline',
  level: 'warning',
  rows: ['P2.23'],
  find: ({ plan, metrics }) =>
    plan.goals
      .filter((goal) => isRoot(goal) && isWorse(goal) && (goal.target ?? 0) >= 0)
      .filter(({ metric, direction }) => {
        const better = metrics.get(metric)?.higherIsBetter ?? null
        return better === null || better === (direction === 'atLeast')
      })
      .map((goal) => {
        const unit = metrics.get(goal.metric)?.unit
        const [target, baseline] = [valueText(unit, goal.target ?? 0), valueText(unit, goal.baseline ?? 0)]
        return atGoal(goal, 'target', { goal: goalName(goal), target, baseline })
      }),
  messageZh: (f) => `“${f.goal}”目标 ${f.target} 不如基线 ${f.baseline}`,
  messageEn: (f) => `The target ${f.target} of "${f.goal}" is worse than its baseline ${f.baseline}`,
  suggestionZh: '核对数值；确实要降低时写明原因',
  suggestionEn: 'Check the figure; if it is meant, say why',
})
