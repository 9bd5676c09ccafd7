import { AOV_LEVERS, type AovPath, PlanAovPath, type Store } from '@zhanggui/contract'
import { type AovStepEffect, aovPath, cellKey, type Goal, goalId, goalKey } from '@zhanggui/goals'
import { addDays, type BusinessDay, parsePeriod } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { changeGoals } from '../goals/change-goals.ts'
import { fillFrom } from '../goals/fill-baselines.ts'
import { GoalsFailure } from '../goals/goals-failure.ts'
import { loadGoals } from '../goals/load-goals.ts'
import { dayAsked, judgedAsOf } from '../goals/read-attainment.ts'
import { newRoot } from '../goals/spread-root.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { salesByCategory } from './aov-change.ts'

const YEAR_DAYS = 365

type Step = AovStepEffect & { period: string }

/** AOV that a path reaches: of the shop after a period's last step, and of each category whose buyers spend more. */
const stopsOf = (steps: readonly Step[]): Map<string, { period: string; scope: Goal['scope']; target: number }> =>
  new Map(
    steps.flatMap(({ period, category, after, spendTo, spendCents }) => {
      const shop = { period, scope: {}, target: Math.round(after) }
      const inCategory = { period, scope: { category }, target: Math.round(spendTo) }
      const stops = spendCents === 0 ? [shop] : [shop, inCategory]
      return stops.map((stop) => [cellKey('aov', stop.period, stop.scope), stop] as const)
    }),
  )

/** The path's stops as goals; a goal that is there gets the new target, unless it is locked. */
function pathGoals(goals: readonly Goal[], steps: readonly Step[], year: number): Goal[] {
  const stops = stopsOf(steps)
  const kept = goals.map((goal) => {
    const stop = stops.get(goalKey(goal))
    stops.delete(goalKey(goal))
    return stop && !goal.locked ? { ...goal, target: stop.target } : goal
  })
  const taken = new Set(goals.map((g) => g.id))
  const made = [...stops.values()].map(({ period, scope, target }): Goal => {
    const id = goalId('aov', period, scope, taken)
    taken.add(id)
    return { ...newRoot({ metric: 'aov', year, scope, taken }), id, period: parsePeriod(period), target }
  })
  return [...kept, ...made]
}

/** Who bought what in the year before a day. Errors: `no_last_year` where nobody did. */
async function baseOf(context: Context, store: Store, asOf: BusinessDay) {
  const base = await salesByCategory(context, store, { from: addDays(asOf, -YEAR_DAYS), to: asOf })
  if (base.buyers > 0) return base
  throw new GoalsFailure('no_last_year', {
    zh: '过去一年没有买家，无法推算客单价路径；请先导入订单。',
    en: 'Nobody bought in the past year, so there is no AOV to step up from; import orders first.',
  })
}

/**
 * A stepped path of AOV by category: each step's effect apart, mix and price apart, what each lever adds; with `apply` the
 * periods' AOV become goals with last year's baseline (P2.20).
 */
export async function planAovPath(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  request: PlanAovPath,
): Promise<AovPath> {
  const { revision, apply, reason, asOf: asked, steps: given } = parseInput(PlanAovPath, request)
  const loaded = await loadGoals(context, store, planId)
  const { asOf } = await judgedAsOf(context, store, dayAsked(asked))
  const base = await baseOf(context, store, asOf)
  const inOrder = given.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
  const effects = aovPath(base, inOrder)
  const steps = effects.map((effect, i): Step => ({ ...effect, period: inOrder[i]?.period ?? '' }))
  const goals = pathGoals(loaded.plan.goals, steps, loaded.plan.year)
  const before = new Set(loaded.plan.goals.map((g) => g.id))
  const filled = await fillFrom(
    context,
    store,
    goals.filter((g) => !before.has(g.id)),
  )
  return {
    asOf,
    base: steps[0]?.before ?? null,
    end: steps.at(-1)?.after ?? null,
    steps: steps.map(({ period, lever, category, before: from, after, mix, price }) => ({
      period,
      lever,
      category,
      before: from,
      after,
      mix,
      price,
    })),
    levers: AOV_LEVERS.map((lever) => ({
      lever,
      effect: steps.filter((s) => s.lever === lever).reduce((sum, s) => sum + s.mix + s.price, 0),
    })),
    changed: await changeGoals(context, caller, {
      loaded,
      goals: goals.map((g) => filled.get(g.id) ?? g),
      asked: { revision, apply, reason },
    }),
  }
}
