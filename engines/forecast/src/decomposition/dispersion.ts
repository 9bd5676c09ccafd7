/** `log`: the predictor is the mean's logarithm, effects multiply. `identity`: effects add. */
export type Link = 'log' | 'identity'

/** Variance of a value with mean μ: `poisson`·μ + `gamma`·μ², the mixture of counting noise and of noise that grows with sales. */
export type Dispersion = { poisson: number; gamma: number }

/** No shop sells without some noise (3 %): with none the priors would not matter, and every column would fit what it can. */
const LEAST_NOISE = 1e-3

/** Variance of a value whose mean is `mu`. */
export const varianceAt = (mu: number, link: Link, { poisson, gamma }: Dispersion): number =>
  link === 'log' ? poisson * mu + gamma * mu * mu : poisson

export const variancesOf = (means: Float64Array, link: Link, dispersion: Dispersion): Float64Array =>
  means.map((mu) => varianceAt(mu, link, dispersion))

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

/** The dispersion that the residuals of a fit show; `freedom` is about how many values the fit has used up. */
export const dispersionOf = (
  values: Float64Array,
  means: Float64Array,
  { link, freedom }: { link: Link; freedom: number },
): Dispersion => (link === 'log' ? estimateDispersion(values, means, freedom) : plainVariance(values, means))
