import type { Tree } from './structure.ts'

/**
 * Each root's forecast handed down by the base forecasts' own proportions among brothers; equal shares where those are all 0.
 * Source: "forecast proportions", Athanasopoulos, Ahmed & Hyndman (2009).
 */
export function topDownTree({ size, parents, order, childCount }: Tree, y: Float64Array): Float64Array {
  const sums = new Float64Array(size)
  for (let node = 0; node < size; node++) {
    const parent = parents[node] as number
    if (parent >= 0) sums[parent] = (sums[parent] as number) + (y[node] as number)
  }
  const x = new Float64Array(size)
  for (const node of order) {
    const parent = parents[node] as number
    if (parent < 0) {
      x[node] = y[node] as number
      continue
    }
    const whole = sums[parent] as number
    const share = whole === 0 ? 1 / (childCount[parent] as number) : (y[node] as number) / whole
    x[node] = (x[parent] as number) * share
  }
  return x
}
