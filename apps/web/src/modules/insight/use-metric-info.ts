import type { MetricInfo } from '@zhanggui/contract'
import { useMemo } from 'react'
import { useMetricDictionary } from '../../api/use-metric-dictionary.ts'
import { usePermissions } from '../../app/use-permissions.ts'

/** The metrics that the reader may see, by id; empty until the dictionary is there. */
export function useMetricInfo(): Map<string, MetricInfo> {
  const permissions = usePermissions()
  const metrics = useMetricDictionary().data?.metrics
  return useMemo(
    () => new Map((metrics ?? []).filter((m) => permissions.includes(m.permission)).map((m) => [m.id, m])),
    [metrics, permissions],
  )
}
