import type { Store } from '@zhanggui/contract'
import { SpreadGoals } from '@zhanggui/contract'
import { DRIVER_AXIS, type Goal, goalId, type Metrics, solveDrivers } from '@zhanggui/goals'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { BuildFromData } from '../plans/plan-hooks.ts'
import { fillFrom } from './fill-baselines.ts'
import { goalMetrics } from './goal-metrics.ts'
import { GoalsFailure } from './goals-failure.ts'
import { spreadPlan } from './spread-goals.ts'
import { newRoot } from './spread-root.ts'
import { visitorsToYearEnd } from './visitors-to-year-end.ts'

/** What a year's target is split by at first; finer parts are made on demand. The last two only where last year knows them. */
const SPLITS = [
  { by: ['quarter', 'month'], required: true },
  { by: ['category'], required: false },
  { by: ['buyerKind'], required: false },
] as const

type Growing = { goals: Goal[]; year: number; metrics: Metrics }

async function splitRoot(context: Context, store: Store, growing: Growing, growthBp: number): Promise<Goal[]> {
  let { goals } = growing
  for (const [i, { by, required }] of SPLITS.entries()) {
    const asked = parseInput(SpreadGoals, { revision: 0, by, ...(i === 0 ? { growthBp } : {}) })
    try {
      goals = (await spreadPlan(context, store, { ...growing, goals, asked })).goals
    } catch (error) {
      if (required || !(error instanceof GoalsFailure) || error.code !== 'goal_not_spreadable') throw error
    }
  }
  return goals
}

/** UV, CVR and AOV under the year: rates as last year, visitors as many as the target then needs. */
async function addDrivers(context: Context, store: Store, { goals, year, metrics }: Growing): Promise<Goal[]> {
  const root = goals[0]
  if (!root || root.target === null) return goals
  const taken = new Set(goals.map((g) => g.id))
  const blank = ['uv', 'cvr', 'aov'].map((metric) => ({
    ...newRoot({ metric, year, scope: {}, taken }),
    id: goalId(metric, String(year), {}, taken),
    parentId: root.id,
    axis: DRIVER_AXIS,
  }))
  const filled = await fillFrom(context, store, blank)
  const [uv, cvr, aov] = blank.map((g) => filled.get(g.id))
  if (!uv || !cvr || !aov) return goals
  const visitorsFor = (gmv: number | null): number | null => {
    const solved = solveDrivers({ gmv, uv: null, cvr: cvr.baseline, aov: aov.baseline })
    return solved.kind === 'solved' ? Math.ceil(solved.values.uv) : null
  }
  const needed = visitorsFor(root.target)
  if (needed === null || !metrics.has('uv')) return goals
  return [
    ...goals,
    { ...uv, baseline: visitorsToYearEnd(uv.baseline, visitorsFor(root.baseline)), target: needed },
    { ...cvr, target: cvr.baseline },
    { ...aov, target: aov.baseline },
  ]
}

/**
 * Goals of a new plan from last year's data: the year's paid sales grown, by quarter and month along the learnt course of
 * the year, by category and by new and returning buyers; baselines beside them; UV, CVR and AOV where visits are known.
 * Errors: `no_last_year` where the data has no sales of the year before.
 */
export const buildGoalsFromData: BuildFromData = async (context, store, { plan, growthBp }) => {
  const growing = { goals: [], year: plan.year, metrics: goalMetrics(plan) }
  const split = await splitRoot(context, store, growing, growthBp)
  const goals = await addDrivers(context, store, { ...growing, goals: split })
  return { goals: { goals, measures: [...plan.measures] } }
}
