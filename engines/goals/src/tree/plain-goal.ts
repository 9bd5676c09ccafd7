import type { Goal } from '../goal.ts'

type Facts = Pick<Goal, 'id' | 'metric' | 'period'> & Partial<Goal>

/**
 * A goal of which nothing more is said than `facts`: a root on the whole shop, more is better, no target yet.
 * @example plainGoal({ id: 'paid:2027', metric: 'paid', period: parsePeriod('2027') }).target // null
 */
export const plainGoal = (facts: Facts): Goal => ({
  parentId: null,
  axis: null,
  name: '',
  scope: {},
  target: null,
  baseline: null,
  baselinePeriod: null,
  direction: 'atLeast',
  locked: false,
  floor: null,
  cap: null,
  denominator: null,
  dimension: 'commercial',
  set: 'all',
  owner: null,
  source: 'data',
  diagnosis: null,
  note: '',
  ...facts,
})
