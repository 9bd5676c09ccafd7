import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const budgetOutsideParent = budgetIssueRule({
  id: 'budget-outside-parent',
  code: 'period_outside_parent',
  level: 'warning',
  rows: ['P4.01'],
  field: 'period',
})
