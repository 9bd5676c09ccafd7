export { AD_DAILY } from './ad-daily.ts'
export { createTableSql, WIDE_FROM_BYTES } from './create-table-sql.ts'
export { EVENT_TYPES, EVENTS, type EventType } from './events.ts'
export {
  type ColumnType,
  type FactColumn,
  type FactTable,
  factTable,
  type Person,
  type TableName,
} from './fact-table.ts'
export { FEEDBACK } from './feedback.ts'
export { forgottenColumn, isForgottenSql } from './forgotten-row.ts'
export { ITEMS } from './items.ts'
export { MEMBERS } from './members.ts'
export { ORDER_LINES, ORDER_STATUSES, type OrderStatus } from './order-lines.ts'
export { SHOP_DAILY } from './shop-daily.ts'
export { SOCIAL_POSTS } from './social-posts.ts'
export { STOCK_DAILY } from './stock-daily.ts'
export { FACT_TABLES, getFactTable } from './tables.ts'
