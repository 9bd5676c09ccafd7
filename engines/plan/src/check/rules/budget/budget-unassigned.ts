import { budgetIssueRule } from '../../budget-issue-rule.ts'

/** A missing tenth is told, never scaled away (X01). */
export const budgetUnassigned = budgetIssueRule({
  id: 'budget-unassigned',
  code: 'unassigned',
  level: 'error',
  rows: ['X01', 'P4.01', 'P4.02'],
  field: 'shareBp',
  ofLevel: true,
})
