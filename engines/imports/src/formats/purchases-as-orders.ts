import type { DerivedRows } from '../import-format.ts'
import { ORDERS } from '../targets/orders.ts'

/**
 * A purchase in a behaviour log as an order line, so that buyers, orders and repurchase can be asked. The log knows no
 * amounts: `paid_cents` stays unknown.
 */
export const purchasesAsOrders: DerivedRows = {
  target: ORDERS,
  where: "type = 'pay'",
  columns: {
    order_id: 'toString(row_key)',
    line_id: "''",
    created_at: 'at',
    created_day: 'day',
    paid_at: 'at',
    paid_day: 'day',
    status: "'done'",
    kind: "'sale'",
    buyer: 'visitor',
    item_id: 'item_id',
    category: 'category',
    brand: 'brand',
    province: 'province',
    is_product: '1',
    quantity: 'toInt32(greatest(quantity, 1))',
  },
  classify: "'sale'",
}
