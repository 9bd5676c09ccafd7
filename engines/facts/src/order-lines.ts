import { factTable } from './fact-table.ts'

/** In order of progress: a later export never takes an order back to an earlier status. */
export const ORDER_STATUSES = ['unpaid', 'paid', 'shipped', 'done', 'closed'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

/**
 * One row a line of an order. Where an export knows only whole orders, the order is one line with an empty item.
 * Each amount belongs to its own day: `gmv_cents` to created_day, `paid_cents` to paid_day, `refund_cents` to refunded_day.
 */
export const ORDER_LINES = factTable({
  name: 'order_lines',
  meaning: 'orders, one row a line',
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'created_day', type: 'Date', meaning: 'business day the order was placed' },
    { name: 'order_id', type: 'String', meaning: 'order number as text (19 digits on Taobao)' },
    { name: 'line_id', type: 'String', meaning: 'sub-order number, else hash of content and occurrence' },
    { name: 'created_at', type: "DateTime64(3, 'UTC')", meaning: 'when placed', codec: 'Delta, ZSTD(1)' },
    {
      name: 'paid_day',
      type: 'Nullable(Date)',
      meaning: 'business day of payment (of the balance for a pre-sale); null unpaid',
    },
    { name: 'paid_at', type: "Nullable(DateTime64(3, 'UTC'))", meaning: 'when paid; null unpaid' },
    {
      name: 'refunded_day',
      type: 'Nullable(Date)',
      meaning: 'business day the refund completed; the paid day where the source has no time',
    },
    { name: 'status', type: 'LowCardinality(String)', meaning: 'one of ORDER_STATUSES' },
    { name: 'kind', type: 'LowCardinality(String)', meaning: 'sale, refund (a credit line), adjustment, writeoff' },
    { name: 'buyer', type: 'UInt64', meaning: 'keyed hash of the buyer id; 0 unknown' },
    {
      name: 'member_tier',
      type: 'LowCardinality(String)',
      meaning: 'member tier at purchase; empty not a member or unknown',
    },
    { name: 'province', type: 'LowCardinality(String)', meaning: 'province or country of delivery' },
    { name: 'city', type: 'LowCardinality(String)', meaning: 'city of delivery' },
    { name: 'channel', type: 'LowCardinality(String)', meaning: 'traffic source of the order' },
    { name: 'device', type: 'LowCardinality(String)', meaning: 'app, pc, …' },
    { name: 'campaign', type: 'LowCardinality(String)', meaning: 'campaign id' },
    { name: 'item_id', type: 'String', meaning: 'listing; empty when the source knows only the order' },
    { name: 'sku_id', type: 'String', meaning: 'sellable variant' },
    { name: 'title', type: 'String', meaning: 'product title as sold' },
    { name: 'category', type: 'LowCardinality(String)', meaning: 'category name' },
    { name: 'brand', type: 'LowCardinality(String)', meaning: 'brand name' },
    { name: 'is_product', type: 'UInt8', meaning: '0 for postage, fees and other lines that are not goods' },
    { name: 'quantity', type: 'Int32', meaning: 'units; negative on credit lines' },
    { name: 'gmv_cents', type: 'Int64', meaning: 'order value placed, before cancellations and refunds' },
    {
      name: 'paid_cents',
      type: 'Nullable(Int64)',
      meaning: 'paid in, postage included, later refunds not taken off; null unknown',
    },
    { name: 'refund_cents', type: 'Int64', meaning: 'refunded, positive' },
    { name: 'discount_cents', type: 'Int64', meaning: 'discounts taken off the list price' },
    { name: 'postage_cents', type: 'Int64', meaning: 'postage within paid_cents' },
    { name: 'cost_cents', type: 'Nullable(Int64)', meaning: 'cost of the goods; null unknown' },
    { name: 'commission_cents', type: 'Nullable(Int64)', meaning: 'platform and creator commission; null unknown' },
    { name: 'freight_cents', type: 'Nullable(Int64)', meaning: 'freight the shop paid; null unknown' },
    { name: 'fee_cents', type: 'Nullable(Int64)', meaning: 'payment and other fees; null unknown' },
    { name: 'presale', type: 'UInt8', meaning: '1 for deposit-and-balance orders' },
    {
      name: 'content_hash',
      type: 'UInt64',
      meaning: 'hash of everything but provenance: tells an unchanged row from an update',
    },
    { name: 'version', type: 'UInt64', meaning: 'status rank, then import number: the row that stays' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'created_day', 'order_id', 'line_id'],
  // A source without order numbers has them made of the buyer and the day.
  person: {
    column: 'buyer',
    blank: ['city'],
    rename: ['order_id'],
    purposeZh: '交易与对账：金额、退款；识别老客与复购',
    purposeEn: 'trade and accounts: amounts, refunds; returning buyers and repurchase',
    retention: 'detach',
  },
  partitionBy: 'toYear(created_day)',
  shardBy: 'cityHash64(order_id)',
  indexes: ['INDEX paid_day_range paid_day TYPE minmax', 'INDEX refunded_day_range refunded_day TYPE minmax'],
})
