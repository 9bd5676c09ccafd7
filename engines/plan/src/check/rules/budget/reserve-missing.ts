import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const reserveMissing = defineRule({
  id: 'reserve-missing',
  level: 'warning',
  rows: ['P4.07'],
  find: ({ plan }) =>
    plan.budget.length > 0 && !plan.budget.some(({ kind }) => kind === 'reserve')
      ? [atPlan('kind', { lines: plan.budget.length }, 'budget')]
      : [],
  messageZh: '预算里没有备用金',
  messageEn: 'The budget has no reserve',
  suggestionZh: '留出一行备用金（常见为 5%），动用要有触发条件和批准人',
  suggestionEn: 'Keep a reserve (5 % is usual); its release needs a trigger and an approver',
})
