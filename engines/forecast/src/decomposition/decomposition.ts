import type { CandidateFit } from '../candidate.ts'
import type { History } from '../series/prepare-history.ts'
import { PERIODS_PER_YEAR } from '../series/series.ts'
import type { Column, ColumnPart } from './column.ts'
import { type ColumnsFit, fitColumns, type Link } from './fit-columns.ts'
import { levelColumns, USUAL_AGILITY } from './level-columns.ts'
import { type Structure, visibleColumns } from './structure.ts'

/** How freely level and season may move, against the usual. */
export type Temper = { agility: number; season: number }

export const USUAL_TEMPER: Temper = { agility: 1, season: 1 }

/** With the usual one they suit steady, seasonal and restless series; how much each counts is for the history to say. */
export const OTHER_TEMPERS: readonly Temper[] = [
  { agility: 0.35, season: 1.6 },
  { agility: 2.5, season: 1 },
  { agility: 0.15, season: 1 },
]

/** A fitted decomposition: one predictor a part over history and horizon, in the series' unit times `unit`. */
export type Decomposition = {
  link: Link
  unit: number
  parts: Record<ColumnPart, Float64Array>
  end: number
  agility: number
  fit: ColumnsFit
}

const SHORTEST = 4
/**
 * How far to recentre. On lumpy items none sells 20 % too little and all of it forecasts single old orders for ever; half has no
 * bias and the least error (daily items of online_retail_ii, held out).
 */
const RECENTRING = 0.5

function partPredictors(
  columns: readonly Column[],
  { coefficients }: ColumnsFit,
  total: number,
): Record<ColumnPart, Float64Array> {
  const parts = {
    base: new Float64Array(total),
    season: new Float64Array(total),
    event: new Float64Array(total),
    promotion: new Float64Array(total),
  }
  for (const [i, { part, values, rows }] of columns.entries()) {
    const b = coefficients[i] as number
    const target = parts[part]
    for (const t of rows) target[t] = (target[t] as number) + b * (values[t] as number)
  }
  return parts
}

/**
 * Drawing outliers in keeps one reseller's order from bending the pattern, but it is sold all the same: the base is moved half of
 * the way, on the log scale, to where the fitted sales sum to the real ones.
 */
function recentred(
  parts: Record<ColumnPart, Float64Array>,
  visible: Float64Array,
  unit: number,
): Record<ColumnPart, Float64Array> {
  let [sold, fitted] = [0, 0]
  for (let t = 0; t < visible.length; t++) {
    const y = visible[t] as number
    if (Number.isNaN(y)) continue
    sold += y
    fitted +=
      unit *
      Math.exp(
        (parts.base[t] as number) +
          (parts.season[t] as number) +
          (parts.event[t] as number) +
          (parts.promotion[t] as number),
      )
  }
  const shift = RECENTRING * Math.log(sold / fitted)
  return { ...parts, base: parts.base.map((v) => v + shift) }
}

/** A fit in units of another mean, to start the next one from. */
function rescale({ fit, link, unit }: Decomposition, to: number): ColumnsFit {
  const ratio = unit / to
  const predictor = fit.predictor.map((v) => (link === 'log' ? v + Math.log(ratio) : v * ratio))
  return { ...fit, predictor, dispersion: { ...fit.dispersion, poisson: fit.dispersion.poisson * ratio } }
}

/**
 * Base (constant, growth, wandering level) + season (weekday, year) + event + promotion, fitted to the first `end` periods.
 * `near` is an earlier fit to no more than these periods, to start from. Effects multiply where no value is negative, else they add. Null for histories of under four values or of zeros only.
 */
export function decomposeUntil(
  history: History,
  structure: Structure,
  options: { end: number; temper: Temper; near: Decomposition | null },
): Decomposition | null {
  const { end, temper, near } = options
  const visible = history.values.subarray(0, end)
  let [sum, count] = [0, 0]
  for (const v of visible) {
    if (Number.isNaN(v)) continue
    sum += Math.abs(v)
    count++
  }
  if (count < SHORTEST || sum === 0) return null
  const unit = sum / count
  const link: Link = history.nonNegative ? 'log' : 'identity'
  const agility = USUAL_AGILITY[history.grain] * temper.agility
  const { total } = structure
  const columns = [
    ...levelColumns(history.grain, agility, { end, total }),
    ...visibleColumns(structure, history, { end, season: temper.season }),
  ]
  const fit = fitColumns(
    columns,
    visible.map((v) => v / unit),
    {
      total,
      link,
      year: PERIODS_PER_YEAR[history.grain],
      near: near ? rescale(near, unit) : undefined,
      // Where most periods are 0 every sale is far from the mean; none of them is an outlier.
      outliers: history.demand?.kind === 'intermittent' ? 'kept' : 'drawnIn',
    },
  )
  if (!fit) return null
  const parts = partPredictors(columns, fit, total)
  return { link, unit, parts: link === 'log' ? recentred(parts, visible, unit) : parts, end, agility, fit }
}

/** Events and promotions together at a period: a factor with the log link, a summand else. */
export function influenceAt({ link, unit, parts }: Decomposition, t: number): number {
  const sum = (parts.event[t] as number) + (parts.promotion[t] as number)
  return link === 'log' ? Math.exp(sum) : sum * unit
}

/** Splits a mean into shares: each influence's share is what it adds to those before it (base, season, event, promotion). */
export function sharesAt({ link, unit, parts }: Decomposition, t: number): Record<ColumnPart, number> {
  const [b, s, e, p] = [parts.base[t], parts.season[t], parts.event[t], parts.promotion[t]] as [
    number,
    number,
    number,
    number,
  ]
  if (link === 'identity') return { base: b * unit, season: s * unit, event: e * unit, promotion: p * unit }
  const base = Math.exp(b) * unit
  const season = base * Math.expm1(s)
  const event = (base + season) * Math.expm1(e)
  return { base, season, event, promotion: (base + season + event) * Math.expm1(p) }
}

/** The forecast of a decomposition. Null when it runs out of the range of sensible numbers. */
export function forecastDecomposition(found: Decomposition, horizon: number): CandidateFit | null {
  const { end, agility, fit } = found
  const make = (): Float64Array => new Float64Array(horizon)
  const [mean, season, event, promotion] = [make(), make(), make(), make()]
  for (let h = 0; h < horizon; h++) {
    const shares = sharesAt(found, end + h)
    season[h] = shares.season
    event[h] = shares.event
    promotion[h] = shares.promotion
    mean[h] = shares.base + shares.season + shares.event + shares.promotion
  }
  if (!mean.every(Number.isFinite)) return null
  const fitted = Float64Array.from({ length: end }, (_, t) => {
    const shares = sharesAt(found, t)
    return shares.base + shares.season + shares.event + shares.promotion
  })
  // The level wanders on after the end; relative to the noise of one value that widens the error with the root of time.
  const wander = (agility * agility) / Math.max(fit.dispersion.gamma, 1e-3)
  return {
    mean,
    season,
    event,
    promotion,
    fitted,
    spread: Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(1 + wander * h)),
  }
}
