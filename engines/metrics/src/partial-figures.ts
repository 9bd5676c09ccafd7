import type { DayRange } from '@zhanggui/calendar'
import { addDays, type BusinessDay, daysBetween } from '@zhanggui/kernel'
import { compareId } from './compare-id.ts'
import { type Comparison, pairPeriods } from './compare-range.ts'
import type { Coverage } from './coverage.ts'
import {
  type ComparedStretch,
  DAYS_THAT_OUTWEIGH_TODAY,
  type Elapsed,
  isUnfinished,
  type RunningDay,
} from './elapsed.ts'
import type { Metric } from './metric.ts'
import { type Period, periodsBetween } from './period.ts'
import { type QueryPlan, sourcesOf } from './plan-query.ts'
import { needsInstant } from './time-grain.ts'

/**
 * A figure that stands for only some of the days that its place names.
 * `period` is the row's period, empty for the whole range; `column` a metric or its twin in the range compared with.
 * `comparable` is false where the two sides hold different stretches: a percentage of them would say nothing.
 */
export type PartialFigure = {
  period: string
  column: string
  days: number
  ofDays: number
  /** Today is one of the days, and is not over. */
  running: boolean
  comparable: boolean
}

export type PartialInput = {
  range: DayRange
  compare: { comparison: Comparison; range: DayRange; elapsed: Elapsed | null } | null
  coverage: ReadonlyMap<string, Coverage | null>
  running: RunningDay | null
}

/** Days with data, of the days that the place names. */
type Stretch = { days: number; of: number }

type Pair = { label: string; now: Period; beside: { period: Period; within: DayRange; until: string | null } | null }

const later = (a: BusinessDay, b: BusinessDay): BusinessDay => (a > b ? a : b)
const earlier = (a: BusinessDay, b: BusinessDay): BusinessDay => (a < b ? a : b)
const overlap = (a: DayRange, b: DayRange): DayRange => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) })

/** The days on which every source of a metric has data; null when one of them has none. */
function coveredDays(metric: Metric, coverage: PartialInput['coverage']): DayRange | null {
  let common: DayRange | null = null
  for (const { id } of sourcesOf(metric)) {
    const known = coverage.get(id)
    if (!known) return null
    const days: DayRange = { from: known.first, to: addDays(known.last, 1) }
    common = common ? overlap(common, days) : days
  }
  return common
}

function countDays({ days, from, to }: Period, within: DayRange): number {
  if (days) return days.filter((d) => within.from <= d && d < within.to).length
  const common = overlap({ from, to }, within)
  return Math.max(0, daysBetween(common.from, common.to))
}

/** Both whole (November beside October), or equally long; a shorter month has no more days to give. */
const areAlike = (now: Stretch, then: Stretch): boolean =>
  (now.days === now.of && then.days === then.of) || then.days === Math.min(now.days, then.of)

/** The range as one place: what is over of it, beside the same stretch of the range compared with. */
function wholePair({ range, compare }: PartialInput): Pair {
  const now = { label: '', ...range }
  if (!compare) return { label: '', now, beside: null }
  const { range: within, until }: ComparedStretch = compare.elapsed?.compared ?? { range: compare.range, until: null }
  return { label: '', now, beside: { period: { label: '', ...within }, within, until } }
}

/** Days and what is finer are covered or not; only coarser periods can be covered in part. */
function periodPairs(plan: QueryPlan, { range, compare }: PartialInput): Pair[] {
  const { grain } = plan
  if (grain === null || grain === 'day' || needsInstant(grain)) return []
  const partners = new Map<string, Period>()
  if (compare) {
    const pair = pairPeriods({ comparison: compare.comparison, grain, range, compared: compare.range })
    for (const period of periodsBetween(grain, compare.range, plan.occasions))
      partners.set(pair(period.label) ?? '', period)
  }
  return periodsBetween(grain, range, plan.occasions).map((now) => {
    const partner = partners.get(now.label)
    if (!compare || !partner) return { label: now.label, now, beside: null }
    const part = compare.elapsed && isUnfinished(now, range, compare.elapsed) ? compare.elapsed.period : null
    const { range: within, until } = part ?? { range: compare.range, until: null }
    return { label: now.label, now, beside: { period: partner, within, until } }
  })
}

