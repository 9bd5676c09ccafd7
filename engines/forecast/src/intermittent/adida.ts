import type { Model } from '../model.ts'
import { goldenSection } from '../numeric/golden-section.ts'
import { constantRate } from './croston.ts'

/** Level of simple smoothing after the values, its one parameter by least squared error. */
function smoothed(values: Float64Array): { levels: Float64Array; last: number } {
  const run = (alpha: number): { levels: Float64Array; last: number; sse: number } => {
    let level = values[0] as number
    let sse = 0
    const levels = values.map((v) => {
      const before = level
      sse += (v - before) ** 2
      level += alpha * (v - before)
      return before
    })
    return { levels, last: level, sse }
  }
  return run(goldenSection((alpha) => run(alpha).sse, 0.01, 0.5, 1e-3))
}

/**
 * Aggregate, forecast, disaggregate: blocks as long as the mean interval between demands are smoothed, the block forecast is
 * spread evenly. Blocks end at the history's end; what does not fill a block at its start is left out.
 * Source: Nikolopoulos et al. (2011). Null without a demand or with fewer than two blocks.
 */
export const adida: Model = ({ history, horizon }) => {
  const demands = history.reduce((count, v) => count + (v === 0 ? 0 : 1), 0)
  if (demands === 0) return null
  const width = Math.max(1, Math.round(history.length / demands))
  const blocks = Math.floor(history.length / width)
  if (blocks < 2) return null
  const offset = history.length - blocks * width
  const sums = new Float64Array(blocks)
  for (let t = offset; t < history.length; t++) {
    const block = Math.floor((t - offset) / width)
    sums[block] = (sums[block] as number) + (history[t] as number)
  }
  const { levels, last } = smoothed(sums)
  const fitted = history.map((_, t) =>
    t < offset + width ? Number.NaN : (levels[Math.floor((t - offset) / width)] as number) / width,
  )
  return constantRate(fitted, last / width, horizon)
}
