import type { MetricDictionary } from '@zhanggui/contract'
import { DIMENSIONS, dictionary, dimensionValues, TIME_GRAINS } from '@zhanggui/metrics'

/** Every metric with its one formula, and every dimension. */
export const metricDictionary = (): MetricDictionary => ({
  metrics: dictionary(),
  dimensions: [
    ...TIME_GRAINS.map((g) => ({ ...g, kind: 'time' as const })),
    ...DIMENSIONS.map((d) => {
      const values = dimensionValues(d.id)
      return { ...d, kind: 'category' as const, ...(values ? { values } : {}) }
    }),
  ],
})
