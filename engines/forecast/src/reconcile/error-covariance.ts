/**
 * Covariance of the base forecasts' errors as diagonal + U U′ with few columns, which is all that a residual history of T periods
 * can tell, and which keeps ten thousand nodes within reach: `low[k]` is the k-th column of U.
 */
export type ErrorCovariance = { diagonal: Float64Array; low: Float64Array[] }

const square = (v: number): number => v * v

/** Mean squared residual a node; a node that was never wrong gets a small share of the mean, as 0 would pin its forecast. */
export function residualVariances(residuals: readonly (readonly number[])[]): Float64Array {
  const raw = Float64Array.from(residuals, (row) => row.reduce((sum, e) => sum + e * e, 0) / row.length)
  const mean = raw.reduce((a, b) => a + b, 0) / raw.length || 1
  return raw.map((v) => Math.max(v, mean * 1e-9))
}

/**
 * The weight λ of the diagonal in λ·diag(Σ) + (1−λ)·Σ. Sums over all pairs of nodes are taken in the time domain: T² products of
 * n-vectors instead of n² of T-vectors.
 * Source: Schäfer & Strimmer (2005) as in Wickramasuriya, Athanasopoulos & Hyndman (2019) and R hts `shrink.estim`.
 */
export function shrinkageIntensity(residuals: readonly (readonly number[])[], variances: Float64Array): number {
  const n = residuals.length
  const periods = residuals[0]?.length ?? 0
  if (periods < 2) return 1
  const scaled = residuals.map((row, i) => row.map((e) => e / Math.sqrt(variances[i] as number)))
  let [products, fourths, diagonalProducts, diagonalFourths] = [0, 0, 0, 0]
  for (let t = 0; t < periods; t++) {
    let own = 0
    for (let i = 0; i < n; i++) own += square(scaled[i]?.[t] as number)
    fourths += own * own
    for (let s = 0; s <= t; s++) {
      let cross = 0
      for (let i = 0; i < n; i++) cross += (scaled[i]?.[t] as number) * (scaled[i]?.[s] as number)
      products += (s === t ? 1 : 2) * cross * cross
    }
  }
  for (const row of scaled) {
    diagonalProducts += square(row.reduce((sum, z) => sum + z * z, 0))
    diagonalFourths += row.reduce((sum, z) => sum + z ** 4, 0)
  }
  const offProducts = products - diagonalProducts
  const offFourths = fourths - diagonalFourths
  const variance = (offFourths - offProducts / periods) / (periods * (periods - 1))
  const squared = offProducts / (periods * periods)
  return squared <= 0 ? 1 : Math.min(1, Math.max(0, variance / squared))
}

/** λ·diag + (1−λ)·residual covariance. */
export function shrunkCovariance(
  residuals: readonly (readonly number[])[],
  variances: Float64Array,
  lambda: number,
): ErrorCovariance {
  const periods = residuals[0]?.length ?? 0
  const factor = Math.sqrt((1 - lambda) / periods)
  const low = Array.from({ length: periods }, (_, t) =>
    Float64Array.from(residuals, (row) => factor * (row[t] as number)),
  )
  return { diagonal: variances.map((v) => lambda * v), low }
}
