import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const budgetPeriodsOverlap = budgetIssueRule({
  id: 'budget-periods-overlap',
  code: 'overlapping_periods',
  level: 'warning',
  rows: ['P4.01', 'P2.23'],
  field: 'period',
})
