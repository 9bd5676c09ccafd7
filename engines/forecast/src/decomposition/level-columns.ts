import type { Grain } from '../series/series.ts'
import { PERIODS_PER_YEAR } from '../series/series.ts'
import { type Column, makeColumn } from './column.ts'

/** Deviation of the level's step in one period, on the log scale, of a level of usual agility. */
export const USUAL_AGILITY: Readonly<Record<Grain, number>> = { day: 0.012, week: 0.035, month: 0.05 }
/** Prior deviation of a year's growth, and the time after which half of the growth rate is left in a forecast. */
const GROWTH_PRIOR = 0.1
const HALF_LIFE_YEARS = 0.75

/** Distances of the level's knots from the end of the visible history: close to it every week or so, sparse further back. */
const KNOT_DISTANCES: Readonly<Record<Grain, readonly number[]>> = {
  day: [7, 14, 28, 49, 77, 119, 175, 245, 329, 427, 539, 665, 805, 959, 1127, 1309, 1505, 1715],
  week: [2, 4, 8, 13, 19, 26, 36, 48, 62, 78, 96, 116, 140, 170, 205, 245, 290],
  month: [1, 2, 4, 6, 9, 12, 16, 21, 27, 34, 42, 52, 64, 80, 100, 125],
}

/** Steps of the level between knots: 0 before the first, rising to 1 at the second, 1 for ever after; so forecasts are level. */
function stepColumns(grain: Grain, agility: number, { end, total }: { end: number; total: number }): Column[] {
  const knots = [0, ...KNOT_DISTANCES[grain].map((d) => end - 1 - d).filter((t) => t > 0)]
    .sort((a, b) => a - b)
    .concat(end - 1)
  return knots.slice(1).map((to, i) => {
    const from = knots[i] as number
    const values = Float64Array.from({ length: total }, (_, t) => Math.min(1, Math.max(0, (t - from) / (to - from))))
    return makeColumn('base', agility * Math.sqrt(to - from), values)
  })
}

/** A year's growth: straight over the history, fading after it. */
function growthColumn(grain: Grain, { end, total }: { end: number; total: number }): Column {
  const year = PERIODS_PER_YEAR[grain]
  const fade = 0.5 ** (1 / (HALF_LIFE_YEARS * year))
  const values = Float64Array.from({ length: total }, (_, t) => {
    if (t < end) return (t - end) / year
    return (fade * (1 - fade ** (t - end + 1))) / (1 - fade) / year
  })
  return makeColumn('base', GROWTH_PRIOR, values)
}

/** Constant, growth and a level that wanders by a random walk with the given agility, as seen from `end`. */
export function levelColumns(grain: Grain, agility: number, size: { end: number; total: number }): Column[] {
  const constant = makeColumn('base', 10, new Float64Array(size.total).fill(1))
  return [constant, growthColumn(grain, size), ...stepColumns(grain, agility, size)]
}
