import { addYears } from '@zhanggui/calendar'
import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

/** Building a shop takes years; a shorter term is flagged (P16.04). */
export const contractShort = defineRule({
  id: 'contract-short',
  level: 'warning',
  rows: ['P16.04', 'P2.15'],
  find: ({ facts: { contract } }) =>
    contract && contract !== 'none' && contract.toDay < addYears(contract.fromDay, contract.yearsMin)
      ? [atPlan(null, { fromDay: contract.fromDay, toDay: contract.toDay, yearsMin: contract.yearsMin })]
      : [],
  messageZh: (f) => `合同自 ${f.fromDay} 起、${f.toDay} 前到期，不足 ${f.yearsMin} 年`,
  messageEn: (f) => `The contract runs from ${f.fromDay} and ends before ${f.toDay}: less than ${f.yearsMin} years`,
  suggestionZh: '与商家商定续签，或缩短阶段目标',
  suggestionEn: 'Agree on a renewal with the merchant, or shorten the stages',
})
