import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalAxisWrong = goalTreeRule({
  id: 'goal-axis-wrong',
  code: 'axis_mismatch',
  level: 'error',
  rows: ['P2.23', 'P2.08'],
  field: 'axis',
})
