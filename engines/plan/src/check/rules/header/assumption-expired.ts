import { atPlan } from '../../places.ts'
import { assumptionsOf } from '../../plan-assumptions.ts'
import { defineRule } from '../../rule.ts'

/** Every plan that rests on it is flagged on the day it expires (P1.08). */
export const assumptionExpired = defineRule({
  id: 'assumption-expired',
  level: 'warning',
  rows: ['P1.08', 'X16'],
  find: (view) =>
    assumptionsOf(view).flatMap(({ title, expiresDay }) =>
      expiresDay !== null && expiresDay <= view.facts.today ? [atPlan('assumptions', { title, expiresDay })] : [],
    ),
  messageZh: ({ title, expiresDay }) => `市场假设“${title}”已于 ${expiresDay} 到期`,
  messageEn: ({ title, expiresDay }) => `The assumption "${title}" expired on ${expiresDay}`,
  suggestionZh: '更新数值与日期，或从计划依据中去掉',
  suggestionEn: 'Renew its value and date, or take it out of the plan',
})
