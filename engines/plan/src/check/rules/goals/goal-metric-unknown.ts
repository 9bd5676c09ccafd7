import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalMetricUnknown = goalTreeRule({
  id: 'goal-metric-unknown',
  code: 'unknown_metric',
  level: 'error',
  rows: ['P2.23', 'P16.10'],
  field: 'metric',
})
