import { goalTreeRule } from '../../goal-tree-rule.ts'

/** Money in fractions of a fen, half an order. */
export const goalNotWhole = goalTreeRule({
  id: 'goal-not-whole',
  code: 'not_whole',
  level: 'error',
  rows: ['P2.23'],
  field: 'target',
})
