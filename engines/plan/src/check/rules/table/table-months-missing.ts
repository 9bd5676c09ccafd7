import { type Period, parsePeriod, periodHolds, periodsWithin } from '@zhanggui/kernel'
import { hasDays } from '../../days-of.ts'
import { atPlan } from '../../places.ts'
import type { PlanView } from '../../plan-view.ts'
import { defineRule } from '../../rule.ts'

function* missing({ plan }: PlanView) {
  const rows = plan.table.map(({ period }) => period).filter((period): period is Period => hasDays(period))
  if (rows.length === 0) return
  const months = periodsWithin(parsePeriod(String(plan.year).padStart(4, '0')), 'month')
  const uncovered = months.filter((month) => !rows.some((row) => row !== String(plan.year) && periodHolds(row, month)))
  if (uncovered.length > 0 && uncovered.length < months.length)
    yield atPlan('period', { count: uncovered.length, months: uncovered.join('、') }, 'table')
}

/** A yearly table covers the year (P3.01): months alone or within their quarter. */
export const tableMonthsMissing = defineRule({
  id: 'table-months-missing',
  level: 'warning',
  rows: ['P3.01'],
  find: missing,
  messageZh: (f) => `计划表缺 ${f.count} 个月：${f.months}`,
  messageEn: (f) => `The table lacks ${f.count} month(s): ${f.months}`,
  suggestionZh: '补上这些月份，或所在季度的一行',
  suggestionEn: 'Add them, or a row for their quarter',
})
