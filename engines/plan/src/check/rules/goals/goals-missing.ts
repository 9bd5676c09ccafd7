import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const goalsMissing = defineRule({
  id: 'goals-missing',
  level: 'warning',
  rows: ['P2.01'],
  find: ({ plan }) => (plan.goals.length === 0 ? [atPlan('goals', { year: plan.year }, 'goals')] : []),
  messageZh: ({ year }) => `${year} 年计划没有任何目标`,
  messageEn: ({ year }) => `The plan of ${year} has no goals`,
  suggestionZh: '在目标页从上年数据生成，或逐项填写',
  suggestionEn: "Make them from last year's data on the goals page, or enter them",
})
