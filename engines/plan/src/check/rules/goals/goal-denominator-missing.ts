import { goalTreeRule } from '../../goal-tree-rule.ts'

export const goalDenominatorMissing = goalTreeRule({
  id: 'goal-denominator-missing',
  code: 'missing_denominator',
  level: 'error',
  rows: ['P2.23', 'P2.04'],
  field: 'denominator',
})
