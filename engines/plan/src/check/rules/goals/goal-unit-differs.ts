import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalUnitDiffers = goalTreeRule({
  id: 'goal-unit-differs',
  code: 'unit_mismatch',
  level: 'error',
  rows: ['P2.23'],
  field: 'metric',
})
