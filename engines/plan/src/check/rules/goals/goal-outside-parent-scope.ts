import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalOutsideParentScope = goalTreeRule({
  id: 'goal-outside-parent-scope',
  code: 'outside_scope',
  level: 'error',
  rows: ['P2.23', 'P2.01'],
  field: 'scope',
})
