import { assert } from '@zhanggui/kernel'

/** `columns[j][i]`: value of column j in case i; `outcomes[i]`: 1 where it happened. */
export type LogisticData = { columns: readonly Float64Array[]; outcomes: Uint8Array }

export type LogisticOptions = {
  /** Pull of each standardised weight towards zero; 0: none, as textbooks fit. */
  ridge: number
  /** Done when no weight moves by more, in standard deviations of its column. */
  tolerance: number
  roundsMax: number
}

export const DEFAULT_LOGISTIC: LogisticOptions = { ridge: 1, tolerance: 1e-4, roundsMax: 200 }

export type LogisticFit = { intercept: number; weights: readonly number[]; rounds: number; converged: boolean }

type Scaled = { values: Float64Array; mean: number; deviation: number }

function scaled(column: Float64Array): Scaled {
  const n = column.length
  let mean = 0
  for (const value of column) mean += value / n
  let square = 0
  for (const value of column) square += (value - mean) ** 2 / n
  const deviation = Math.sqrt(square)
  // What differs only by rounding does not differ.
  if (deviation <= Math.abs(mean) * 1e-12) return { values: new Float64Array(n), mean, deviation: 0 }
  return { values: column.map((value) => (value - mean) / deviation), mean, deviation }
}

/** One Newton step along one column; the sums of every case (`logits`) move with it. Shape: how far it went. */
function step(values: Float64Array | null, outcomes: Uint8Array, logits: Float64Array, pull: [number, number]): number {
  const [weight, ridge] = pull
  let slope = -ridge * weight
  let bend = ridge + 1e-12
  for (let i = 0; i < logits.length; i++) {
    const x = values ? (values[i] as number) : 1
    const p = 1 / (1 + Math.exp(-(logits[i] as number)))
    slope += x * ((outcomes[i] as number) - p)
    bend += x * x * p * (1 - p)
  }
  // Where almost everything is certain the curve is flat and a full step would leave it.
  const move = Math.max(-2, Math.min(2, slope / bend))
  for (let i = 0; i < logits.length; i++)
    logits[i] = (logits[i] as number) + move * (values ? (values[i] as number) : 1)
  return move
}

/**
 * Logistic regression by Newton steps along one column after the other, on standardised columns.
 * Unit: weights are log-odds (natural) for one unit of their column. `converged` false: the outcomes can be told apart without
 * error, or `roundsMax` was too small. Errors: throws where columns and outcomes differ in length.
 * Source: maximum likelihood (McCullagh & Nelder, "Generalized Linear Models", 1989, chapter 4); cyclic coordinate steps as in
 * Genkin, Lewis & Madigan (2007).
 */
export function fitLogistic(
  { columns, outcomes }: LogisticData,
  { ridge, tolerance, roundsMax }: LogisticOptions = DEFAULT_LOGISTIC,
): LogisticFit {
  assert(
    columns.every(({ length }) => length === outcomes.length),
    'every column has a value for each case',
  )
  const parts = columns.map(scaled)
  const weights = parts.map(() => 0)
  const logits = new Float64Array(outcomes.length)
  let intercept = 0
  let rounds = 0
  let furthest = Number.POSITIVE_INFINITY
  while (furthest > tolerance && rounds++ < roundsMax) {
    const moved = step(null, outcomes, logits, [0, 0])
    intercept += moved
    furthest = Math.abs(moved)
    for (const [j, { values, deviation }] of parts.entries()) {
      if (deviation === 0) continue
      const move = step(values, outcomes, logits, [weights[j] as number, ridge])
      weights[j] = (weights[j] as number) + move
      furthest = Math.max(furthest, Math.abs(move))
    }
  }
  const own = parts.map(({ deviation }, j) => (deviation === 0 ? 0 : (weights[j] as number) / deviation))
  for (const [j, { mean }] of parts.entries()) intercept -= (own[j] as number) * mean
  return { intercept, weights: own, rounds, converged: furthest <= tolerance }
}
