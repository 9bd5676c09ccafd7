import { goalTreeRule } from '../../goal-tree-rule.ts'

/** Visitors of twelve months do not add up to visitors of the year. */
export const goalNotAdditive = goalTreeRule({
  id: 'goal-not-additive',
  code: 'not_additive',
  level: 'note',
  rows: ['P2.23'],
  field: 'axis',
})
