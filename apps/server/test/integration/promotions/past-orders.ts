import type { Context } from '../../../src/context.ts'
import { insertFacts } from '../insight/insert-facts.ts'

/** A paid line of 2026-11-05: so many units at a listed price, so much off. */
const line = (order: string, item: string, given: { units: number; yuan: number; off?: number; more?: object }) => {
  const { units, yuan, off = 0, more = {} } = given
  const at = '2026-11-05T04:00:00.000Z'
  const goods = (units * yuan - off) * 100
  return {
    store: 'alpha',
    order_id: order,
    line_id: `${order}-${item}`,
    item_id: item,
    buyer: 1,
    created_day: '2026-11-05',
    created_at: at,
    paid_day: '2026-11-05',
    paid_at: at,
    status: 'done',
    quantity: units,
    gmv_cents: goods,
    paid_cents: goods,
    discount_cents: off * 100,
    ...more,
  }
}

/** Three orders: 299 + 199 listed with 10 off, 2 × 100 with 12 postage, and one of a month before. */
export const fillPastOrders = (context: Context, prefix = ''): Promise<unknown> =>
  insertFacts(context, 'order_lines', [
    line(`${prefix}o1`, 'serum', { units: 1, yuan: 299, off: 10 }),
    line(`${prefix}o1`, 'cream', { units: 1, yuan: 199 }),
    line(`${prefix}o2`, 'mask', {
      units: 2,
      yuan: 100,
      more: { gmv_cents: 21_200, paid_cents: 21_200, postage_cents: 1200 },
    }),
    line(`${prefix}o3`, 'serum', {
      units: 1,
      yuan: 299,
      more: { created_day: '2026-10-01', paid_day: '2026-10-01', created_at: '2026-10-01T04:00:00.000Z' },
    }),
  ])
