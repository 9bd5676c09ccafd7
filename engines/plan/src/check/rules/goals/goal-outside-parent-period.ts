import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalOutsideParentPeriod = goalTreeRule({
  id: 'goal-outside-parent-period',
  code: 'outside_period',
  level: 'error',
  rows: ['P2.23', 'P2.01'],
  field: 'period',
})
