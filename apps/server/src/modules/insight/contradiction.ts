import type { Store } from '@zhanggui/contract'
import { addDays, businessDayOf, ratio } from '@zhanggui/kernel'
import { findMetric, type Metric } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'
import type { ResourceData } from '../admin/resources/define-resource.ts'
import { runQuery } from './run-query.ts'

/** Long enough that a season does not decide. */
const WINDOW_DAYS = 365

type Bounds = { low: number | null; high: number | null }

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** What the shop's own data shows over the last year: the value, or its change on the year before. */
async function observed(
  context: Context,
  store: Store,
  { metric, basis }: { metric: Metric; basis: string },
): Promise<number | null> {
  const to = businessDayOf(context.clock.now(), store.timezone)
  const from = addDays(to, -WINDOW_DAYS)
  const request = { metrics: [metric.id], from, to }
  if (basis === 'value') {
    const value = numberOrNull((await runQuery(context, store, request)).totals[metric.id])
    return value !== null && metric.unit === 'money' ? value / 100 : value
  }
  const { totals, partial } = await runQuery(context, store, { ...request, compare: 'yoy' })
  if (partial.some(({ period, comparable }) => period === '' && !comparable)) return null
  const growth = ratio(numberOrNull(totals[metric.id]), numberOrNull(totals[`${metric.id}Compare`]))
  return growth === null ? null : growth - 1
}

const outside = (value: number, { low, high }: Bounds): boolean =>
  (low !== null && value < low) || (high !== null && value > high)

const asText = (value: number, basis: string): string =>
  basis === 'value' ? String(Number(value.toPrecision(4))) : `${value >= 0 ? '+' : ''}${(value * 100).toFixed(1)}%`

/**
 * What the shop's own data of the last 365 days says against an assumption, in figures; null when it says nothing against it,
 * when the assumption names no metric, or when the data does not reach far enough to tell.
 */
export async function contradictionOf(context: Context, store: Store, data: ResourceData): Promise<string | null> {
  const metric = typeof data.metric === 'string' ? findMetric(data.metric) : undefined
  const bounds = { low: numberOrNull(data.low), high: numberOrNull(data.high) }
  if (!metric || (bounds.low === null && bounds.high === null)) return null
  const basis = data.basis === 'value' ? 'value' : 'yoy'
  const value = await observed(context, store, { metric, basis })
  if (value === null || !outside(value, bounds)) return null
  const limits = [bounds.low, bounds.high].map((bound) => (bound === null ? '…' : asText(bound, basis)))
  return `${metric.id} ${asText(value, basis)} ∉ [${limits.join(', ')}]`
}
