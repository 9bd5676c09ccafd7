import { hasDays } from '../../days-of.ts'
import { isRoot } from '../../goal-kinds.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** Parts lie in their whole's period, or that is their finding. */
export const goalOutsideYear = defineRule({
  id: 'goal-outside-year',
  level: 'error',
  rows: ['P2.23', 'P16.15'],
  find: ({ plan }) =>
    plan.goals
      .filter((goal) => isRoot(goal) && hasDays(goal.period) && Number(goal.period.slice(0, 4)) !== plan.year)
      .map((goal) => atGoal(goal, 'period', { goal: goalName(goal), period: goal.period, year: plan.year })),
  messageZh: (f) => `目标“${f.goal}”的期间 ${f.period} 不在 ${f.year} 年`,
  messageEn: (f) => `The period ${f.period} of goal "${f.goal}" is not in ${f.year}`,
  suggestionZh: '改正年份，或移到那一年的计划',
  suggestionEn: 'Correct the year, or move the goal to that plan',
})
