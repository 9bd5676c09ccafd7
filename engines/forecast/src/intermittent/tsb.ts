import type { Model } from '../model.ts'
import { constantRate } from './croston.ts'

const SIZE_SMOOTHING = 0.1
const CHANCE_SMOOTHING = [0.02, 0.05, 0.1, 0.2]

function run(history: Float64Array, chanceSmoothing: number): { fitted: Float64Array; rate: number; sse: number } {
  const first = history.findIndex((v) => v !== 0)
  let size = history[first] as number
  let chance = 1 / (first + 1)
  let sse = 0
  const fitted = new Float64Array(history.length).fill(Number.NaN)
  for (let t = 0; t < history.length; t++) {
    const y = history[t] as number
    if (t > first) {
      fitted[t] = chance * size
      sse += (y - chance * size) ** 2
    }
    chance += chanceSmoothing * ((y === 0 ? 0 : 1) - chance)
    if (y !== 0) size += SIZE_SMOOTHING * (y - size)
  }
  return { fitted, rate: chance * size, sse }
}

/**
 * Teunter-Syntetos-Babai: the chance of a demand is smoothed every period, so the forecast sinks while nothing sells
 * (Croston's stays up for goods that have died). The chance's smoothing is the one with the least squared error.
 * Source: Teunter, Syntetos & Babai (2011). Null without a demand.
 */
export const tsb: Model = ({ history, horizon }) => {
  if (history.every((v) => v === 0)) return null
  const runs = CHANCE_SMOOTHING.map((smoothing) => run(history, smoothing))
  const { fitted, rate } = runs.reduce((best, next) => (next.sse < best.sse ? next : best))
  return constantRate(fitted, rate, horizon)
}
