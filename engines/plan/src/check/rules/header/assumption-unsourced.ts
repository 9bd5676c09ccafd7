import { atPlan } from '../../places.ts'
import { assumptionsOf } from '../../plan-assumptions.ts'
import { defineRule } from '../../rule.ts'

export const assumptionUnsourced = defineRule({
  id: 'assumption-unsourced',
  level: 'warning',
  rows: ['P1.08', 'X16'],
  find: (view) =>
    assumptionsOf(view)
      .filter(({ source }) => !source?.trim())
      .map(({ title }) => atPlan('assumptions', { title })),
  messageZh: ({ title }) => `市场假设“${title}”没有写来源`,
  messageEn: ({ title }) => `The assumption "${title}" names no source`,
  suggestionZh: '补上报告名称、机构和日期',
  suggestionEn: 'Add the report, its publisher and its date',
})
