import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalDoubleCounted = goalTreeRule({
  id: 'goal-double-counted',
  code: 'double_counting',
  level: 'error',
  rows: ['P2.23'],
  field: 'scope',
})
