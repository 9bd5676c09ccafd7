import { assert, type Rng } from '@zhanggui/kernel'

/** How requests are spread over a run: relative weights of equal parts of it. */
export type TrafficShape = { id: string; weights: readonly number[] }

/**
 * The opening of a sale as flash sales are described: half a minute of quiet, everybody in the first seconds, and a long tail. Weights
 * are relative; the first minute after the opening carries most of what an hour brings.
 */
export const OPENING_SPIKE: TrafficShape = {
  id: 'opening_spike',
  weights: [1, 1, 20, 16, 12, 9, 7, 5.5, 4.5, 4, 3.5, 3, 2.7, 2.4, 2.2, 2],
}
export const STEADY: TrafficShape = { id: 'steady', weights: [1] }

/** A shape from a day's minute figures (last year's): the stretch of `minutes` with the most in it. */
export function shapeOfMinutes(counts: readonly number[], minutes: number): TrafficShape | undefined {
  let best = { from: 0, sum: 0 }
  for (let from = 0; from + minutes <= counts.length; from++) {
    const sum = counts.slice(from, from + minutes).reduce((a, b) => a + b, 0)
    if (sum > best.sum) best = { from, sum }
  }
  return best.sum > 0 ? { id: 'last_year', weights: counts.slice(best.from, best.from + minutes) } : undefined
}

/**
 * Instants at which requests are sent, ms from the start, ascending: a Poisson stream whose rate follows the shape and reaches
 * `peakPerSecond` at its highest. They are drawn beforehand, so that a slow server does not make its own load smaller.
 */
export function arrivals(
  { weights }: TrafficShape,
  { peakPerSecond, seconds }: { peakPerSecond: number; seconds: number },
  rng: Rng,
): number[] {
  const most = Math.max(...weights)
  assert(most > 0, 'a traffic shape has traffic')
  const times: number[] = []
  let at = 0
  while (peakPerSecond > 0) {
    // Thinning: candidates at the peak rate, kept with the share that the shape has at that moment.
    at += (-Math.log(1 - rng.next()) / peakPerSecond) * 1000
    if (at >= seconds * 1000) break
    const weight = weights[Math.floor((at / (seconds * 1000)) * weights.length)] ?? 0
    if (rng.next() * most < weight) times.push(at)
  }
  return times
}
