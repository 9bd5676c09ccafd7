import { atBudgetRule } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { percent } from '../../words.ts'

/** Promotion cost 10–15 %: of sales is assumed and asked (X05). A paused stage needs no base: nothing is nothing. */
export const stageBaseMissing = defineRule({
  id: 'stage-base-missing',
  level: 'warning',
  rows: ['X05', 'P4.06'],
  find: ({ plan }) =>
    plan.budgetRules.stages
      .filter(({ base, maxBp }) => base === null && maxBp > 0)
      .map(({ id, name, minBp, maxBp }) => atBudgetRule(id, 'base', { stage: name, minBp, maxBp })),
  messageZh: (f) => `“${f.stage}”的推广占比 ${percent(f.minBp)} 至 ${percent(f.maxBp)} 没有写明占什么，暂按销售额计算`,
  messageEn: (f) =>
    `"${f.stage}" allows ${percent(f.minBp)} to ${percent(f.maxBp)} without saying of what; sales are assumed`,
  suggestionZh: '确认基数：销售额、总预算或当期预算',
  suggestionEn: 'Confirm the base: sales, the total, or the budget of the period',
})
