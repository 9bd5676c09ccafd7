import type { ForecastWarning } from '../forecast.ts'
import type { History } from './prepare-history.ts'

/** A break this many pooled deviations of the block means apart is worth telling. */
const NOTABLE = 6

/**
 * Warns when the last stretch (two seasons of days, a quarter of weeks or months) runs on another level than the same length
 * before it: the forecast leans on few values then.
 */
export function levelShift({ filled, grain }: History): ForecastWarning[] {
  const width = grain === 'day' ? 14 : grain === 'week' ? 8 : 4
  if (filled.length < 4 * width) return []
  const stretch = (from: number, to: number): { mean: number; variance: number } => {
    const part = filled.subarray(from, to)
    const mean = part.reduce((a, b) => a + b, 0) / part.length
    return { mean, variance: part.reduce((a, b) => a + (b - mean) ** 2, 0) / (part.length - 1) }
  }
  const n = filled.length
  const now = stretch(n - width, n)
  const before = stretch(n - 3 * width, n - width)
  const deviation = Math.sqrt((now.variance / width + before.variance / (2 * width)) as number)
  const apart = Math.abs(now.mean - before.mean)
  if (deviation === 0 ? apart === 0 : apart < NOTABLE * deviation) return []
  const large = Math.abs(now.mean - before.mean) > 0.4 * Math.max(Math.abs(now.mean), Math.abs(before.mean))
  return large ? [{ code: 'levelShift', detail: `${before.mean.toPrecision(4)} → ${now.mean.toPrecision(4)}` }] : []
}
