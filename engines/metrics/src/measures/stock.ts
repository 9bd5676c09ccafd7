import type { Measure } from '../measure.ts'

export const STOCK_MEASURES: readonly Measure[] = [
  { id: 'stockUnits', source: 'stock', sql: 'sum(on_hand)' },
  {
    id: 'stockValue',
    source: 'stock',
    sql: 'if(countIf(cost_cents < 0 AND on_hand > 0) = 0, sumIf(on_hand * cost_cents, on_hand > 0), NULL)',
  },
  { id: 'onSaleItems', source: 'stock', sql: 'uniqExactIf(item_id, ever_on_sale = 1)' },
  { id: 'onSaleSkus', source: 'stock', sql: 'countIf(on_sale = 1)' },
  { id: 'soldOutSkus', source: 'stock', sql: 'countIf(on_sale = 1 AND on_hand <= 0)' },
]
