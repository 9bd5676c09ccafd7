import { atRow } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* repeated({ plan }: PlanView) {
  for (const [first, ...others] of Map.groupBy(plan.table, ({ period }) => period).values())
    for (const row of others) if (first) yield atRow(row, 'period', { period: row.period })
}

export const tablePeriodRepeated = defineRule({
  id: 'table-period-repeated',
  level: 'warning',
  rows: ['P3.01', 'P16.15'],
  find: repeated,
  messageZh: ({ period }) => `计划表里 ${period} 有不止一行`,
  messageEn: ({ period }) => `The table has more than one row for ${period}`,
  suggestionZh: '合并成一行',
  suggestionEn: 'Merge them into one row',
})
