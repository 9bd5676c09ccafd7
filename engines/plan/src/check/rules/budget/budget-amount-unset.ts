import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const budgetAmountUnset = budgetIssueRule({
  id: 'budget-amount-unset',
  code: 'amount_not_set',
  level: 'error',
  rows: ['P4.01', 'P2.23'],
  field: 'amountCents',
})
