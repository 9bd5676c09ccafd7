import { atPlan } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const assumptionUnknown = defineRule({
  id: 'assumption-unknown',
  level: 'warning',
  rows: ['P1.08'],
  find: ({ plan, facts: { assumptions } }) => {
    const known = new Set(assumptions?.map((a) => a.id))
    return assumptions === null
      ? []
      : plan.assumptions.filter((id) => !known.has(id)).map((id) => atPlan('assumptions', { id }))
  },
  messageZh: ({ id }) => `计划依据的市场假设“${id}”没有登记`,
  messageEn: ({ id }) => `The plan rests on the assumption "${id}", which is not registered`,
  suggestionZh: '先登记数值、来源、日期和有效期',
  suggestionEn: 'Register its value, source, date and expiry first',
})
