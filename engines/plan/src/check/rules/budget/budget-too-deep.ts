import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const budgetTooDeep = budgetIssueRule({
  id: 'budget-too-deep',
  code: 'too_deep',
  level: 'error',
  rows: ['P4.01'],
  field: 'parentId',
})
