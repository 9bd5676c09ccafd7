import { goalTreeRule } from '../../goal-tree-rule.ts'

/** 35 % of orders and 40 % of GMV are shares of different things and must not be added (X07). */
export const goalDenominatorsDiffer = goalTreeRule({
  id: 'goal-denominators-differ',
  code: 'mixed_denominators',
  level: 'error',
  rows: ['X07', 'P2.04', 'P2.23'],
  field: 'denominator',
})
