import type { QueryResult, Store } from '@zhanggui/contract'
import { addDays, type BusinessDay, daysBetween, parseDay } from '@zhanggui/kernel'
import { findMetric, METRICS } from '@zhanggui/metrics'
import { campaignLookBackMinutes, lookBackMinutes, type MetricSeries, type SeriesPoint } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { runQuery } from '../../../insight/run-query.ts'
import { campaignOn, type RunningCampaign } from './current-phase.ts'
import { DAY_MINUTES, daysBefore, minuteOfDay, todayOf } from './day-minute.ts'
import { tagsOf } from './minute-series.ts'
import type { SeriesQuestion, SlicedSeries } from './read-series.ts'

/** Files that come once a week are in time; data that is older says nothing of today. */
const LATE_DAYS_MAX = 7

const LIMIT = 100_000

/** The metric that counts what a ratio is divided by, where the catalogue has it as a metric of its own. */
export function denominatorOf(id: string): string | null {
  const expression = findMetric(id)?.expression
  if (expression?.kind !== 'ratio' || expression.under.kind !== 'measure') return null
  const under = expression.under.id
  const counted = METRICS.find((metric) => metric.expression.kind === 'measure' && metric.expression.id === under)
  // Reviews that were judged are the reviews but for the few without a score.
  return counted?.id ?? (under === 'judgedReviews' ? 'reviews' : null)
}

type Row = QueryResult['rows'][number]
const numberOf = (row: Row, id: string): number | null => {
  const cell = row[id]
  return typeof cell === 'number' ? cell : null
}

function pointOf(row: Row, metric: string, under: string | null): SeriesPoint {
  const value = numberOf(row, metric)
  const sample = under === null ? (value === null ? 0 : 1) : (numberOf(row, under) ?? 0)
  return {
    minute: minuteOfDay(parseDay(String(row.day))),
    value,
    sample: under === null || value !== null ? sample : 0,
  }
}

type Asked = { question: SeriesQuestion; from: BusinessDay; to?: BusinessDay }

async function readRows(context: Context, store: Store, { question, from, to }: Asked): Promise<QueryResult> {
  const { watched, condition, per } = question
  const under = denominatorOf(watched.id)
  return runQuery(context, store, {
    metrics: [watched.id, ...(under === null ? [] : [under])],
    by: ['day', ...(per === undefined ? [] : [per])],
    from,
    ...(to === undefined ? {} : { to }),
    filters: Object.entries(condition.slice).map(([dimension, values]) => ({ dimension, values: [...values] })),
    fillGaps: true,
    limit: LIMIT,
  })
}

/** Rows by the value of `per`; the empty value is what nobody knows and nobody can act on. */
function bySlice({ rows }: QueryResult, { watched, per }: SeriesQuestion): Map<string, SeriesPoint[]> {
  const under = denominatorOf(watched.id)
  const groups = new Map<string, SeriesPoint[]>()
  for (const row of rows) {
    const value = per === undefined ? '' : String(row[per] ?? '')
    if (per !== undefined && value === '') continue
    const points = groups.get(value) ?? []
    if (points.length === 0) groups.set(value, points)
    points.push(pointOf(row, watched.id, under))
  }
  for (const points of groups.values()) points.sort((a, b) => a.minute - b.minute)
  return groups
}

async function readLastTime(
  context: Context,
  store: Store,
  question: SeriesQuestion,
  running: RunningCampaign | null,
  day: BusinessDay,
): Promise<{ startsAt: number; byValue: Map<string, SeriesPoint[]> } | null> {
  const back = campaignLookBackMinutes(question.condition)
  const { openedAt, lastOpenedAt } = running ?? {}
  if (running?.phase !== 'burst' || !openedAt || !lastOpenedAt || back === 0) return null
  const then = addDays(lastOpenedAt.day, daysBetween(openedAt.day, day))
  const rows = await readRows(context, store, { question, from: daysBefore(then, back), to: addDays(then, 1) })
  return { startsAt: minuteOfDay(lastOpenedAt.day), byValue: bySlice(rows, question) }
}

/** The day that is judged: the first after the last whole day with data, or today where the data is too old to speak of. */
function judgedDay({ range }: QueryResult, today: BusinessDay): BusinessDay {
  if (!range) return today
  const end = parseDay(range.to) < today ? parseDay(range.to) : today
  return end < addDays(today, -LATE_DAYS_MAX) ? today : end
}

/**
 * Whole days up to the last one with data (today is never among them). Where data comes late, the day that is judged is late
 * as well, by at most a week. The shop's phase is that of the day before, the last that the figures speak of.
 */
export async function readDailySeries(
  context: Context,
  store: Store,
  question: SeriesQuestion,
): Promise<SlicedSeries[]> {
  const { watched, condition, now, per, beforeMinutes = 0 } = question
  const today = todayOf(now, store)
  const back = Math.max(lookBackMinutes(condition), campaignLookBackMinutes(condition)) + beforeMinutes
  const rows = await readRows(context, store, { question, from: daysBefore(addDays(today, -LATE_DAYS_MAX), back) })
  const day = judgedDay(rows, today)
  const running = await campaignOn(context, store, addDays(day, -1))
  const last = await readLastTime(context, store, question, running, addDays(day, -1))
  const groups = bySlice(rows, question)
  if (per === undefined && groups.size === 0) groups.set('', [])
  return [...groups].map(([value, points]) => {
    const lastPoints = last?.byValue.get(value)
    const campaign =
      last && lastPoints && running?.openedAt
        ? { startsAt: minuteOfDay(running.openedAt.day), last: { startsAt: last.startsAt, points: lastPoints } }
        : null
    const series: MetricSeries = {
      at: minuteOfDay(day),
      stepMinutes: DAY_MINUTES,
      combine: watched.combine,
      points: points.filter(({ minute }) => minute < minuteOfDay(day)),
      knownTo: rows.range ? minuteOfDay(day) : null,
      ...(running ? { phase: running.phase } : {}),
      ...(campaign ? { campaign } : {}),
    }
    return { tags: { ...tagsOf(condition.slice), ...(per === undefined ? {} : { [per]: value }) }, series }
  })
}
