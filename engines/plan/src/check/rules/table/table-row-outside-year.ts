import { hasDays } from '../../days-of.ts'
import { atRow } from '../../places.ts'
import { defineRule } from '../../rule.ts'

export const tableRowOutsideYear = defineRule({
  id: 'table-row-outside-year',
  level: 'error',
  rows: ['P3.01', 'P16.15'],
  find: ({ plan }) =>
    plan.table
      .filter(({ period }) => hasDays(period) && Number(period.slice(0, 4)) !== plan.year)
      .map((row) => atRow(row, 'period', { period: row.period, year: plan.year })),
  messageZh: (f) => `计划表里的 ${f.period} 不在 ${f.year} 年`,
  messageEn: (f) => `The row ${f.period} of the table is not in ${f.year}`,
  suggestionZh: '改正年份，或移到那一年的计划',
  suggestionEn: 'Correct the year, or move the row to that plan',
})
