import type { ForecastWarning } from '../forecast.ts'
import type { History } from './prepare-history.ts'

/** A break this many pooled deviations of the block means apart is worth telling. */
const NOTABLE = 6
/** And by this share of the higher level. */
const LARGE = 0.4

type Stretch = { mean: number; variance: number; length: number }

function stretch(values: Float64Array, from: number, to: number): Stretch {
  const part = values.subarray(from, to)
  const mean = part.reduce((a, b) => a + b, 0) / part.length
  return { mean, variance: part.reduce((a, b) => a + (b - mean) ** 2, 0) / (part.length - 1), length: part.length }
}

function apart(before: Stretch, now: Stretch): boolean {
  const distance = Math.abs(now.mean - before.mean)
  const deviation = Math.sqrt(now.variance / now.length + before.variance / before.length)
  const large = distance > LARGE * Math.max(Math.abs(now.mean), Math.abs(before.mean))
  return large && distance > NOTABLE * deviation
}

/**
 * Warns when sales lately (two weeks of days, two months of weeks, a third of a year of months, or twice that) run on another level
 * than before: the forecast leans on few values then.
 */
export function levelShift({ filled, grain }: History): ForecastWarning[] {
  const width = grain === 'day' ? 14 : grain === 'week' ? 8 : 4
  const n = filled.length
  for (const recent of [width, 2 * width]) {
    if (n < recent + 2 * width) return []
    const now = stretch(filled, n - recent, n)
    const before = stretch(filled, n - recent - 2 * width, n - recent)
    if (apart(before, now))
      return [{ code: 'levelShift', detail: `${before.mean.toPrecision(4)} → ${now.mean.toPrecision(4)}` }]
  }
  return []
}
