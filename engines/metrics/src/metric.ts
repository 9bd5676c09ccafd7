import type { Expression } from './expression.ts'

export type Unit = 'money' | 'count' | 'ratio' | 'multiple' | 'seconds' | 'days' | 'score'
export type MetricGroup =
  | 'traffic'
  | 'conversion'
  | 'trade'
  | 'user'
  | 'media'
  | 'profit'
  | 'goods'
  | 'service'
  | 'brand'
  | 'platform'
/** The four ends that a shop is judged by: who comes, who buys, who stays, what the name is worth. */
export type MetricEnd = 'traffic' | 'conversion' | 'user' | 'brand'
/** How figures of parts relate to the whole: added, counted again, divided again, or taken at the end. */
export type MetricKind = 'additive' | 'distinct' | 'ratio' | 'average' | 'snapshot'

/** One metric: the only place where its formula stands. */
export type Metric = {
  id: string
  nameZh: string
  nameEn: string
  unit: Unit
  group: MetricGroup
  end: MetricEnd
  kind: MetricKind
  expression: Expression
  /** Null where neither way is better in itself. */
  higherIsBetter: boolean | null
  /** A period that the definition itself carries, e.g. 30 days. */
  window: string | null
  /** Role that answers for the definition. */
  owner: string
  definitionZh: string
  definitionEn: string
  permission: 'metrics:read' | 'profit:read'
}

type Facts = Omit<Metric, 'window' | 'permission' | 'group' | 'end' | 'owner'> &
  Partial<Pick<Metric, 'window' | 'permission' | 'end' | 'owner'>>

/** Declares the metrics of a group; what a metric does not say itself it takes from the group. */
export const metricsOf = (
  group: MetricGroup,
  shared: Pick<Metric, 'end' | 'owner'> & Partial<Pick<Metric, 'permission'>>,
  metrics: readonly Facts[],
): Metric[] => metrics.map((m) => ({ window: null, permission: 'metrics:read', ...shared, ...m, group }))
