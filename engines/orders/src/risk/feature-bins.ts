import type { LabelledOrder, TrainingOptions } from './train-scorecard.ts'

/** From `from` on, until the next bin begins. `evidence`: natural log of how much likelier fraud is here than overall. */
export type FeatureBin = { from: number; evidence: number }

type Limits = Pick<TrainingOptions, 'binsMax' | 'binShareMin'>

/**
 * Where bins begin: finest at both ends and twice as wide with every step inwards, because what is rare is what tells; none is
 * smaller than allowed.
 */
function boundsOf(values: Int32Array, { binsMax, binShareMin }: Limits): number[] {
  const sorted = values.toSorted()
  const least = Math.max(1, Math.ceil(sorted.length * binShareMin))
  const lowest = sorted[0] as number
  const bounds = new Set<number>()
  for (let width = least; width <= sorted.length / 2 && bounds.size < binsMax - 1; width *= 2)
    for (const cut of [sorted.length - width, width]) {
      const value = sorted[cut] as number
      if (value > lowest && bounds.size < binsMax - 1) bounds.add(value)
    }
  return [lowest, ...[...bounds].sort((a, b) => a - b)]
}

function countByBin(values: Int32Array, frauds: readonly boolean[], bounds: readonly number[]) {
  const counts = bounds.map(() => ({ frauds: 0, others: 0 }))
  for (const [i, value] of values.entries()) {
    let bin = 0
    while (bin + 1 < bounds.length && value >= (bounds[bin + 1] as number)) bin++
    const count = counts[bin]
    if (count) count[frauds[i] ? 'frauds' : 'others']++
  }
  return counts
}

/** Bins of one feature with their weight of evidence, half an order added to every count; a single one where all values are alike. */
export function featureBins(orders: readonly LabelledOrder[], feature: number, limits: Limits): FeatureBin[] {
  const values = Int32Array.from(orders, ({ features }) => features[feature] ?? 0)
  const frauds = orders.map(({ fraud }) => fraud)
  const all = frauds.filter(Boolean).length
  const bounds = boundsOf(values, limits)
  const counts = countByBin(values, frauds, bounds)
  return bounds.map((from, i) => {
    const inside = counts[i] ?? { frauds: 0, others: 0 }
    const evidence =
      Math.log((inside.frauds + 0.5) / (all + 1)) - Math.log((inside.others + 0.5) / (orders.length - all + 1))
    return { from, evidence }
  })
}
