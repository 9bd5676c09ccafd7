import type { Store } from '@zhanggui/contract'
import { cellKey, type Goal, type GoalScope, scopeKey } from '@zhanggui/goals'
import {
  type BusinessDay,
  isPeriod,
  type Period,
  parsePeriod,
  periodDays,
  periodGrain,
  periodsWithin,
} from '@zhanggui/kernel'
import type { ObservedRange, Plan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import { type Cell, type Figures, readFigures } from '../goals/read-figures.ts'

/** Grains on which a target is held against last year; a single day swings too far to say anything. */
const GRAINS = ['year', 'quarter', 'month'] as const
type Grain = (typeof GRAINS)[number]

const isWatched = (grain: string): grain is Grain => (GRAINS as readonly string[]).includes(grain)

type Series = { metric: string; grain: Grain; scope: GoalScope }

/** What the plan sets targets on, each metric, grain and scope once. */
function seriesOf(goals: readonly Goal[]): Series[] {
  const series = new Map<string, Series>()
  for (const { metric, period, scope, target } of goals) {
    const grain = isPeriod(period) ? periodGrain(period) : 'day'
    if (target === null || metric.startsWith('own:') || !isWatched(grain)) continue
    series.set(`${metric}|${grain}|${scopeKey(scope)}`, { metric, grain, scope })
  }
  return [...series.values()]
}

const cellsOf = ({ metric, grain, scope }: Series, year: Period): Cell[] =>
  periodsWithin(year, grain).map((period) => ({ metric, period, scope }))

/** A year of which only some months are known says nothing of a whole year; nor does a quarter of one. */
function rangeOf(series: Series, year: Period, months: ReadonlySet<Period>, figures: Figures): ObservedRange[] {
  const whole = periodsWithin(year, series.grain).filter((p) => periodsWithin(p, 'month').every((m) => months.has(m)))
  const values = whole.flatMap((period) => figures.get(cellKey(series.metric, period, series.scope)) ?? [])
  if (values.length === 0) return []
  const { from: fromDay, to: toDay } = periodDays(year)
  return [{ ...series, low: Math.min(...values), high: Math.max(...values), fromDay, toDay }]
}

/** Sales tell in which months the shop has data at all. */
const PRESENCE = 'paid'

/**
 * Lowest and highest value of each metric that the plan sets a target on, over the year before it.
 * Shape: one range a metric, grain and scope; none where the shop has no whole period of data.
 */
export async function readObservedRanges(
  context: Context,
  store: Store,
  plan: Plan,
  today: BusinessDay,
): Promise<ObservedRange[]> {
  const series = seriesOf(plan.goals)
  if (series.length === 0) return []
  const year = parsePeriod(String(plan.year - 1).padStart(4, '0'))
  const presence = cellsOf({ metric: PRESENCE, grain: 'month', scope: {} }, year)
  const cells = [...presence, ...series.flatMap((one) => cellsOf(one, year))]
  const figures = await readFigures(context, store, cells, { until: today })
  const isKnown = ({ period }: Cell): boolean =>
    periodDays(period).to <= today && (figures.get(cellKey(PRESENCE, period, {})) ?? null) !== null
  const months = new Set(presence.filter(isKnown).map(({ period }) => period))
  return series.flatMap((one) => rangeOf(one, year, months, figures))
}
