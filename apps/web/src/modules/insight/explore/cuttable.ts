import type { DimensionInfo, MetricInfo } from '@zhanggui/contract'

export type CutChoice = { dimension: DimensionInfo; missing: MetricInfo[] }

/** Dimensions with the chosen metrics that cannot be cut by them; none missing means it works for all. */
export function cutChoices(dimensions: readonly DimensionInfo[], metrics: readonly MetricInfo[]): CutChoice[] {
  return dimensions
    .filter(({ kind }) => kind === 'category')
    .map((dimension) => ({ dimension, missing: metrics.filter((m) => !m.dimensions.includes(dimension.id)) }))
}
