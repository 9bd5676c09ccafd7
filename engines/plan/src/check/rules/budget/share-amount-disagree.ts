import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const shareAmountDisagree = budgetIssueRule({
  id: 'share-amount-disagree',
  code: 'share_amount_disagree',
  level: 'error',
  rows: ['P4.01'],
  field: 'amountCents',
})
