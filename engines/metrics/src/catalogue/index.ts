import type { Metric } from '../metric.ts'
import { BRAND_METRICS } from './brand.ts'
import { CONVERSION_METRICS } from './conversion.ts'
import { GOODS_METRICS } from './goods.ts'
import { MEDIA_METRICS } from './media.ts'
import { PLATFORM_METRICS } from './platform.ts'
import { PROFIT_METRICS } from './profit.ts'
import { SERVICE_METRICS } from './service.ts'
import { TRADE_METRICS } from './trade.ts'
import { TRAFFIC_METRICS } from './traffic.ts'
import { USER_METRICS } from './user.ts'

/** Every metric, in the order that the dictionary shows them. Nobody writes a second formula. */
export const METRICS: readonly Metric[] = [
  ...TRADE_METRICS,
  ...TRAFFIC_METRICS,
  ...CONVERSION_METRICS,
  ...USER_METRICS,
  ...MEDIA_METRICS,
  ...PROFIT_METRICS,
  ...GOODS_METRICS,
  ...SERVICE_METRICS,
  ...BRAND_METRICS,
  ...PLATFORM_METRICS,
]

const BY_ID = new Map(METRICS.map((m) => [m.id, m]))

export const findMetric = (id: string): Metric | undefined => BY_ID.get(id)

/** Errors: throws on an id that is no metric. */
export function getMetric(id: string): Metric {
  const metric = findMetric(id)
  if (!metric) throw new Error(`no metric named ${id}`)
  return metric
}
