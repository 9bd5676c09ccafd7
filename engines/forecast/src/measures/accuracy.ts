/** Actual and forecast of the same periods; a `null` or NaN actual is unknown and is left out. */
export type Compared = { actual: readonly (number | null)[]; forecast: readonly number[] }

const known = (v: number | null | undefined): v is number => v !== null && v !== undefined && !Number.isNaN(v)

function meanOver({ actual, forecast }: Compared, term: (y: number, f: number) => number): number | null {
  let sum = 0
  let count = 0
  for (const [i, y] of actual.entries()) {
    const f = forecast[i]
    if (!known(y) || !known(f)) continue
    sum += term(y, f)
    count++
  }
  return count === 0 ? null : sum / count
}

/** Mean of the known `|y(t) − y(t−m)|^power` over the history; null when there is no such pair or the mean is 0. */
export function naiveScale(history: ArrayLike<number | null>, season: number, power: 1 | 2): number | null {
  let sum = 0
  let count = 0
  for (let t = season; t < history.length; t++) {
    const now = history[t]
    const then = history[t - season]
    if (!known(now) || !known(then)) continue
    sum += Math.abs(now - then) ** power
    count++
  }
  return count === 0 || sum === 0 ? null : sum / count
}

/** Mean absolute error. Unit: the series'. Null when nothing can be compared. */
export const mae = (c: Compared): number | null => meanOver(c, (y, f) => Math.abs(y - f))

/** Root mean squared error. Unit: the series'. */
export function rmse(c: Compared): number | null {
  const mean = meanOver(c, (y, f) => (y - f) ** 2)
  return mean === null ? null : Math.sqrt(mean)
}

/** Mean absolute percentage error as a ratio; periods with actual 0 are left out, so prefer `mase` for goods that sell now and then. */
export function mape(c: Compared): number | null {
  const actual = c.actual.map((y) => (y === 0 ? null : y))
  return meanOver({ actual, forecast: c.forecast }, (y, f) => Math.abs((y - f) / y))
}

/**
 * Mean absolute scaled error: MAE over the in-sample MAE of (seasonal) naive.
 * Source: Hyndman & Koehler, "Another look at measures of forecast accuracy" (2006), with season m as in R forecast `accuracy`.
 */
export function mase(c: Compared & { history: ArrayLike<number | null>; season: number }): number | null {
  const scale = naiveScale(c.history, c.season, 1)
  const error = mae(c)
  return scale === null || error === null ? null : error / scale
}

/**
 * Root mean squared scaled error; season 1 is the M5 definition.
 * Source: Makridakis et al., "M5 accuracy competition" (2022), eq. 1.
 */
export function rmsse(c: Compared & { history: ArrayLike<number | null>; season?: number }): number | null {
  const scale = naiveScale(c.history, c.season ?? 1, 2)
  const error = rmse(c)
  return scale === null || error === null ? null : error / Math.sqrt(scale)
}

/**
 * Symmetric MAPE in the M4 form, 2|y−f| / (|y|+|f|), as a ratio in [0, 2]; both 0 counts as no error.
 * Source: Makridakis et al., "The M4 competition" (2020).
 */
export const smape = (c: Compared): number | null =>
  meanOver(c, (y, f) => (y === f ? 0 : (2 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f))))

/**
 * Pinball (quantile) loss of a forecast of the `quantile`-th quantile. Unit: the series'.
 * Source: Koenker & Bassett (1978); M5 uncertainty competition.
 */
export const pinball = (c: Compared & { quantile: number }): number | null =>
  meanOver(c, (y, f) => (y >= f ? c.quantile * (y - f) : (1 - c.quantile) * (f - y)))

/** Share of known actuals within `[lower, upper]`, ends included. */
export function coverage(c: {
  actual: readonly (number | null)[]
  lower: readonly number[]
  upper: readonly number[]
}): number | null {
  const inside = c.actual.map((y, i) => {
    const [low, high] = [c.lower[i], c.upper[i]]
    if (!known(y) || low === undefined || high === undefined) return null
    return y >= low && y <= high ? 1 : 0
  })
  return meanOver({ actual: inside, forecast: inside.map(() => 0) }, (hit) => hit)
}

/**
 * Weighted RMSSE over series: Σ wᵢ·RMSSEᵢ / Σ wᵢ; series without a scale are left out with their weight.
 * M5 weighs by the money sales of the last 28 days and averages over twelve levels; give each level's series in turn.
 * Source: M5 participants' guide.
 */
export function wrmsse(rows: readonly { rmsse: number | null; weight: number }[]): number | null {
  let sum = 0
  let weights = 0
  for (const row of rows) {
    if (row.rmsse === null) continue
    sum += row.weight * row.rmsse
    weights += row.weight
  }
  return weights === 0 ? null : sum / weights
}