/** How much of each side the whole range must hold: what is over of it, and all of what it is compared with. */
function wholeIsAlike(input: PartialInput, now: Stretch, then: Stretch): boolean {
  const over = input.compare?.elapsed?.range ?? input.range
  return now.days === daysBetween(over.from, over.to) && then.days === then.of
}

function marksOf(metric: Metric, pair: Pair, covered: DayRange, input: PartialInput): PartialFigure[] {
  const { range, running } = input
  const lengthOf = (period: Period): number => countDays(period, period.days ? range : period)
  const now = { days: countDays(pair.now, overlap(range, covered)), of: lengthOf(pair.now) }
  const then = pair.beside && {
    days: countDays(pair.beside.period, overlap(pair.beside.within, covered)),
    of: pair.beside.period.days ? countDays(pair.beside.period, pair.beside.within) : lengthOf(pair.beside.period),
  }
  const runs = running !== null && countDays(pair.now, overlap(range, dayOf(running.day))) > 0
  const alike = then !== null && (pair.label === '' ? wholeIsAlike(input, now, then) : areAlike(now, then))
  const comparable = alike && (!runs || outweighsToday(metric, now, pair.beside?.until ?? null))
  const shared = { period: pair.label, comparable }
  const marks: PartialFigure[] = []
  if (now.days > 0 && (now.days < now.of || runs))
    marks.push({ ...shared, column: metric.id, days: now.days, ofDays: now.of, running: runs })
  if (then && then.days > 0 && (then.days < then.of || (!comparable && marks.length === 0)))
    marks.push({ ...shared, column: compareId(metric.id), days: then.days, ofDays: then.of, running: false })
  return marks
}

const dayOf = (day: BusinessDay): DayRange => ({ from: day, to: addDays(day, 1) })

const knowsInstants = (metric: Metric): boolean => sourcesOf(metric).every((s) => s.at !== null)

/** Today counts up to the minute on both sides where every source has instants, and hardly at all in a long stretch. */
const outweighsToday = (metric: Metric, now: Stretch, until: string | null): boolean =>
  now.days >= DAYS_THAT_OUTWEIGH_TODAY || (until !== null && knowsInstants(metric))

/** A day by itself is marked only while it runs; the hours of it that are still to come are marked with it. */
function runningMarks(plan: QueryPlan, metric: Metric, input: PartialInput): PartialFigure[] {
  const { running, compare, range } = input
  if (!running || running.day < range.from || running.day >= range.to) return []
  const exact = compare?.elapsed?.period?.until != null && knowsInstants(metric)
  const mark = { column: metric.id, days: 1, ofDays: 1, running: true }
  if (plan.grain === 'day') return [{ ...mark, period: running.day, comparable: exact }]
  if (plan.grain !== 'hour') return []
  const now = Number(running.clock.slice(0, 2))
  return Array.from({ length: 24 - now }, (_, i) => ({
    ...mark,
    period: `${running.day}T${String(now + i).padStart(2, '0')}`,
    comparable: exact && i === 0,
  }))
}

/**
 * Every figure of an answer that stands for fewer days than its place names, or for a day that is not over.
 * Snapshots are taken at one moment and are never partial.
 */
export function partialFigures(plan: QueryPlan, input: PartialInput): PartialFigure[] {
  const pairs = [...periodPairs(plan, input), wholePair(input)]
  return plan.metrics.flatMap((metric) => {
    const covered = metric.kind === 'snapshot' ? null : coveredDays(metric, input.coverage)
    if (!covered) return []
    return [...runningMarks(plan, metric, input), ...pairs.flatMap((pair) => marksOf(metric, pair, covered, input))]
  })
}
