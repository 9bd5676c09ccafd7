import type { DayRange } from '@zhanggui/calendar'
import type { Store } from '@zhanggui/contract'
import { cellKey, cellScope, type Goal, scopeKey } from '@zhanggui/goals'
import { addDays, type BusinessDay, daysBetween, type Period, periodDays, ratio } from '@zhanggui/kernel'
import { type AnswerRow, hullOf } from '@zhanggui/metrics'
import type { Context } from '../../../context.ts'
import { InsightFailure } from '../../insight/insight-failure.ts'
import type { Asker } from '../../insight/run-query.ts'
import { runRows } from '../../insight/run-rows.ts'
import { runStretches } from '../../insight/run-stretches.ts'
import { earlierDay } from './known-days.ts'
import { lastYear } from './last-year.ts'

/** By cell: people who come in the rest of a period and were not there before, for each of the days' own counts. */
export type Overlaps = ReadonlyMap<string, number | null>

type Shape = { metric: string; dimensions: readonly string[]; periods: readonly Period[] }
type Reading = { context: Context; store: Store; asOf: BusinessDay; asker?: Asker | undefined }

const numberOf = (cell: unknown): number => (typeof cell === 'number' ? cell : 0)

/** The same days of last year: those over by `asOf`, and those still to come. */
function stretches(period: Period, asOf: BusinessDay): { whole: DayRange; gone: DayRange; rest: DayRange } {
  const [days, before] = [periodDays(period), periodDays(lastYear(period))]
  const gone = Math.max(0, daysBetween(days.from, earlierDay(asOf, days.to)))
  const cut = earlierDay(addDays(before.from, gone), before.to)
  return { whole: before, gone: { from: before.from, to: cut }, rest: { from: cut, to: before.to } }
}

const isEmpty = ({ from, to }: DayRange): boolean => from >= to

const scopeOf = (dimensions: readonly string[], row: AnswerRow): string =>
  scopeKey(Object.fromEntries(dimensions.map((d) => [d, String(row[d] ?? '')])))

/** Distinct people of each stretch, by scope. */
async function peopleOf(
  { context, store, asker }: Reading,
  { metric, dimensions }: Shape,
  asked: readonly DayRange[],
): Promise<(stretch: DayRange) => ReadonlyMap<string, number>> {
  const own = asked.filter((s) => !isEmpty(s))
  const answers = await runStretches(context, store, { metrics: [metric], by: dimensions, stretches: own }, asker)
  const counts = new Map(
    own.map((s, i) => [s, new Map((answers[i] ?? []).map((r) => [scopeOf(dimensions, r), numberOf(r[metric])]))]),
  )
  return (stretch) => counts.get(stretch) ?? new Map()
}

/** Each day's own people, added up over a stretch, by scope. */
async function dailySums(
  { context, store, asker }: Reading,
  { metric, dimensions }: Shape,
  asked: readonly DayRange[],
): Promise<(stretch: DayRange) => ReadonlyMap<string, number>> {
  const own = asked.filter((s) => !isEmpty(s))
  if (own.length === 0) return () => new Map()
  const question = { metrics: [metric], by: ['day', ...dimensions], ...hullOf(own) }
  const { rows } = await runRows(context, store, question, asker)
  return ({ from, to }) => {
    const sums = new Map<string, number>()
    for (const row of rows) {
      const day = String(row.day)
      if (day < from || day >= to) continue
      const scope = scopeOf(dimensions, row)
      sums.set(scope, (sums.get(scope) ?? 0) + numberOf(row[metric]))
    }
    return sums
  }
}

async function overlapsOf(reading: Reading, shape: Shape): Promise<[string, number | null][]> {
  const parts = shape.periods.map((period) => ({ period, ...stretches(period, reading.asOf) }))
  const [people, days] = await Promise.all([
    peopleOf(
      reading,
      shape,
      parts.flatMap(({ whole, gone }) => [whole, gone]),
    ),
    dailySums(
      reading,
      shape,
      parts.map(({ rest }) => rest),
    ),
  ])
  return parts.flatMap(({ period, whole, gone, rest }) => {
    const [all, before] = [people(whole), people(gone)]
    return [...days(rest)].map(([scope, sum]): [string, number | null] => {
      const fresh = (all.get(scope) ?? 0) - (before.get(scope) ?? 0)
      const share = ratio(Math.max(0, fresh), sum > 0 ? sum : null)
      return [`${shape.metric}|${period}|${scope}`, share === null ? null : Math.min(1, share)]
    })
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
  const shapes = Map.groupBy(goals, (goal) => JSON.stringify([goal.metric, ...Object.keys(cellScope(goal)).sort()]))
  const found = [...shapes].map(async ([key, of]) => {
    const [metric = '', ...dimensions] = JSON.parse(key) as string[]
    const periods = [...new Set(of.map((g) => g.period))].sort()
    try {
      return await overlapsOf({ context, store, ...given }, { metric, dimensions, periods })
    } catch (error) {
      // A cut that the catalogue does not make, or that the asker may not see: the goal stands at what is known.
      if (error instanceof InsightFailure) return []
      throw error
    }
  })
  return new Map((await Promise.all(found)).flat())
}

export const overlapKey = (goal: Goal): string => cellKey(goal.metric, goal.period, cellScope(goal))
