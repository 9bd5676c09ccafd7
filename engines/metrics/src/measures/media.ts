import type { Measure } from '../measure.ts'

const ad = (id: string, sql: string): Measure => ({ id, source: 'ads', sql })

export const MEDIA_MEASURES: readonly Measure[] = [
  ad('impressions', 'sum(f.impressions)'),
  ad('clicks', 'sum(f.clicks)'),
  ad('spend', 'sum(f.spend_cents)'),
  ad('attributedPaid', 'sum(f.attributed_paid_cents)'),
  ad('attributedOrders', 'sum(f.attributed_orders)'),
]
