import type { Source } from '../measure.ts'
import { channelSql, paidTrafficSql, trafficClassSql } from '../traffic-class.ts'
import { dayDimensions } from './day-dimensions.ts'

const column = (name: string) => ({ sql: `f.${name}` })
const orProduct = (name: string) => ({
  sql: `if(f.${name} != '', f.${name}, products.${name})`,
  joins: ['products'] as const,
})

const LINE_DIMENSIONS: Source['dimensions'] = {
  channel: { sql: channelSql('f.channel') },
  trafficClass: { sql: trafficClassSql('f.channel') },
  paidTraffic: { sql: paidTrafficSql('f.channel') },
  category: orProduct('category'),
  brand: orProduct('brand'),
  item: column('item_id'),
  sku: column('sku_id'),
  province: column('province'),
  city: column('city'),
  device: column('device'),
  campaign: column('campaign'),
  memberTier: column('member_tier'),
}

/** An order line is known from its placing to its refund, so the shop's order data spans all three days. */
const COVERAGE: Source['coverage'] = {
  table: 'order_lines',
  from: 'min(created_day)',
  to: 'greatest(max(created_day), ifNull(max(paid_day), max(created_day)), ifNull(max(refunded_day), max(created_day)))',
  seen: '1',
  latestAt: 'greatest(max(created_at), ifNull(max(paid_at), max(created_at)))',
}
const COVERAGE_WITH_BUYERS: Source['coverage'] = { ...COVERAGE, seen: 'buyer != 0' }

const paidDay = 'assumeNotNull(f.paid_day)'
const paidSales = ["f.kind = 'sale'", 'f.paid_day IS NOT NULL']

/** A line whose amount is known to be nothing (a gift) makes nobody a buyer; an unknown amount does. */
export const PURCHASE = 'ifNull(f.paid_cents, 1) > 0'
/** The buyer's first purchase ever in this shop lies in the row's period. */
export const IS_NEW = 'first_purchases.day >= $periodFrom'

/** Orders by the day they were placed. */
export const PLACED_LINES: Source = {
  id: 'placedLines',
  tables: ['order_lines'],
  from: 'order_lines AS f FINAL',
  day: 'f.created_day',
  at: 'f.created_at',
  where: ["f.kind = 'sale'"],
  dimensions: { ...LINE_DIMENSIONS, ...dayDimensions('f.created_day') },
  emptyIs: 0,
  coverage: COVERAGE,
}

/** Sales by the day they were paid. */
export const PAID_LINES: Source = {
  id: 'paidLines',
  tables: ['order_lines'],
  from: 'order_lines AS f FINAL',
  day: 'f.paid_day',
  // A source with days only puts its payments at the start of the day.
  at: `ifNull(f.paid_at, toDateTime64(${paidDay}, 3, {zone:String}))`,
  where: paidSales,
  dimensions: {
    ...LINE_DIMENSIONS,
    ...dayDimensions(paidDay),
    buyerKind: {
      sql: `multiIf(f.buyer = 0, '', ${IS_NEW}, 'new', 'returning')`,
      joins: ['firstPurchases'],
    },
  },
  emptyIs: 0,
  coverage: COVERAGE,
}

/** Refunds by the day they were completed. */
export const REFUNDED_LINES: Source = {
  id: 'refundedLines',
  tables: ['order_lines'],
  from: 'order_lines AS f FINAL',
  day: 'f.refunded_day',
  at: null,
  // A credit note can hold a line that takes part of the credit back: negative, and part of the sum.
  where: ['f.refunded_day IS NOT NULL', 'f.refund_cents != 0'],
  dimensions: { ...LINE_DIMENSIONS, ...dayDimensions('assumeNotNull(f.refunded_day)') },
  emptyIs: 0,
  coverage: COVERAGE,
}

/** One row a buyer of the cell, with what they bought in it. */
export const PAID_BUYERS: Source = {
  ...PAID_LINES,
  id: 'paidBuyers',
  where: [...paidSales, 'f.buyer != 0', PURCHASE],
  each: { key: { buyer: 'f.buyer' }, columns: { orders: 'uniqExact(f.order_id)' } },
  coverage: COVERAGE_WITH_BUYERS,
}

/** One row a day of the cell, with what was paid on it. */
export const PAID_DAYS: Source = {
  ...PAID_LINES,
  id: 'paidDays',
  each: { key: { day: paidDay }, columns: { paid_cents: 'sum(f.paid_cents)' } },
}

/** The last day a Date column can hold: stands for "never again", which NULL cannot because argMin steps over it. */
const NEVER = "toDate('2149-06-06')"

const ORDER_COLUMNS = ['channel', 'device', 'province', 'city', 'campaign', 'member_tier']

/**
 * One row a buyer of the cell: the day of the first order in it and of the very next order, in the cell or not.
 * All orders of the shop are read, because the next one may lie behind the range.
 */
export const FIRST_ORDERS: Source = {
  id: 'firstOrders',
  tables: ['order_lines'],
  from: `(
  SELECT
    *,
    leadInFrame(day, 1, ${NEVER}) OVER (
      PARTITION BY buyer ORDER BY at, order_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS next_day
  FROM (
    SELECT
      any(f.store) AS store,
      f.buyer AS buyer,
      f.order_id AS order_id,
      min(${paidDay}) AS day,
      min(ifNull(f.paid_at, f.created_at)) AS at,
${ORDER_COLUMNS.map((c) => `      argMin(f.${c}, f.line_id) AS ${c}`).join(',\n')}
    FROM order_lines AS f FINAL
    WHERE f.store = {store:String} AND ${[...paidSales, 'f.buyer != 0', PURCHASE].join(' AND ')}
    GROUP BY f.buyer, f.order_id
  )
) AS f`,
  day: 'f.day',
  at: null,
  where: [],
  dimensions: {
    channel: { sql: channelSql('f.channel') },
    trafficClass: { sql: trafficClassSql('f.channel') },
    paidTraffic: { sql: paidTrafficSql('f.channel') },
    province: column('province'),
    city: column('city'),
    device: column('device'),
    campaign: column('campaign'),
    memberTier: column('member_tier'),
    ...dayDimensions('f.day'),
    buyerKind: { sql: `if(${IS_NEW}, 'new', 'returning')`, joins: ['firstPurchases'] },
  },
  each: {
    key: { buyer: 'f.buyer' },
    columns: { first_day: 'argMin(f.day, (f.at, f.order_id))', next_day: 'argMin(f.next_day, (f.at, f.order_id))' },
  },
  emptyIs: 0,
  coverage: COVERAGE_WITH_BUYERS,
}
