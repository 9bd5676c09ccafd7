import type { Source } from '../measure.ts'
import { dayDimensions } from './day-dimensions.ts'

/** One row an SKU of the cell with its last count in it: stock is a level, never added over days. */
export const STOCK: Source = {
  id: 'stock',
  tables: ['stock_daily'],
  from: 'stock_daily AS f FINAL',
  day: 'f.day',
  at: null,
  where: [],
  dimensions: {
    item: { sql: 'f.item_id' },
    sku: { sql: 'f.sku_id' },
    category: { sql: "if(f.category != '', f.category, products.category)", joins: ['products'] },
    brand: { sql: 'products.brand', joins: ['products'] },
    ...dayDimensions('f.day'),
  },
  each: {
    key: { sku_id: 'f.sku_id' },
    columns: {
      item_id: 'argMax(f.item_id, f.day)',
      on_hand: 'argMax(f.on_hand, f.day)',
      on_sale: 'argMax(f.on_sale, f.day)',
      // −1 stands for unknown, which argMax would step over to an older count.
      cost_cents: 'argMax(ifNull(f.cost_cents, -1), f.day)',
      ever_on_sale: 'max(f.on_sale)',
    },
  },
  emptyIs: null,
  coverage: { table: 'stock_daily', from: 'min(day)', to: 'max(day)', seen: '1', latestAt: null },
}
