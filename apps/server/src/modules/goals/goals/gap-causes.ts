import { decomposeWhole, type Factor } from '@zhanggui/analysis'
import type { GoalGap, GoalsAttainment } from '@zhanggui/contract'
import type { Goal } from '@zhanggui/goals'
import { evaluateMetric } from '@zhanggui/metrics'

type Cause = GoalGap['causes'][number]
type Row = GoalsAttainment['rows'][number]

/** Figures by metric; null where they are not known. */
export type Numbers = Record<string, number | null>

/** Sets of drivers whose product is the paid amount, the most telling first. */
const FACTORS = [['uv', 'cvr', 'aov'], ['buyers', 'aov'], ['paid']] as const

/** The first set of drivers that is known on both sides. */
function factorsOf(metric: string, then: Numbers, now: Numbers): Factor[] {
  const sets = metric === 'paid' ? FACTORS : [[metric]]
  for (const ids of sets) {
    const factors = ids.map((id) => ({ id, from: then[id] ?? null, to: now[id] ?? null }))
    const known = factors.flatMap(({ id, from, to }) => (from === null || to === null ? [] : [{ id, from, to }]))
    if (known.length === ids.length) return known
  }
  return []
}

/** The drivers of a goal on paid sales, as goals of their own: their forecasts say what makes the expected end. */
export const driverGoals = (goal: Goal): Goal[] =>
  goal.metric === 'paid' ? ['uv', 'buyers'].map((metric) => ({ ...goal, id: `${goal.id}~${metric}`, metric })) : []

/** Drivers of the whole period as it is expected to end; what has no forecast is not known. */
export function expectedDrivers(goal: Goal, expected: number, rows: readonly Row[]): Numbers {
  const endOf = (metric: string): number | null =>
    rows.find((r) => r.goal === `${goal.id}~${metric}`)?.end?.mean ?? null
  const [uv, buyers] = [endOf('uv'), endOf('buyers')]
  return {
    [goal.metric]: expected,
    uv,
    buyers,
    cvr: evaluateMetric('cvr', { buyers, uv }),
    aov: evaluateMetric('aov', { paid: expected, buyers }),
  }
}

/** Causes from last year's whole period to the expected end, driver by driver; null where a driver has no forecast. */
export function forecastCauses(input: {
  goal: Goal
  target: number
  expected: number
  before: Numbers
  ahead: Numbers
}): Cause[] | null {
  const { goal, target, expected, before, ahead } = input
  const lastYearWhole = before[goal.metric] ?? null
  const factors = factorsOf(goal.metric, before, ahead)
  if (lastYearWhole === null || factors.length < 2) return null
  const sides = new Map(factors.map((f) => [f.id, f]))
  return [
    ...decomposeWhole(factors, expected - lastYearWhole).map((d) => ({
      ...d,
      from: sides.get(d.id)?.from ?? null,
      to: sides.get(d.id)?.to ?? null,
    })),
    { id: 'plannedGrowth', effect: lastYearWhole - target, from: lastYearWhole, to: target },
  ]
}

/** Causes that add up to `difference`: drivers against last year, the rest still to come, and what was planned on top. */
export function causesOf(input: {
  goal: Goal
  target: number
  expected: number
  actual: number
  then: Numbers
  now: Numbers
  lastYearWhole: number
}): Cause[] {
  const { goal, target, expected, actual, then, now, lastYearWhole } = input
  const lastElapsed = then[goal.metric] ?? 0
  const factors = factorsOf(goal.metric, then, now)
  const drivers =
    factors.length === 0
      ? [{ id: goal.metric, effect: actual - lastElapsed }]
      : decomposeWhole(factors, actual - lastElapsed)
  const sides = new Map(factors.map((f) => [f.id, f]))
  const rest = expected - actual - (lastYearWhole - lastElapsed)
  return [
    ...drivers.map((d) => ({ ...d, from: sides.get(d.id)?.from ?? null, to: sides.get(d.id)?.to ?? null })),
    ...(expected === actual && lastYearWhole === lastElapsed
      ? []
      : [{ id: 'rest', effect: rest, from: lastYearWhole - lastElapsed, to: expected - actual }]),
    { id: 'plannedGrowth', effect: lastYearWhole - target, from: lastYearWhole, to: target },
  ]
}
