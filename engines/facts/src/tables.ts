import { AD_DAILY } from './ad-daily.ts'
import { EVENTS } from './events.ts'
import type { FactTable, TableName } from './fact-table.ts'
import { FEEDBACK } from './feedback.ts'
import { ITEMS } from './items.ts'
import { MEMBERS } from './members.ts'
import { ORDER_LINES } from './order-lines.ts'
import { SHOP_DAILY } from './shop-daily.ts'
import { SOCIAL_POSTS } from './social-posts.ts'
import { STOCK_DAILY } from './stock-daily.ts'

export const FACT_TABLES: readonly FactTable[] = [
  EVENTS,
  ORDER_LINES,
  AD_DAILY,
  SHOP_DAILY,
  FEEDBACK,
  STOCK_DAILY,
  ITEMS,
  MEMBERS,
  SOCIAL_POSTS,
]

/** Errors: throws on a name that is no fact table. */
export function getFactTable(name: TableName): FactTable {
  const table = FACT_TABLES.find((t) => t.name === name)
  if (!table) throw new Error(`no fact table named ${name}`)
  return table
}
