import { budgetIssueRule } from '../../budget-issue-rule.ts'

export const budgetExcess = budgetIssueRule({
  id: 'budget-excess',
  code: 'excess',
  level: 'error',
  rows: ['P4.01', 'X02'],
  field: 'shareBp',
  ofLevel: true,
})
