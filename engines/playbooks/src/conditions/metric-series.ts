import type { CampaignPhase } from './campaign-phase.ts'

/** One step of a series. `minute`: minutes since 1970 at its start; a day of the shop starts at its midnight read as UTC. */
export type SeriesPoint = {
  minute: number
  /** Sum over the step, or the ratio of the step; null when it has none. */
  value: number | null
  /** Observations behind it: events of a count, the denominator of a ratio. */
  sample: number
}

/** How steps become a window: counts add up; ratios weigh by their denominators; a state is its latest. */
export type Combine = 'sum' | 'ratio' | 'last'

export type MetricSeries = {
  /** The instant of the question, in minutes since 1970, as the points count them. Windows end here. */
  at: number
  stepMinutes: number
  combine: Combine
  /** Ascending, without duplicates. Steps of a count that are missing before `knownTo` brought nothing. */
  points: readonly SeriesPoint[]
  /** The source has told everything before this minute; null when it never told anything. */
  knownTo: number | null
  /** The phase of the campaign that runs at `at`. */
  phase?: CampaignPhase
  /** Last time's series of the same campaign, each counted from its own first minute. */
  campaign?: { startsAt: number; last: { startsAt: number; points: readonly SeriesPoint[] } }
}

export type WindowFigure = { value: number | null; sample: number }

/** Index of the first point that is not before `minute`. */
export function firstFrom(points: readonly SeriesPoint[], minute: number): number {
  let [low, high] = [0, points.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle]?.minute ?? 0) < minute) low = middle + 1
    else high = middle
  }
  return low
}

type WindowAsked = { from: number; to: number; combine: Combine; knownTo: number | null }

/**
 * The figure of `[from, to)`. Shape: value null when nothing is known of it; a count without an event is 0 only where the
 * source is known to have told everything.
 */
export function windowFigure(points: readonly SeriesPoint[], asked: WindowAsked): WindowFigure {
  const { from, to, combine, knownTo } = asked
  let [sum, sample, seen] = [0, 0, 0]
  let last: number | null = null
  for (let i = firstFrom(points, from); i < points.length; i++) {
    const point = points[i]
    if (!point || point.minute >= to) break
    if (point.value === null) continue
    seen++
    sample += point.sample
    sum += combine === 'ratio' ? point.value * point.sample : point.value
    last = point.value
  }
  if (combine === 'sum') return { value: seen > 0 || (knownTo !== null && knownTo >= to) ? sum : null, sample }
  if (combine === 'last') return { value: last, sample }
  return { value: sample === 0 ? null : sum / sample, sample }
}

/** The window of the question, moved back by `back` minutes. */
export function windowBack(series: MetricSeries, windowMinutes: number, back = 0): WindowFigure {
  const to = series.at - back
  const { combine, knownTo, points } = series
  const first = points[0]?.minute
  // Before its first point the source was not there: nothing came, but nothing was asked either.
  if (back > 0 && (first === undefined || to - windowMinutes < first)) return { value: null, sample: 0 }
  return windowFigure(points, { from: to - windowMinutes, to, combine, knownTo })
}

/** The same window of last time's campaign, moved back by `back` minutes; null without a last time. */
export function campaignWindow(series: MetricSeries, windowMinutes: number, back = 0): WindowFigure | null {
  const { campaign, combine } = series
  if (!campaign) return null
  const to = series.at - back - campaign.startsAt + campaign.last.startsAt
  const { points } = campaign.last
  const end = points.at(-1)
  const first = points[0]
  if (!first || !end || to - windowMinutes < first.minute || to > end.minute + series.stepMinutes) return null
  return windowFigure(points, { from: to - windowMinutes, to, combine, knownTo: to })
}
