// node engines/goals/bench/reconcile-bench.ts [--json] — how long a tree of about 10,000 goals takes to reconcile.
import { createRng } from '@zhanggui/kernel'
import type { Goal } from '../src/goal.ts'
import { reconcileGoals } from '../src/reconcile/reconcile-goals.ts'
import { type SpreadAxis, spreadGoal } from '../src/spread/spread-goal.ts'
import { goal, treeOf } from '../test/support/sample-goals.ts'

const AXES: SpreadAxis[] = [
  { axis: 'period', grain: 'month' },
  { axis: 'category', values: Array.from({ length: 770 }, (_, i) => ({ value: `c${i}`, name: `c${i}` })) },
]

/** A year of 1.2 billion yuan by month and category, every target moved, one in seven locked, one in five capped. */
function movedTree(crossTotals: boolean): Goal[] {
  const rng = createRng('reconcile-bench')
  const root = goal('root', { target: 123_456_789_012, locked: true })
  const spread = spreadGoal([root], { goalId: 'root', axes: AXES, weigh: () => rng.next() ** 3, crossTotals })
  if (!spread.ok) throw new Error(JSON.stringify(spread.error))
  return spread.value.goals.map((g, i) => {
    if (i === 0) return g
    const cell = g.period !== '2027' && 'category' in g.scope
    const target = Math.round((g.target ?? 0) * (0.5 + rng.next()))
    return { ...g, target, locked: cell && i % 7 === 0, cap: i % 5 === 0 ? target * 2 : null }
  })
}

async function measure(id: string, crossTotals: boolean): Promise<{ id: string; value: number; unit: string }[]> {
  const goals = movedTree(crossTotals)
  const started = performance.now()
  const result = await reconcileGoals(treeOf(goals))
  const value = Math.round(performance.now() - started)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return [
    { id: `${id}Goals`, value: goals.length, unit: 'goals' },
    { id, value, unit: 'ms' },
    { id: `${id}Steps`, value: result.value.steps, unit: 'passes' },
  ]
}

const results = [...(await measure('reconcileTree', false)), ...(await measure('reconcileCrossed', true))]
if (process.argv.includes('--json')) console.log(JSON.stringify({ results, ratios: [] }))
else for (const { id, value, unit } of results) console.log(id.padEnd(28), String(value).padStart(10), unit)
