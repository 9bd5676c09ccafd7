import { atBudgetRule } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { percent } from '../../words.ts'

export const burstRemainderUnset = defineRule({
  id: 'burst-remainder-unset',
  level: 'warning',
  rows: ['X17', 'P4.05'],
  find: ({ plan: { budgetRules } }) => {
    const { preBurstShareBp, burstRemainderMinBp } = budgetRules
    return preBurstShareBp !== null && burstRemainderMinBp === null
      ? [atBudgetRule(null, 'burstRemainderMinBp', { preBurstShareBp })]
      : []
  },
  messageZh: (f) => `活动前投放 ${percent(f.preBurstShareBp)}，没有规定爆发日至少留多少`,
  messageEn: (f) => `${percent(f.preBurstShareBp)} goes out before the burst; how much must be left is not said`,
  suggestionZh: '在预算规则里填写爆发日保留比例',
  suggestionEn: 'Enter the remainder in the rules of the budget',
})
