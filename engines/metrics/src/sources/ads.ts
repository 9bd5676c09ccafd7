import type { Source } from '../measure.ts'
import { dayDimensions } from './day-dimensions.ts'

/** Advertising by day, as the tools report it. */
export const ADS: Source = {
  id: 'ads',
  tables: ['ad_daily'],
  from: 'ad_daily AS f FINAL',
  day: 'f.day',
  at: null,
  where: [],
  dimensions: {
    tool: { sql: 'f.tool' },
    plan: { sql: "if(f.plan_name != '', f.plan_name, f.plan_id)" },
    keyword: { sql: 'f.keyword' },
    item: { sql: 'f.item_id' },
    category: { sql: 'products.category', joins: ['products'] },
    brand: { sql: 'products.brand', joins: ['products'] },
    ...dayDimensions('f.day'),
  },
  emptyIs: 0,
  coverage: { table: 'ad_daily', from: 'min(day)', to: 'max(day)', seen: '1', latestAt: null },
}
