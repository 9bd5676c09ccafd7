import { atBudgetRule } from '../../places.ts'
import { defineRule } from '../../rule.ts'

/** A channel is cut below a threshold only after enough data (P4.11). */
export const roiRuleWithoutData = defineRule({
  id: 'roi-rule-without-data',
  level: 'warning',
  rows: ['P4.11'],
  find: ({ plan: { budgetRules } }) => {
    const { roiMinMilli, roiMinClicks, roiMinSpendCents } = budgetRules
    return roiMinMilli !== null && roiMinClicks === null && roiMinSpendCents === null
      ? [atBudgetRule(null, 'roiMinClicks', { roiMin: roiMinMilli / 1000 })]
      : []
  },
  messageZh: ({ roiMin }) => `投产比低于 1:${roiMin} 就缩减，但没有规定至少多少点击或花费才判断`,
  messageEn: ({ roiMin }) =>
    `Channels below 1:${roiMin} are cut, without saying after how many clicks or how much spend`,
  suggestionZh: '填写最少点击数或最少花费',
  suggestionEn: 'Enter the least clicks or spend',
})
