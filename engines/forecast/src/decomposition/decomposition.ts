import type { History } from '../series/prepare-history.ts'
import { PERIODS_PER_YEAR } from '../series/series.ts'
import type { Column, ColumnPart } from './column.ts'
import type { Link } from './dispersion.ts'
import { type ColumnsFit, fitColumns } from './fit-columns.ts'
import { type Influence, influencesOf } from './influences.ts'
import { levelColumns, USUAL_AGILITY } from './level-columns.ts'
import { recentred } from './recentre.ts'
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
  influences: Influence[]
}

const SHORTEST = 4

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

/** A fit in units of another mean, to start the next one from. */
function rescale({ fit, link, unit }: Decomposition, to: number): ColumnsFit {
  const ratio = unit / to
  const predictor = fit.predictor.map((v) => (link === 'log' ? v + Math.log(ratio) : v * ratio))
  return { ...fit, predictor, dispersion: { ...fit.dispersion, poisson: fit.dispersion.poisson * ratio } }
}

/** Mean size of the known values; null where there are too few or all are 0. */
function unitOf(visible: Float64Array): number | null {
  const known = visible.filter((v) => !Number.isNaN(v))
  const sum = known.reduce((total, v) => total + Math.abs(v), 0)
  return known.length < SHORTEST || sum === 0 ? null : sum / known.length
}

/**
 * Base (constant, growth, wandering level) + season (weekday, year) + event + promotion, fitted to the first `end` periods.
 * `near` is an earlier fit to no more than these periods, to start from.
 * Effects multiply where no value is negative, else they add. Null for histories of under four values or of zeros only.
 */
export function decomposeUntil(
  history: History,
  structure: Structure,
  options: { end: number; temper: Temper; near: Decomposition | null },
): Decomposition | null {
  const { end, temper, near } = options
  const visible = history.values.subarray(0, end)
  const unit = unitOf(visible)
  if (unit === null) return null
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
  const centred = link === 'log' ? recentred(parts, visible, unit) : parts
  return { link, unit, parts: centred, end, agility, fit, influences: influencesOf(columns, fit, link) }
}

/** Events and promotions together at a period: a factor with the log link, a summand else. */
export function influenceAt({ link, unit, parts }: Decomposition, t: number): number {
  const sum = (parts.event[t] as number) + (parts.promotion[t] as number)
  return link === 'log' ? Math.exp(sum) : sum * unit
}
