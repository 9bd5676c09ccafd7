import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const contractOutsideYear = defineRule({
  id: 'contract-outside-year',
  level: 'warning',
  rows: ['P16.04', 'P2.15'],
  find: ({ plan: { year }, facts: { contract } }) =>
    contract && contract !== 'none' && (contract.fromDay > `${year}-12-31` || contract.toDay <= `${year}-12-31`)
      ? [atPlan(null, { year, fromDay: contract.fromDay, toDay: contract.toDay })]
      : [],
  messageZh: (f) => `合同期（${f.fromDay} 起、${f.toDay} 前）没有覆盖 ${f.year} 年全年`,
  messageEn: (f) => `The contract (from ${f.fromDay}, before ${f.toDay}) does not reach through ${f.year}`,
  suggestionZh: '续签合同，或只对合同期内做计划',
  suggestionEn: 'Renew the contract, or plan only for its term',
})
