import type { ImportTarget } from '../import-target.ts'
import { ADS } from './ads.ts'
import { EVENTS_TARGET } from './events.ts'
import { FEEDBACK_TARGET } from './feedback.ts'
import { ITEMS_TARGET } from './items.ts'
import { MEMBERS_TARGET } from './members.ts'
import { ORDERS } from './orders.ts'
import { SHOP_DAILY_TARGET } from './shop-daily.ts'
import { SOCIAL_TARGET } from './social.ts'
import { STOCK } from './stock.ts'

/** What any file can be mapped to by hand. */
export const IMPORT_TARGETS: readonly ImportTarget[] = [
  ORDERS,
  EVENTS_TARGET,
  ADS,
  SHOP_DAILY_TARGET,
  ITEMS_TARGET,
  FEEDBACK_TARGET,
  STOCK,
  MEMBERS_TARGET,
  SOCIAL_TARGET,
]
