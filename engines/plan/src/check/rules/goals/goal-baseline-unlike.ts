import { periodGrain } from '@zhanggui/kernel'
import { hasDays } from '../../days-of.ts'
import { atGoal } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { goalName } from '../../words.ts'

/** A month held against a year, or against a period that is not over before it: not like for like (P2.13). */
export const goalBaselineUnlike = defineRule({
  id: 'goal-baseline-unlike',
  level: 'warning',
  rows: ['P2.13', 'P2.23'],
  find: ({ plan }) =>
    plan.goals.flatMap((goal) => {
      const { period, baselinePeriod } = goal
      if (baselinePeriod === null || !hasDays(period) || !hasDays(baselinePeriod)) return []
      const isLike = periodGrain(period) === periodGrain(baselinePeriod) && baselinePeriod < period
      return isLike ? [] : [atGoal(goal, 'baselinePeriod', { goal: goalName(goal), period, baselinePeriod })]
    }),
  messageZh: (f) => `目标“${f.goal}”（${f.period}）与基线期 ${f.baselinePeriod} 不可比`,
  messageEn: (f) => `Goal "${f.goal}" (${f.period}) and its baseline period ${f.baselinePeriod} are not alike`,
  suggestionZh: '基线取同样长度的更早一期，例如上年同月',
  suggestionEn: 'Take an earlier period of the same length, such as the same month last year',
})
