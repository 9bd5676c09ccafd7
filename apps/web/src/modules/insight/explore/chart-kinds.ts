import type { MetricInfo } from '@zhanggui/contract'
import type { ChartKind } from './explore-state.ts'

type Shape = { byTime: boolean; grouped: boolean; metric: Pick<MetricInfo, 'kind'> | undefined }

/** The kinds that tell the truth about a question; the first one fits best. Stacking is for figures that add up. */
export function chartKinds({ byTime, grouped, metric }: Shape): ChartKind[] {
  const addsUp = metric?.kind === 'additive'
  if (byTime && grouped) return addsUp ? ['line', 'stacked', 'table'] : ['line', 'table']
  if (byTime) return ['line', 'bar', 'table']
  return grouped ? ['bar', 'table'] : ['table']
}

/** What was asked for, where it fits; otherwise the kind that fits best. */
export const fittingKind = (wanted: ChartKind | null, kinds: readonly ChartKind[]): ChartKind =>
  kinds.find((kind) => kind === wanted) ?? kinds[0] ?? 'table'
