import { hasDays } from '../../days-of.ts'
import { atLine } from '../../places.ts'
import { defineRule } from '../../rule.ts'
import { lineName } from '../../words.ts'

/** A line under another lies in its period, or that is its finding. */
export const budgetOutsideYear = defineRule({
  id: 'budget-outside-year',
  level: 'error',
  rows: ['P4.01', 'P16.15'],
  find: ({ plan }) =>
    plan.budget
      .filter((l) => l.parentId === null && hasDays(l.period) && Number(l.period.slice(0, 4)) !== plan.year)
      .map((line) => atLine(line, 'period', { line: lineName(line), period: line.period, year: plan.year })),
  messageZh: (f) => `预算“${f.line}”的时间 ${f.period} 不在 ${f.year} 年`,
  messageEn: (f) => `The period ${f.period} of "${f.line}" is not in ${f.year}`,
  suggestionZh: '改正年份，或移到那一年的计划',
  suggestionEn: 'Correct the year, or move the line to that plan',
})
