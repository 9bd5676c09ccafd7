import { choleskySolve } from '../numeric/cholesky.ts'
import { type Column, rowsBefore } from './column.ts'
import { type Dispersion, dispersionOf, type Link, varianceAt, variancesOf } from './dispersion.ts'
import { logEvidence } from './log-evidence.ts'
import { normalEquations, predict } from './normal-equations.ts'

export type ColumnsFit = {
  coefficients: Float64Array
  predictor: Float64Array
  dispersion: Dispersion
  /** Log of the probability of the visible values under the priors, up to a constant: compares sets of priors on one history. */
  evidence: number
}

const ITERATIONS = 6
const ITERATIONS_NEAR = 2
/** A residual beyond this many deviations counts as if it were at them. */
const OUTLIER = 2

const expAt = (eta: number, top: number): number => Math.exp(Math.min(top, Math.max(-25, eta)))

/** Working weights and response of one scoring step, outliers drawn in. */
function workingStep(
  values: Float64Array,
  eta: Float64Array,
  { link, dispersion, top, outlier }: { link: Link; dispersion: Dispersion; top: number; outlier: number },
): { weights: Float64Array; response: Float64Array; means: Float64Array } {
  const n = values.length
  const weights = new Float64Array(n)
  const response = new Float64Array(n)
  const means = new Float64Array(n)
  for (let t = 0; t < n; t++) {
    const mu = link === 'log' ? expAt(eta[t] as number, top) : (eta[t] as number)
    means[t] = mu
    const y = values[t] as number
    if (Number.isNaN(y)) continue
    const variance = varianceAt(mu, link, dispersion)
    const deviations = Math.abs(y - mu) / Math.sqrt(variance)
    const trust = deviations > outlier ? outlier / deviations : 1
    const slope = link === 'log' ? mu : 1
    weights[t] = (trust * slope * slope) / variance
    response[t] = (link === 'log' ? Math.log(mu) : mu) + (y - mu) / slope
  }
  return { weights, response, means }
}

export type FitOptions = {
  total: number
  link: Link
  /** Periods in a year, by which sparse columns are ordered. */
  year: number
  outliers?: 'drawnIn' | 'kept'
  /** A fit of nearly the same columns: its predictor saves most iterations. It must not have seen more than the visible rows. */
  near?: ColumnsFit | undefined
}

/** Columns with fewer rows than this share are sparse. */
const SPARSE_SHARE = 0.1

/**
 * Sparse columns first, by their place in the year, dense ones last: neighbours in time then stand side by side in the normal
 * equations, and the factor stays as sparse as they are.
 */
function ordered(columns: readonly Column[], { total, year }: FitOptions): Column[] {
  const key = (c: Column): number =>
    c.part === 'base' || c.rows.length > SPARSE_SHARE * total ? Number.POSITIVE_INFINITY : (c.rows[0] ?? 0) % year
  const keyed = columns.map((column) => ({ column, key: key(column) }))
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ column }) => column)
}

/**
 * Penalised quasi-likelihood fit of a mean by iterated weighted ridge regression over the first `values.length` rows.
 * With the log link this estimates the mean itself, so zeros need no shift and no bias correction is due, as they would be
 * after taking logarithms of the data. `values` are scaled to a mean near 1. Null when it does not converge to finite numbers.
 * Coefficients are in the order of `columns`. Source: McCullagh & Nelder, "Generalized Linear Models" (1989), ch. 9; ridge as
 * Gaussian priors.
 */
export function fitColumns(given: readonly Column[], values: Float64Array, options: FitOptions): ColumnsFit | null {
  const { total, link, outliers = 'drawnIn', near } = options
  const columns = ordered(given, options)
  const end = values.length
  const counts = Int32Array.from(columns, (c) => rowsBefore(c, end))
  const ridge = Float64Array.from(columns, (c) => 1 / (c.prior * c.prior))
  const known = values.filter((v) => !Number.isNaN(v))
  const mean = known.reduce((a, b) => a + b, 0) / known.length
  const setting = {
    link,
    top: Math.log(known.reduce((top, v) => Math.max(top, Math.abs(v)), 1e-9)) + 1.5,
    outlier: outliers === 'kept' ? Number.POSITIVE_INFINITY : OUTLIER,
  }
  let dispersion: Dispersion = near?.dispersion ?? { poisson: 0.1, gamma: 0.2 }
  let eta: Float64Array = near ? near.predictor.slice(0, end) : values.map((v) => startPredictor(v, mean, link))
  let evidence = Number.NEGATIVE_INFINITY
  let coefficients: Float64Array = new Float64Array(columns.length)
  const iterations = near ? ITERATIONS_NEAR : ITERATIONS
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { weights, response, means } = workingStep(values, eta, { ...setting, dispersion })
    if (iteration > 0 || near) dispersion = dispersionOf(values, means, { link, freedom: columns.length / 3 })
    const { gram, right } = normalEquations(columns, counts, { weights, response, ridge })
    if (!choleskySolve(gram, right)) return null
    coefficients = right
    const last = iteration === iterations - 1
    eta = predict(columns, coefficients, last ? total : end)
    if (last)
      evidence = logEvidence({
        factor: gram,
        ridge,
        coefficients,
        weights,
        response,
        eta,
        variances: variancesOf(means, link, dispersion),
      })
  }
  if (!eta.every(Number.isFinite)) return null
  const places = new Map(columns.map((column, i) => [column, coefficients[i] as number]))
  return { coefficients: Float64Array.from(given, (c) => places.get(c) ?? 0), predictor: eta, dispersion, evidence }
}

const startPredictor = (value: number, mean: number, link: Link): number => {
  const near = Number.isNaN(value) ? mean : (value + mean) / 2
  return link === 'log' ? Math.log(Math.max(near, mean / 10)) : near
}
