import { ratio } from '@zhanggui/kernel'
import { MINUTES_OF_DAY } from './day-course.ts'
import type { DayEnd } from './day-end-forecast.ts'
import { type IntradayCurve, shareAt } from './intraday-curve.ts'

export type PaceVerdict = 'reached' | 'onTrack' | 'atRisk' | 'behind'

/** How a day stands against its target. */
export type Pace = {
  /** Share of the target that is in. */
  reached: number | null
  /** Share of the target that would be in by now, had the day gone as usual; null without a curve. */
  usual: number | null
  /** Ahead of the usual course (positive) or behind, in the unit of the figure. */
  ahead: number | null
  /** What has to come in a minute from now on, on average, to reach the target; 0 when it is reached. */
  neededPerMinute: number | null
  /**
   * Catch-up rate: how many times as much as a usual day of this size would bring from now on has to come in. 1 keeps pace, 1.3
   * needs 30 % more than today has brought so far at each time of day. Null when nothing is left of the day.
   */
  catchUp: number | null
  verdict: PaceVerdict | null
}

function verdictOf(now: PaceQuestion, usual: number | null): PaceVerdict | null {
  const { soFar, target, dayEnd } = now
  if (soFar >= target) return 'reached'
  if (dayEnd)
    return dayEnd.low >= target
      ? 'onTrack'
      : dayEnd.high < target
        ? 'behind'
        : dayEnd.mid >= target
          ? 'onTrack'
          : 'atRisk'
  if (usual === null) return null
  return soFar >= usual * target ? 'onTrack' : 'atRisk'
}

export type PaceQuestion = {
  curve: IntradayCurve | null
  minute: number
  soFar: number
  target: number
  dayEnd: DayEnd | null
}

/**
 * Where the day stands in the race for its target.
 * Behind only when even the high end of the forecast misses; at risk when the middle does. Unit: that of `soFar`.
 */
export function paceOf(now: PaceQuestion): Pace {
  const { curve, minute, soFar, target } = now
  const share = curve ? shareAt(curve, minute) : null
  const left = Math.max(0, target - soFar)
  const minutesLeft = MINUTES_OF_DAY - minute
  const size = share === null || share === 0 ? null : soFar / share
  const usualLeft = size === null || share === null ? null : size * (1 - share)
  return {
    reached: ratio(soFar, target),
    usual: share,
    ahead: share === null ? null : soFar - share * target,
    neededPerMinute: left === 0 ? 0 : ratio(left, minutesLeft),
    catchUp: usualLeft === null || usualLeft <= 0 ? null : left / usualLeft,
    verdict: verdictOf(now, share),
  }
}
