import { useQuery } from '@tanstack/react-query'
import type { MetricDictionary } from '@zhanggui/contract'
import { apiGet } from './client.ts'
import { queryKeys } from './query-keys.ts'

/** The catalogue: one definition a metric, read once a visit. */
export const useMetricDictionary = () =>
  useQuery({
    queryKey: queryKeys.metrics,
    queryFn: ({ signal }) => apiGet<MetricDictionary>('/v1/metrics', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
