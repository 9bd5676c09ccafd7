import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const budgetNegative = budgetIssueRule({
  id: 'budget-negative',
  code: 'negative_amount',
  level: 'error',
  rows: ['P4.01'],
  field: 'amountCents',
})
