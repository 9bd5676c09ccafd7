import { parsePeriod } from '@zhanggui/kernel'
import type { Goal, GoalMetric } from '../../src/goal.ts'
import { buildTree, type GoalTree } from '../../src/tree/build-tree.ts'
import { plainGoal } from '../../src/tree/plain-goal.ts'

const metric = (id: string, facts: Partial<GoalMetric>): GoalMetric => ({
  id,
  nameZh: id,
  nameEn: id,
  unit: 'money',
  kind: 'additive',
  numerator: null,
  denominator: null,
  dimensions: ['category', 'item', 'buyerKind', 'province'],
  higherIsBetter: true,
  ...facts,
})

/** The catalogue's behaviour for the metrics that the tests speak of. */
export const METRICS: ReadonlyMap<string, GoalMetric> = new Map(
  [
    metric('paid', {}),
    metric('uv', { unit: 'count', kind: 'distinct' }),
    metric('orders', { unit: 'count', kind: 'distinct' }),
    metric('cvr', { unit: 'ratio', kind: 'ratio', numerator: 'buyers', denominator: 'uv' }),
    metric('aov', { unit: 'money', kind: 'ratio', numerator: 'paid', denominator: 'buyers' }),
    metric('own:share', { unit: 'ratio', kind: 'ratio' }),
  ].map((m) => [m.id, m]),
)

/** A goal on paid sales of 2027 unless said otherwise. */
export const goal = (id: string, facts: Partial<Omit<Goal, 'period'>> & { period?: string } = {}): Goal =>
  plainGoal({ metric: 'paid', ...facts, id: facts.id ?? id, period: parsePeriod(facts.period ?? '2027') })

/** A part of `parent` along an axis of period. */
export const month = (parent: string, period: string, target: number | null, facts: Partial<Goal> = {}): Goal =>
  goal(period, { parentId: parent, axis: 'period', period, target, ...(facts as object) })

export function treeOf(goals: readonly Goal[]): GoalTree {
  const tree = buildTree(goals, METRICS)
  if (!tree.ok) throw new Error(tree.error.map((f) => f.messageEn).join('\n'))
  return tree.value
}
