import { budgetIssueRule } from '../../budget-issue-rule.ts'

/** Short video 40 % in the first quarter: of what (X06)? */
export const shareBaseMissing = budgetIssueRule({
  id: 'share-base-missing',
  code: 'base_missing',
  level: 'error',
  rows: ['X06', 'P4.01', 'P4.04'],
  field: 'shareBase',
})
