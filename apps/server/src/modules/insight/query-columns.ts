import type { QueryColumn } from '@zhanggui/contract'
import { compareId, DIMENSIONS, type QueryPlan, TIME_GRAINS } from '@zhanggui/metrics'

const NAMED = [...TIME_GRAINS, ...DIMENSIONS]

/** The columns of an answer, in the order asked: dimensions, then each metric and its twin. */
export function queryColumns(plan: QueryPlan, hasCompare: boolean): QueryColumn[] {
  const dimensions = plan.by.map((id): QueryColumn => {
    const named = NAMED.find((n) => n.id === id)
    return { id, kind: 'dimension', nameZh: named?.nameZh ?? id, nameEn: named?.nameEn ?? id, unit: null }
  })
  const metrics = plan.metrics.flatMap(({ id, nameZh, nameEn, unit }): QueryColumn[] => [
    { id, kind: 'metric', nameZh, nameEn, unit },
    ...(hasCompare
      ? [
          {
            id: compareId(id),
            kind: 'comparison' as const,
            nameZh: `${nameZh}（对比期）`,
            nameEn: `${nameEn} (compared)`,
            unit,
          },
        ]
      : []),
  ])
  return [...dimensions, ...metrics]
}
