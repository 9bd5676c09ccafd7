import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const contractMissing = defineRule({
  id: 'contract-missing',
  level: 'warning',
  rows: ['P16.04'],
  find: ({ plan, facts: { contract } }) => (contract === 'none' ? [atPlan(null, { year: plan.year })] : []),
  messageZh: ({ year }) => `没有已签的代运营合同，${year} 年计划没有约定的期限、目标和费用`,
  messageEn: ({ year }) => `No contract is signed: the plan of ${year} has no agreed term, goals or fee`,
  suggestionZh: '在“代运营合同”中登记已签合同',
  suggestionEn: 'Register the signed contract',
})
