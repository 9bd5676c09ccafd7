import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** 5 where 0.05 is meant: a ratio is at most one. Growth beyond that is a multiple, not a share. */
export const goalRatioAsPercent = defineRule({
  id: 'goal-ratio-as-percent',
  level: 'error',
  rows: ['P2.23'],
  find: ({ plan, metrics }) =>
    plan.goals.flatMap((goal) => {
      const { target } = goal
      const isWrong = metrics.get(goal.metric)?.unit === 'ratio' && target !== null && Math.abs(target) > 1
      return isWrong ? [atGoal(goal, 'target', { goal: goalName(goal), target, meant: target / 100 })] : []
    }),
  messageZh: (f) => `“${f.goal}”是比率，却填了 ${f.target}（即 ${f.target * 100}%）`,
  messageEn: (f) => `"${f.goal}" is a ratio, and its target is ${f.target} (${f.target * 100} %)`,
  suggestionZh: (f) => `若指 ${f.target}%，请填 ${f.meant}`,
  suggestionEn: (f) => `Enter ${f.meant} if ${f.target} % is meant`,
})
