import type { BusinessDay } from '@zhanggui/kernel'
import type { ForecastRequest, ForecastWarning } from '../forecast.ts'
import { classifyDemand, type DemandPattern } from '../intermittent/classify-demand.ts'
import { fillGaps } from './fill-gaps.ts'
import { ForecastError } from './forecast-error.ts'
import { type Grain, periodStart, SEASON_LENGTH } from './series.ts'

/** A history as the models take it: from the first period that tells something, gaps marked and filled. */
export type History = {
  start: BusinessDay
  grain: Grain
  /** Periods cut off before `start`. */
  dropped: number
  /** NaN = unknown. */
  values: Float64Array
  filled: Float64Array
  season: number
  nonNegative: boolean
  demand: DemandPattern | null
  warnings: ForecastWarning[]
}

/** A run of zeros this many times longer than the longest gap between sales elsewhere is no demand pattern any more. */
const RUN_FACTOR = 3

function firstTelling(values: Float64Array): number {
  return values.findIndex((v) => !Number.isNaN(v))
}

/** Zeros before the first sale are time before the launch when they are much longer than any gap that follows. */
function launch(values: Float64Array): number {
  const first = values.findIndex((v) => v !== 0 && !Number.isNaN(v))
  if (first < 0) return 0
  let [run, longest] = [0, 0]
  for (let t = first; t < values.length; t++) {
    run = values[t] === 0 ? run + 1 : 0
    if (t < values.length - 1) longest = Math.max(longest, run)
  }
  return first > RUN_FACTOR * Math.max(longest, 1) ? first : 0
}

function trailingZeros(values: Float64Array): number {
  let t = values.length
  while (t > 0 && values[t - 1] === 0) t--
  return values.length - t
}

function longestInnerRun(values: Float64Array, until: number): number {
  let [run, longest] = [0, 0]
  for (let t = 0; t < until; t++) {
    run = values[t] === 0 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

function warningsOf(values: Float64Array, season: number, demand: DemandPattern | null): ForecastWarning[] {
  const warnings: ForecastWarning[] = []
  const known = values.filter((v) => !Number.isNaN(v))
  const gaps = values.length - known.length
  if (gaps > 0) warnings.push({ code: 'gapsFilled', detail: String(gaps) })
  if (known.length < 2 * season) warnings.push({ code: 'shortHistory', detail: `${known.length} < ${2 * season}` })
  if (known.every((v) => v === 0)) return [...warnings, { code: 'allZero', detail: String(known.length) }]
  if (known.every((v) => v === known[0])) warnings.push({ code: 'constantHistory', detail: String(known[0]) })
  if (demand && (demand.kind === 'intermittent' || demand.kind === 'lumpy'))
    warnings.push({ code: 'intermittent', detail: `ADI ${demand.adi.toFixed(2)}, CV² ${demand.cv2.toFixed(2)}` })
  const tail = trailingZeros(values)
  if (tail > 2 && tail > RUN_FACTOR * longestInnerRun(values, values.length - tail))
    warnings.push({ code: 'trailingZeros', detail: String(tail) })
  return warnings
}

/** Errors: throws `ForecastError` `noHistory` when no value is known. */
export function prepareHistory({ series }: Pick<ForecastRequest, 'series'>): History {
  const all = Float64Array.from(series.values, (v) => v ?? Number.NaN)
  const known = firstTelling(all)
  if (known < 0) throw new ForecastError('noHistory')
  const zeros = launch(all.subarray(known))
  const dropped = known + zeros
  const values = all.slice(dropped)
  const season = SEASON_LENGTH[series.grain]
  const demand = classifyDemand(values)
  const warnings = warningsOf(values, season, demand)
  if (zeros > 0) warnings.unshift({ code: 'leadingZerosDropped', detail: String(zeros) })
  return {
    start: periodStart(series, dropped),
    grain: series.grain,
    dropped,
    values,
    filled: fillGaps(values, season),
    season,
    nonNegative: all.every((v) => Number.isNaN(v) || v >= 0),
    demand,
    warnings,
  }
}

/** The first `end` periods without gaps, estimated from those periods only: a back-test must not see past its origin. */
export const filledUntil = (history: History, end: number): Float64Array =>
  history.warnings.some((w) => w.code === 'gapsFilled') && end < history.values.length
    ? fillGaps(history.values.subarray(0, end), history.season)
    : history.filled.subarray(0, end)
