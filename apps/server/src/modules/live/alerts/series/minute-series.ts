import type { Store } from '@zhanggui/contract'
import { campaignLookBackMinutes, lookBackMinutes, type MetricSeries, type SeriesPoint } from '@zhanggui/playbooks'
import type { Context } from '../../../../context.ts'
import { readMinutes } from '../../minutes/read-minutes.ts'
import { campaignAt } from './current-phase.ts'
import { instantOfMinute, minuteOf } from './day-minute.ts'
import type { SeriesQuestion, SlicedSeries } from './read-series.ts'

/** A shop that did not tell anything yet told no zeros either: what stands before the first event is left out. */
function sinceFirst(points: SeriesPoint[]): SeriesPoint[] {
  const first = points.findIndex(({ sample }) => sample > 0)
  return first < 0 ? [] : points.slice(first)
}

async function readPoints(
  context: Context,
  store: Store,
  { watched, condition }: SeriesQuestion,
  span: { from: number; to: number },
): Promise<SeriesPoint[]> {
  const slice = Object.fromEntries(Object.entries(condition.slice).map(([id, values]) => [id, [...values]]))
  const [from, to] = [instantOfMinute(span.from), instantOfMinute(span.to)]
  const points = await readMinutes(context, { store, metric: watched.id, from, to, slice })
  return points.map(({ minute, value, sample }) => ({ minute: minuteOf(new Date(minute)), value, sample }))
}

/** On burst days: the same campaign minutes of last time. */
async function readCampaign(
  context: Context,
  store: Store,
  question: SeriesQuestion,
  at: number,
): Promise<Pick<MetricSeries, 'phase' | 'campaign'>> {
  const running = await campaignAt(context, store, question.now)
  if (!running) return {}
  const { phase, openedAt, lastOpenedAt } = running
  const back = campaignLookBackMinutes(question.condition)
  if (phase !== 'burst' || !openedAt || !lastOpenedAt || back === 0) return { phase }
  const startsAt = minuteOf(openedAt.at)
  const last = minuteOf(lastOpenedAt.at)
  const then = at - startsAt + last
  const points = await readPoints(context, store, question, { from: then - back, to: then + 1 })
  // A last time without a single event is a last time that nobody recorded.
  const isKnown = points.some(({ sample }) => sample > 0)
  return isKnown ? { phase, campaign: { startsAt, last: { startsAt: last, points } } } : { phase }
}

/** The shop's minutes up to `now`. The minute that is not over is left out. */
export async function readMinuteSeries(
  context: Context,
  store: Store,
  question: SeriesQuestion,
): Promise<SlicedSeries[]> {
  const { watched, condition, now, beforeMinutes = 0 } = question
  const at = minuteOf(now)
  const back = Math.max(lookBackMinutes(condition), campaignLookBackMinutes(condition)) + beforeMinutes
  const points = sinceFirst(await readPoints(context, store, question, { from: at - back, to: at }))
  const campaign = await readCampaign(context, store, question, at)
  const knownTo = points.length === 0 ? null : at
  const series = { at, stepMinutes: 1, combine: watched.combine, points, knownTo, ...campaign }
  return [{ tags: tagsOf(condition.slice), series }]
}

/** A slice as what an incident is about: values of one dimension side by side. */
export const tagsOf = (slice: SeriesQuestion['condition']['slice']): Record<string, string> =>
  Object.fromEntries(Object.entries(slice).map(([dimension, values]) => [dimension, values.join(',')]))
