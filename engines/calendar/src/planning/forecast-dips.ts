import { addDays, type BusinessDay } from '@zhanggui/kernel'

/** A stretch in which the forecast runs below its own neighbourhood; `depth` 0.2 is a fifth below. Half-open. */
export type ForecastDip = { from: BusinessDay; to: BusinessDay; days: number; depth: number }

export type ForecastDay = { day: BusinessDay; value: number }

/** Defaults of ours: a week's mean 15 % under the median of the six weeks on either side, for a week or more. */
export const DIP_DEFAULTS = { depthMin: 0.15, daysMin: 7, neighbourhoodDays: 42 } as const

/** Half a week on either side, so that the day of the week does not matter. */
const SMOOTH_DAYS = 3

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}

const around = <T>(values: readonly T[], i: number, reach: number): readonly T[] =>
  values.slice(Math.max(0, i - reach), i + reach + 1)

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** How far each day's week lies under its neighbourhood; campaign peaks do not lift the median. */
function depths(forecast: readonly ForecastDay[], neighbourhoodDays: number): number[] {
  const values = forecast.map(({ value }) => value)
  const smooth = values.map((_, i) => mean(around(values, i, SMOOTH_DAYS)))
  return smooth.map((value, i) => {
    const usual = median(around(smooth, i, neighbourhoodDays))
    return usual > 0 ? 1 - value / usual : 0
  })
}

/**
 * Where a daily forecast sags.
 * Shape: `forecast` one entry a day, in order, without holes; dips in time order. Errors: throws on a hole.
 */
export function forecastDips(
  forecast: readonly ForecastDay[],
  options: { depthMin?: number; daysMin?: number; neighbourhoodDays?: number } = {},
): ForecastDip[] {
  const { depthMin, daysMin, neighbourhoodDays } = { ...DIP_DEFAULTS, ...options }
  forecast.forEach(({ day }, i) => {
    const before = forecast[i - 1]
    if (before && addDays(before.day, 1) !== day)
      throw new Error(`the forecast has no value for ${addDays(before.day, 1)}`)
  })
  const depth = depths(forecast, neighbourhoodDays)
  const dips: ForecastDip[] = []
  for (let i = 0; i < forecast.length; i++) {
    let end = i
    while (end < forecast.length && (depth[end] ?? 0) >= depthMin) end++
    const [first, last] = [forecast[i], forecast[end - 1]]
    if (first && last && end - i >= daysMin)
      dips.push({ from: first.day, to: addDays(last.day, 1), days: end - i, depth: Math.max(...depth.slice(i, end)) })
    i = Math.max(i, end - 1)
  }
  return dips
}
