import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalBoundsCrossed = goalTreeRule({
  id: 'goal-bounds-crossed',
  code: 'bounds_crossed',
  level: 'error',
  rows: ['P2.23', 'P2.01'],
  field: 'floor',
})
