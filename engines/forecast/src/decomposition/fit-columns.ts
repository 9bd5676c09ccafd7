import { choleskySolve } from '../numeric/cholesky.ts'
import { type Column, rowsBefore } from './column.ts'

/** `log`: the predictor is the mean's logarithm, effects multiply. `identity`: effects add. */
export type Link = 'log' | 'identity'

/** Variance of a value with mean μ: `poisson`·μ + `gamma`·μ², the mixture of counting noise and of noise that grows with sales. */
export type Dispersion = { poisson: number; gamma: number }

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
/** No shop sells without some noise (3 %): with none the priors would not matter, and every column would fit what it can. */
const LEAST_NOISE = 1e-3

/** X′WX + Λ (lower triangle) and X′Wz over the visible rows, column by column; sparse columns touch only their own rows. */
function normalEquations(
  columns: readonly Column[],
  counts: Int32Array,
  { weights, response, ridge }: { weights: Float64Array; response: Float64Array; ridge: Float64Array },
): { gram: Float64Array; right: Float64Array } {
  const p = columns.length
  const gram = new Float64Array(p * p)
  const right = new Float64Array(p)
  const weighted = new Float64Array(weights.length)
  for (let i = 0; i < p; i++) {
    const { values, rows } = columns[i] as Column
    const count = counts[i] as number
    let sum = 0
    for (let k = 0; k < count; k++) {
      const t = rows[k] as number
      const w = (values[t] as number) * (weights[t] as number)
      weighted[t] = w
      sum += w * (response[t] as number)
    }
    right[i] = sum
    for (let j = 0; j <= i; j++) {
      const other = columns[j] as Column
      const sparse = (counts[j] as number) < count ? other : (columns[i] as Column)
      const entries = sparse.rows
      const length = Math.min(counts[j] as number, count)
      const otherValues = other.values
      let product = 0
      for (let k = 0; k < length; k++) {
        const t = entries[k] as number
        product += (weighted[t] as number) * (otherValues[t] as number)
      }
      gram[i * p + j] = product
    }
    gram[i * p + i] = (gram[i * p + i] as number) + (ridge[i] as number)
    for (let k = 0; k < count; k++) weighted[rows[k] as number] = 0
  }
  return { gram, right }
}

function predict(columns: readonly Column[], coefficients: Float64Array, total: number): Float64Array {
  const predictor = new Float64Array(total)
  for (const [i, column] of columns.entries()) {
    const b = coefficients[i] as number
    const { values, rows } = column
    const count = rowsBefore(column, total)
    for (let k = 0; k < count; k++) {
      const t = rows[k] as number
      predictor[t] = (predictor[t] as number) + b * (values[t] as number)
    }
  }
  return predictor
}

const expAt = (eta: number, top: number): number => Math.exp(Math.min(top, Math.max(-25, eta)))

/** Moments of the squared residuals over μ and μ², kept within sense; see `Dispersion`. */
function estimateDispersion(values: Float64Array, means: Float64Array, freedom: number): Dispersion {
  let [s11, s12, s22, r1, r2, ratio, count] = [0, 0, 0, 0, 0, 0, 0]
  for (let t = 0; t < values.length; t++) {
    const y = values[t] as number
    if (Number.isNaN(y)) continue
    const mu = means[t] as number
    const spread = mu + 0.1 * mu * mu
    const square = Math.min((y - mu) ** 2, 12 * spread + 4 * mu * mu)
    const w = 1 / (spread * spread)
    s11 += w * mu * mu
    s12 += w * mu ** 3
    s22 += w * mu ** 4
    r1 += w * mu * square
    r2 += w * mu * mu * square
    ratio += square / (mu + 1e-300)
    count++
  }
  const scale = count / Math.max(count - freedom, count / 3)
  const determinant = s11 * s22 - s12 * s12
  const poisson = determinant > 1e-12 * s11 * s22 ? (r1 * s22 - r2 * s12) / determinant : -1
  const gamma = determinant > 1e-12 * s11 * s22 ? (r2 * s11 - r1 * s12) / determinant : -1
  if (gamma <= 0) return { poisson: Math.max((scale * ratio) / count, 1e-6), gamma: LEAST_NOISE }
  if (poisson <= 0) return { poisson: 1e-6, gamma: Math.max((scale * r2) / s22, LEAST_NOISE) }
  return { poisson: scale * poisson, gamma: Math.max(scale * gamma, LEAST_NOISE) }
}

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
    if (iteration > 0 || near) dispersion = newDispersion(values, means, { link, freedom: columns.length / 3 })
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

const varianceAt = (mu: number, link: Link, { poisson, gamma }: Dispersion): number =>
  link === 'log' ? poisson * mu + gamma * mu * mu : poisson

const variancesOf = (means: Float64Array, link: Link, dispersion: Dispersion): Float64Array =>
  means.map((mu) => varianceAt(mu, link, dispersion))

/** Laplace's approximation: fit of the values, distance of the effects from their priors, and how narrowly both fix the effects. */
function logEvidence(found: {
  factor: Float64Array
  ridge: Float64Array
  coefficients: Float64Array
  weights: Float64Array
  response: Float64Array
  eta: Float64Array
  variances: Float64Array
}): number {
  const { factor, ridge, coefficients, weights, response, eta, variances } = found
  const p = coefficients.length
  let sum = 0
  for (let i = 0; i < p; i++) {
    const precision = ridge[i] as number
    sum +=
      Math.log(precision) - precision * (coefficients[i] as number) ** 2 - 2 * Math.log(factor[i * p + i] as number)
  }
  for (let t = 0; t < weights.length; t++) {
    const w = weights[t] as number
    if (w === 0) continue
    sum -= w * ((response[t] as number) - (eta[t] as number)) ** 2 + Math.log(variances[t] as number)
  }
  return sum / 2
}

const newDispersion = (
  values: Float64Array,
  means: Float64Array,
  { link, freedom }: { link: Link; freedom: number },
): Dispersion => (link === 'log' ? estimateDispersion(values, means, freedom) : plainVariance(values, means))

const startPredictor = (value: number, mean: number, link: Link): number => {
  const near = Number.isNaN(value) ? mean : (value + mean) / 2
  return link === 'log' ? Math.log(Math.max(near, mean / 10)) : near
}

function plainVariance(values: Float64Array, means: Float64Array): Dispersion {
  let sum = 0
  let count = 0
  for (let t = 0; t < values.length; t++) {
    const e = (values[t] as number) - (means[t] as number)
    if (Number.isNaN(e)) continue
    sum += e * e
    count++
  }
  return { poisson: Math.max(sum / Math.max(count, 1), 1e-6), gamma: 0 }
}
