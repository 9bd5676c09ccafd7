import type { GoalsView, Store } from '@zhanggui/contract'
import { buildTree, checkTree, type Goal, type GoalTree } from '@zhanggui/goals'
import { dimensionValues, isDimensionId } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { runQuery } from '../../insight/run-query.ts'
import { usedMetrics } from './goal-metrics.ts'
import { loadGoals } from './load-goals.ts'
import { openSumLines } from './sum-lines.ts'

type Labels = GoalsView['labels']

/** Names of values that are a closed list of words (新客, 大促). */
function wordLabels(goals: readonly Goal[]): Labels {
  const used = new Set(goals.flatMap((g) => Object.keys(g.scope)))
  const lists = [...used].flatMap((dimension) => {
    const values = isDimensionId(dimension) ? dimensionValues(dimension) : undefined
    return values ? [[dimension, Object.fromEntries(values.map((v) => [v.id, v.nameZh]))] as const] : []
  })
  return Object.fromEntries(lists)
}

/** Titles of the items that goals are set on, as the product list has them. */
async function itemLabels(context: Context, store: Store, goals: readonly Goal[]): Promise<Labels> {
  const items = [...new Set(goals.flatMap((g) => (g.scope.item === undefined ? [] : [g.scope.item])))].slice(0, 1000)
  if (items.length === 0) return {}
  const filters = [{ dimension: 'item', op: 'in' as const, values: items }]
  const { labels } = await runQuery(context, store, { metrics: ['unitsSold'], by: ['item'], filters })
  return labels?.item ? { item: labels.item } : {}
}

/**
 * A plan's goals with what does not add up and what is wrong. Goals that are no tree are shown too, with the faults that
 * say why. Errors: throws `not_found`.
 */
export async function viewGoals(context: Context, store: Store, planId: string): Promise<GoalsView> {
  const { stored, plan, metrics, revision } = await loadGoals(context, store, planId)
  const tree = buildTree(plan.goals, metrics)
  const faults = tree.ok ? checkTree(tree.value) : tree.error
  return {
    plan: plan.id,
    year: plan.year,
    currency: plan.currency,
    revision,
    editable: stored.summary.status === 'draft',
    goals: plan.goals.map((g) => ({ ...g, scope: { ...g.scope } })),
    measures: plan.measures.map((m) => ({ ...m, dimensions: [...m.dimensions], actuals: [...m.actuals] })),
    metrics: usedMetrics(plan, metrics),
    sums: tree.ok ? openSumLines(tree.value satisfies GoalTree) : [],
    faults: faults.map((f) => ({ ...f, others: [...f.others] })),
    labels: { ...wordLabels(plan.goals), ...(await itemLabels(context, store, plan.goals)) },
  }
}
