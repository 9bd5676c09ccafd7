/**
 * The history with unknown values (NaN) estimated: the mean of the known values one and two seasons away on both sides,
 * or, where none is known, the line between the nearest known neighbours. The input is left alone.
 */
export function fillGaps(values: Float64Array, season: number): Float64Array {
  const filled = Float64Array.from(values)
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t])) continue
    filled[t] = sameSeason(values, t, season) ?? neighbours(values, t)
  }
  return filled
}

function sameSeason(values: Float64Array, t: number, season: number): number | null {
  if (season < 2) return null
  let sum = 0
  let count = 0
  for (const k of [-2, -1, 1, 2]) {
    const v = values[t + k * season]
    if (v === undefined || Number.isNaN(v)) continue
    sum += v
    count++
  }
  return count === 0 ? null : sum / count
}

function neighbours(values: Float64Array, t: number): number {
  let before = t - 1
  while (before >= 0 && Number.isNaN(values[before])) before--
  let after = t + 1
  while (after < values.length && Number.isNaN(values[after])) after++
  const left = values[before]
  const right = values[after]
  if (left === undefined) return right ?? 0
  if (right === undefined) return left
  return left + ((right - left) * (t - before)) / (after - before)
}
