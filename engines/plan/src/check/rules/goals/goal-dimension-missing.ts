import { GOAL_DIMENSIONS } from '@zhanggui/goals'
import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

const NAMES = { commercial: '商业', user: '用户', brand: '品牌' } as const

/** A year has goals in three dimensions (P2.01). */
export const goalDimensionMissing = defineRule({
  id: 'goal-dimension-missing',
  level: 'note',
  rows: ['P2.01'],
  find: ({ plan }) => {
    const set = new Set(plan.goals.map((goal) => goal.dimension))
    return plan.goals.length === 0
      ? []
      : GOAL_DIMENSIONS.filter((d) => !set.has(d)).map((d) => atPlan('dimension', { en: d, zh: NAMES[d] }, 'goals'))
  },
  messageZh: ({ zh }) => `没有${zh}类目标`,
  messageEn: ({ en }) => `The plan has no ${en} goal`,
  suggestionZh: '全年目标分商业、用户、品牌三类，各至少一个',
  suggestionEn: "A year's goals are commercial, user and brand; set one of each",
})
