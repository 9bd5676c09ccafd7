import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const shareBaseUnknown = budgetIssueRule({
  id: 'share-base-unknown',
  code: 'base_unknown',
  level: 'error',
  rows: ['P4.01'],
  field: 'shareBase',
})
