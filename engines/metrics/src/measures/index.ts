import type { Measure } from '../measure.ts'
import { FEEDBACK_MEASURES } from './feedback.ts'
import { MEDIA_MEASURES } from './media.ts'
import {
  BUYER_MEASURES,
  DAY_MEASURES,
  PAID_MEASURES,
  PLACED_MEASURES,
  REFUND_MEASURES,
  REPURCHASE_MEASURES,
} from './orders.ts'
import { PLATFORM_MEASURES } from './platform.ts'
import { MEMBER_MEASURES, SOCIAL_MEASURES } from './social.ts'
import { STOCK_MEASURES } from './stock.ts'
import { TRAFFIC_MEASURES } from './traffic.ts'

export const MEASURES: readonly Measure[] = [
  ...PLACED_MEASURES,
  ...PAID_MEASURES,
  ...REFUND_MEASURES,
  ...BUYER_MEASURES,
  ...DAY_MEASURES,
  ...REPURCHASE_MEASURES,
  ...TRAFFIC_MEASURES,
  ...MEDIA_MEASURES,
  ...PLATFORM_MEASURES,
  ...FEEDBACK_MEASURES,
  ...STOCK_MEASURES,
  ...MEMBER_MEASURES,
  ...SOCIAL_MEASURES,
]

const BY_ID = new Map(MEASURES.map((m) => [m.id, m]))

/** Errors: throws on an id that is no measure. */
export function getMeasure(id: string): Measure {
  const measure = BY_ID.get(id)
  if (!measure) throw new Error(`no measure named ${id}`)
  return measure
}
