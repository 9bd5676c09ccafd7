import { ratio } from '@zhanggui/kernel'
import type { Threshold } from './enrolment.ts'

/** A day of a figure as rows carry it: numerator and denominator, so that days add up. */
export type ThresholdDay = { day: string; numerator: number; denominator: number }

/** Where a figure stands today and where it will stand at the deadline; null where nothing is known. */
export type Projection = {
  metric: string
  limit: number
  op: Threshold['op']
  now: number | null
  atDeadline: number | null
  passesNow: boolean
  passesThen: boolean
  /** What each day from now on must bring for the limit to hold at the deadline; null where no day could, or none is needed. */
  neededDaily: number | null
}

const passes = ({ op, limit }: Threshold, value: number | null): boolean =>
  value !== null && (op === 'atLeast' ? value >= limit : value <= limit)

const sumOf = (days: readonly ThresholdDay[], key: 'numerator' | 'denominator'): number =>
  days.reduce((sum, day) => sum + day[key], 0)

const figureOf = (days: readonly ThresholdDay[]): number | null =>
  ratio(sumOf(days, 'numerator'), sumOf(days, 'denominator'))

/** How many of the last days say how it goes on. A default of this project. */
export const RECENT_DAYS = 7

/**
 * A threshold at its deadline: days roll out of its window, days like the last week roll in (P3.24).
 * Shape: `series` one entry a day in order, up to and with today, at least as long as the window where the shop has that much;
 * `daysLeft` whole days to the deadline. A figure entered by hand stays as it is.
 */
export function projectThreshold(
  threshold: Threshold,
  { series, daysLeft }: { series: readonly ThresholdDay[]; daysLeft: number },
): Projection {
  const { metric, limit, op, entered, windowDays } = threshold
  if (entered !== null) {
    const ok = passes(threshold, entered)
    return { metric, limit, op, now: entered, atDeadline: entered, passesNow: ok, passesThen: ok, neededDaily: null }
  }
  const now = figureOf(series.slice(-windowDays))
  const ahead = Math.min(Math.max(daysLeft, 0), windowDays)
  const kept = ahead >= windowDays ? [] : series.slice(-(windowDays - ahead))
  const recent = series.slice(-RECENT_DAYS)
  const rate = recent.length === 0 ? 0 : ahead / recent.length
  const atDeadline = ratio(
    sumOf(kept, 'numerator') + sumOf(recent, 'numerator') * rate,
    sumOf(kept, 'denominator') + sumOf(recent, 'denominator') * rate,
  )
  const passesThen = passes(threshold, atDeadline)
  return {
    metric,
    limit,
    op,
    now,
    atDeadline,
    passesNow: passes(threshold, now),
    passesThen,
    neededDaily: passesThen || ahead === 0 ? null : neededRate(limit, { kept, recent, rate }),
  }
}

/** The value that the coming days must have; null when even the best (0 or everything) would not do. */
function neededRate(
  limit: number,
  { kept, recent, rate }: { kept: readonly ThresholdDay[]; recent: readonly ThresholdDay[]; rate: number },
): number | null {
  const coming = sumOf(recent, 'denominator') * rate
  const whole = sumOf(kept, 'denominator') + coming
  const needed = ratio(limit * whole - sumOf(kept, 'numerator'), coming)
  return needed !== null && needed >= 0 ? needed : null
}
