import type { PeriodEnd } from './attainment.ts'

/** Half-widths of some days' sum, the days hanging together by `rho`: 0 not at all, 1 all miss the same way. */
function halfWidth(sides: readonly number[], rho: number): number {
  const [sum, squares] = sides.reduce<[number, number]>(([s, q], h) => [s + h, q + h * h], [0, 0])
  return Math.sqrt((1 - rho) * squares + rho * sum * sum)
}

/** How much the days hang together, from the width that their sum is known to have. */
function rhoOf(sides: readonly number[], width: number): number {
  const [none, all] = [halfWidth(sides, 0) ** 2, halfWidth(sides, 1) ** 2]
  return all > none ? Math.min(1, Math.max(0, (width * width - none) / (all - none))) : 1
}

/**
 * The sum of some days of a forecast with its interval. A forecast gives the interval of each day and of all days together;
 * how wide a month in between is follows from how much the days hang together, which those two show.
 * Shape: `days` are all days of the forecast, `chosen` the places to add up; `whole` is the sum over all of them.
 */
export function sumInterval(days: readonly PeriodEnd[], chosen: readonly number[], whole: PeriodEnd): PeriodEnd {
  const below = days.map((d) => d.mean - d.lower)
  const above = days.map((d) => d.upper - d.mean)
  const of = <T>(values: readonly T[]): T[] => chosen.map((i) => values[i]).filter((v) => v !== undefined)
  const mean = of(days).reduce((sum, d) => sum + d.mean, 0)
  return {
    mean,
    lower: mean - halfWidth(of(below), rhoOf(below, whole.mean - whole.lower)),
    upper: mean + halfWidth(of(above), rhoOf(above, whole.upper - whole.mean)),
  }
}
