import { GOODS_RULES } from './goods.ts'
import { MEDIA_RULES } from './media.ts'
import type { ShippedRule } from './shipped-rule.ts'
import { SHOP_QUALITY_RULES } from './shop-quality.ts'
import { TRADE_RULES } from './trade.ts'

/** Every rule that is shipped; a shop takes those that it wants and changes their figures. */
export const ALERT_LIBRARY: readonly ShippedRule[] = [
  ...TRADE_RULES,
  ...SHOP_QUALITY_RULES,
  ...MEDIA_RULES,
  ...GOODS_RULES,
]
