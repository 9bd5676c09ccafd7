import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalLockedOutsideBounds = goalTreeRule({
  id: 'goal-locked-outside-bounds',
  code: 'locked_out_of_bounds',
  level: 'error',
  rows: ['P2.23', 'P2.01'],
  field: 'target',
})
