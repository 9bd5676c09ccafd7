import { assert, studentQuantile } from '@zhanggui/kernel'
import { type IntradayCurve, shareAt, stagesAt } from './intraday-curve.ts'
import { fitLine, type Line } from './line-fit.ts'

/** What the day is likely to bring: the middle and an interval that holds the outcome with probability `level`. */
export type DayEnd = { low: number; mid: number; high: number; level: number; learnedDays: number }

/** Days from which a line is fitted; with fewer the day is carried forward by the curve alone. */
const LINE_DAYS = 15
/** Beyond so many standard deviations of what past days had by now, the line would be drawn out of its data. */
const OUTSIDE_SD = 2.5

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Between the order statistics around `position`, counted from 1. */
function between(sorted: readonly number[], position: number): number | null {
  const below = Math.floor(position)
  const [low, high] = [sorted[below - 1], sorted[below]]
  if (low === undefined) return null
  return high === undefined ? (position === below ? low : null) : low + (position - below) * (high - low)
}

/** Quantiles at (n + 1)·p, the finite-sample rule of conformal prediction; null where the sample is too small for it. */
function conformalBounds(residuals: readonly number[], level: number): [number, number] | null {
  const sorted = [...residuals].sort((a, b) => a - b)
  const tail = ((sorted.length + 1) * (1 - level)) / 2
  const low = between(sorted, tail)
  const high = between(sorted, sorted.length + 1 - tail)
  return low === null || high === null ? null : [low, high]
}

function studentBounds(residuals: readonly number[], level: number): [number, number] | null {
  const n = residuals.length
  if (n < 2) return null
  const centre = mean(residuals)
  const sd = Math.sqrt(residuals.reduce((sum, r) => sum + (r - centre) ** 2, 0) / (n - 1))
  const reach = studentQuantile(1 - (1 - level) / 2, n - 1) * sd * Math.sqrt(1 + 1 / n)
  return [centre - reach, centre + reach]
}

type Stage = { x: number; y: number }

/** Carried forward by the curve: today's total is to its part as past days' totals were to theirs. */
function byRatio(stages: readonly Stage[], x: number, level: number) {
  const rises = stages.map((s) => s.y - s.x)
  const centre = mean(rises)
  // What each day would have shown had it not been among the days it is judged by.
  const residuals = rises.map((r) => (rises.length > 1 ? ((r - centre) * rises.length) / (rises.length - 1) : 0))
  return {
    centre: x + centre,
    bounds:
      conformalBounds(residuals, level) ??
      studentBounds(
        rises.map((r) => r - centre),
        level,
      ),
  }
}

function byLine(line: Line, x: number, level: number) {
  return { centre: line.at(x), bounds: conformalBounds(line.leftOut, level) ?? studentBounds(line.leftOut, level) }
}

function isInside(stages: readonly Stage[], x: number): boolean {
  const xs = stages.map((s) => s.x)
  const centre = mean(xs)
  const sd = Math.sqrt(mean(xs.map((v) => (v - centre) ** 2)))
  return Math.abs(x - centre) <= OUTSIDE_SD * sd
}

/**
 * The day's total as it looks after `minute` minutes, from how past days went on from there. In logarithms the total is a
 * line over what there was by now: early in the day its slope is small (the morning says little and the usual day counts),
 * late it nears one. Its interval comes from the days left out of their own fit, so it holds the outcome as often as it says
 * wherever today is a day like those (conformal prediction). A day unlike them, or few days, is carried forward by the
 * curve alone.
 * Shape: null until something came in, without past days, or with one past day only (no interval can be had from one).
 * Unit: that of `soFar`. Never below `soFar`. Errors: throws unless 0 < level < 1.
 * Source: Vovk, Gammerman & Shafer 2005, Algorithmic Learning in a Random World (split and jackknife intervals).
 */
export function forecastDayEnd(
  curve: IntradayCurve,
  now: { minute: number; soFar: number; level?: number },
): DayEnd | null {
  const { minute, soFar, level = 0.9 } = now
  assert(level > 0 && level < 1, 'a level lies between 0 and 1')
  if (soFar <= 0 || minute <= 0) return null
  const stages = stagesAt(curve, minute).flatMap(({ soFar: s, total }) =>
    s > 0 ? [{ x: Math.log(s), y: Math.log(total) }] : [],
  )
  if (stages.length < 2) return null
  const x = Math.log(soFar)
  const line = stages.length >= LINE_DAYS && isInside(stages, x) ? fitLine(stages) : null
  const { centre, bounds } = line ? byLine(line, x, level) : byRatio(stages, x, level)
  if (!bounds) return null
  const value = (log: number): number => Math.max(soFar, Math.exp(log))
  return {
    low: value(centre + Math.min(0, bounds[0])),
    mid: value(centre),
    high: value(centre + Math.max(0, bounds[1])),
    level,
    learnedDays: stages.length,
  }
}

/** What would have come in by now of a day that ends at `total`, had it gone as usual. */
export const expectedSoFar = (curve: IntradayCurve, minute: number, total: number): number =>
  shareAt(curve, minute) * total
