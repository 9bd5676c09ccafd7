import type { GoalsAttainment, Store } from '@zhanggui/contract'
import {
  type Attainment,
  attainment,
  cellScope,
  DRIVER_AXIS,
  type Goal,
  isWhole,
  type Metrics,
  type PeriodEnd,
} from '@zhanggui/goals'
import { type BusinessDay, businessDayOf, isBusinessDay, parseDay, periodDays, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { asOneReading } from '../../insight/answer-cache.ts'
import type { Asker } from '../../insight/run-query.ts'
import { actualOf, addsUp, countEnd, countsPeople } from './count-end.ts'
import { enteredFigure } from './entered-figures.ts'
import { expectedRatio, ratioParts } from './expected-ratio.ts'
import { forecastLines, LEVEL } from './forecast-lines.ts'
import { maySeeMetric } from './goal-metrics.ts'
import type { Judging } from './judging.ts'
import { earlierDay, knownDays } from './known-days.ts'
import { type LoadedGoals, loadGoals } from './load-goals.ts'
import { peopleOverlaps } from './people-overlap.ts'
import { readFigures } from './read-figures.ts'
import { recentShares } from './recent-shares.ts'

type Row = GoalsAttainment['rows'][number]
type Method = Row['method']

const flat = (value: number): PeriodEnd => ({ mean: value, lower: value, upper: value })
const roundEnd = (end: PeriodEnd, whole: boolean): PeriodEnd =>
  whole ? { mean: Math.round(end.mean), lower: Math.floor(end.lower), upper: Math.ceil(end.upper) } : end

/** The figure that a period is heading for; see `AttainmentRow.method`. */
function endOf(
  goal: Goal,
  actual: number | null,
  judging: Judging,
  metrics: Metrics,
): { end: PeriodEnd | null; method: Method } {
  if (periodDays(goal.period).to <= judging.asOf) return { end: actual === null ? null : flat(actual), method: 'over' }
  const counted = countEnd(goal, judging, metrics)
  if (counted) return { end: counted.end, method: counted.method }
  if (addsUp(goal, metrics)) return { end: null, method: 'none' }
  const expected = expectedRatio(goal, actual, judging, metrics)
  if (expected !== null) return { end: flat(expected), method: 'forecast' }
  // A rate so far is the best guess of the rate at the end; a count of people so far is not.
  const isRate = metrics.get(goal.metric)?.kind !== 'distinct'
  const met = actual !== null && goal.target !== null && goal.direction === 'atLeast' && actual >= goal.target
  return { end: actual !== null && (isRate || met) ? flat(actual) : null, method: 'none' }
}

function rowOf(goal: Goal, loaded: LoadedGoals, judging: Judging): Row {
  const { plan, metrics } = loaded
  const metric = metrics.get(goal.metric)
  const entered = goal.metric.startsWith('own:')
  const actual = entered ? enteredFigure(goal, plan.measures) : actualOf(judging.figures, goal)
  const found = entered
    ? { end: actual === null ? null : flat(actual), method: 'entered' as const }
    : endOf(goal, actual, judging, metrics)
  const end = found.end && roundEnd(found.end, metric !== undefined && isWhole(metric))
  const additive = addsUp(goal, metrics) && !entered
  const judged: Attainment = attainment({ goal, additive, actual, end, asOf: judging.asOf })
  return { ...judged, method: found.method, share: null }
}

/** Errors: throws `invalid_request` for a day that does not exist. */
function dayAsked(asOf: string | undefined): BusinessDay | undefined {
  if (asOf === undefined) return undefined
  if (!isBusinessDay(asOf)) throw new ApiFailure('invalid_request', { where: `asOf: "${asOf}" (YYYY-MM-DD)` })
  return parseDay(asOf)
}

/** The first day that is not over and not in the data: as asked, but not beyond what is known. */
async function judgedAsOf(context: Context, store: Store, asked: BusinessDay | undefined) {
  const known = await knownDays(context, store)
  const today = businessDayOf(context.clock.now(), store.timezone)
  const until = known?.until ?? today
  const asOf = asked === undefined ? until : earlierDay(asked, until)
  const beyond = asked !== undefined && asked > until
  const warnings = beyond
    ? [
        {
          code: 'data_ends',
          messageZh: `数据只到 ${until}（不含当天），按那一天判断；请先导入更新的数据。`,
          messageEn: `Data ends before ${until}; goals are judged as of that day. Import newer data first.`,
        },
      ]
    : []
  return { asOf, warnings }
}

/** Goals that need figures or forecasts of the parts of their ratios as well. */
const withParts = (goals: readonly Goal[], metrics: Metrics): Goal[] => [
  ...goals,
  ...goals.flatMap((g) => ratioParts(g, metrics)),
]

/** Figures, forecasts and shares for a plan's goals as of a day. */
export async function readJudging(
  context: Context,
  store: Store,
  loaded: LoadedGoals,
  { asOf, asker, goals = loaded.plan.goals }: { asOf: BusinessDay; asker?: Asker | undefined; goals?: readonly Goal[] },
): Promise<Judging> {
  const ofData = withParts(
    goals.filter((g) => !g.metric.startsWith('own:') && (!asker || maySeeMetric(g.metric, (p) => asker.may(p)))),
    loaded.metrics,
  )
  const cells = ofData.map((g) => ({ metric: g.metric, period: g.period, scope: cellScope(g) }))
  const open = ofData.filter((g) => periodDays(g.period).to > asOf)
  const sums = open.filter((g) => addsUp(g, loaded.metrics))
  const people = open.filter((g) => countsPeople(g, loaded.metrics))
  const [figures, lines, shares, overlaps] = await Promise.all([
    readFigures(context, store, cells, { until: asOf, asker }),
    forecastLines(context, store, [...sums, ...people], asOf),
    recentShares(context, store, sums, asOf),
    peopleOverlaps(context, store, people, { asOf, asker }),
  ])
  return { asOf, figures, lines, shares, overlaps }
}

/** Rows of some goals against what they are judged by. */
export function judge(goals: readonly Goal[], loaded: LoadedGoals, judging: Judging): Row[] {
  const rows = new Map(goals.map((goal) => [goal.id, rowOf(goal, loaded, judging)]))
  return goals.flatMap((goal) => {
    const row = rows.get(goal.id)
    return row
      ? [{ ...row, share: shareOf(goal, row, goal.parentId === null ? undefined : rows.get(goal.parentId), loaded) }]
      : []
  })
}

/** What a part by a dimension is of its whole, as it should be and as it is. */
function shareOf(goal: Goal, own: Row, whole: Row | undefined, { plan }: LoadedGoals): Row['share'] {
  if (!whole || goal.axis === null || goal.axis === 'period' || goal.axis === DRIVER_AXIS) return null
  const parent = plan.goals.find((g) => g.id === goal.parentId)
  if (parent?.metric !== goal.metric) return null
  return { of: whole.goal, target: ratio(own.target, whole.target), actual: ratio(own.actual, whole.actual) }
}

/**
 * How far each goal of a plan is as of a day, where it is heading and what it would take (P2.22).
 * Shape: contract `GoalsAttainment`, one row a goal in the plan's order. Goals on profit metrics are `unknown` to those who
 * may not see profit. Errors: throws `not_found`, `invalid_request`.
 */
export async function readAttainment(
  installation: Context,
  store: Store,
  planId: string,
  { asOf: asked, asker }: { asOf?: string | undefined; asker?: Asker | undefined },
): Promise<GoalsAttainment> {
  const context = asOneReading(installation)
  const loaded = await loadGoals(context, store, planId)
  const { asOf, warnings } = await judgedAsOf(context, store, dayAsked(asked))
  const judging = await readJudging(context, store, loaded, { asOf, asker })
  const rows = judge(loaded.plan.goals, loaded, judging)
  return { asOf, level: LEVEL, currency: store.currency, rows, warnings }
}

export { dayAsked, judgedAsOf }
