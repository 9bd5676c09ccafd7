import type { Store } from '@zhanggui/contract'
import { cellKey, cellScope, type Goal, type GoalScope, scopeKey } from '@zhanggui/goals'
import { addDays, type BusinessDay, daysBetween, type Period, periodDays, ratio } from '@zhanggui/kernel'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import { earlierDay } from './known-days.ts'
import { lastYear } from './last-year.ts'

/** By cell: people who come in the rest of a period and were not there before, for each of the days' own counts. */
export type Overlaps = ReadonlyMap<string, number | null>

type Shape = { metric: string; period: Period; dimensions: readonly string[] }
type Stretch = { from: BusinessDay; to: BusinessDay }
type Counts = ReadonlyMap<string, number>

const numberOf = (cell: unknown): number => (typeof cell === 'number' ? cell : 0)

/** Distinct people of a stretch by scope, or the sum of each day's own. */
async function count(
  context: Context,
  store: Store,
  { metric, dimensions }: Shape,
  { stretch, daily, asker }: { stretch: Stretch; daily: boolean; asker?: Asker | undefined },
): Promise<Counts> {
  const counts = new Map<string, number>()
  if (stretch.from >= stretch.to) return counts
  const by = daily ? ['day', ...dimensions] : [...dimensions]
  const { rows, totals } = await runQuery(context, store, { metrics: [metric], by, ...stretch, limit: 100_000 }, asker)
  for (const row of by.length === 0 ? [totals] : rows) {
    const scope: GoalScope = Object.fromEntries(dimensions.map((d) => [d, String(row[d] ?? '')]))
    const key = scopeKey(scope)
    counts.set(key, (counts.get(key) ?? 0) + numberOf(row[metric]))
  }
  return counts
}

/** The same days of last year: those over by `asOf`, and those still to come. */
function stretches(period: Period, asOf: BusinessDay): { whole: Stretch; gone: Stretch; rest: Stretch } {
  const [days, before] = [periodDays(period), periodDays(lastYear(period))]
  const gone = Math.max(0, daysBetween(days.from, earlierDay(asOf, days.to)))
  const cut = earlierDay(addDays(before.from, gone), before.to)
  return { whole: before, gone: { from: before.from, to: cut }, rest: { from: cut, to: before.to } }
}

async function overlapsOf(
  context: Context,
  store: Store,
  shape: Shape,
  { asOf, asker }: { asOf: BusinessDay; asker?: Asker | undefined },
): Promise<[string, number | null][]> {
  const { whole, gone, rest } = stretches(shape.period, asOf)
  const [all, before, days] = await Promise.all([
    count(context, store, shape, { stretch: whole, daily: false, asker }),
    count(context, store, shape, { stretch: gone, daily: false, asker }),
    count(context, store, shape, { stretch: rest, daily: true, asker }),
  ])
  return [...days].map(([scope, sum]) => {
    const fresh = (all.get(scope) ?? 0) - (before.get(scope) ?? 0)
    const share = ratio(Math.max(0, fresh), sum > 0 ? sum : null)
    return [`${shape.metric}|${shape.period}|${scope}`, share === null ? null : Math.min(1, share)]
  })
}

/**
 * How many of a day's visitors or buyers are people whom the period has not seen yet, learnt from the same days of last year. The
 * daily counts that are forecast, times this, are the people still to come; adding the days up would count the same people again.
 * Shape: by `cellKey` of the goal; a cell that last year does not know is not there.
 */
export async function peopleOverlaps(
  context: Context,
  store: Store,
  goals: readonly Goal[],
  given: { asOf: BusinessDay; asker?: Asker | undefined },
): Promise<Overlaps> {
  const shapes = new Map<string, Shape>()
  for (const goal of goals) {
    const dimensions = Object.keys(cellScope(goal)).sort()
    shapes.set([goal.metric, goal.period, ...dimensions].join('|'), {
      metric: goal.metric,
      period: goal.period,
      dimensions,
    })
  }
  const found = [...shapes.values()].map(async (shape) => {
    try {
      return await overlapsOf(context, store, shape, given)
    } catch (error) {
      // A cut that the catalogue does not make, or that the asker may not see: the goal stands at what is known.
      if (error instanceof InsightFailure) return []
      throw error
    }
  })
  return new Map((await Promise.all(found)).flat())
}

export const overlapKey = (goal: Goal): string => cellKey(goal.metric, goal.period, cellScope(goal))
