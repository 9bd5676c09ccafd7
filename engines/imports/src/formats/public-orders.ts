import { importFormat } from '../import-format.ts'
import { ORDERS } from '../targets/orders.ts'

/** Grocery lines; the value column is what the shop received, coupons that the shop paid already taken off. */
export const COMPLETEJOURNEY = importFormat({
  id: 'completejourney_transactions',
  nameZh: 'Complete Journey 交易明细',
  nameEn: 'Complete Journey transactions',
  system: 'public data',
  target: ORDERS,
  signature: [
    'household_id',
    'store_id',
    'basket_id',
    'product_id',
    'quantity',
    'sales_value',
    'retail_disc',
    'coupon_disc',
    'transaction_timestamp',
  ],
  fields: {
    buyer: ['household_id'],
    orderId: ['basket_id'],
    itemId: ['product_id'],
    quantity: ['quantity'],
    total: ['sales_value'],
    discount: ['retail_disc'],
    couponDiscount: ['coupon_disc'],
    createdAt: ['transaction_timestamp'],
  },
  extraFields: [{ id: 'couponDiscount', nameZh: '优惠券', nameEn: 'Coupon', kind: 'money', synonyms: ['coupon_disc'] }],
  columns: {
    line_id: "''",
    discount_cents: 'abs(coalesce({discount}, 0)) + abs(coalesce({couponDiscount}, 0))',
  },
  identity: 'content',
  noteZh: 'sales_value 为实收金额；折扣与优惠券计入优惠。',
  noteEn: 'sales_value is what was received; discounts and coupons count as discount.',
})

/** One row a customer and day; an order has no number of its own. */
export const CDNOW = importFormat({
  id: 'cdnow_master',
  nameZh: 'CDNOW 购买记录',
  nameEn: 'CDNOW purchases',
  system: 'public data',
  target: ORDERS,
  signature: ['customer_id', 'date', 'number_of_cds', 'dollar_value'],
  fields: { buyer: ['customer_id'], createdAt: ['date'], quantity: ['number_of_cds'], total: ['dollar_value'] },
  optional: ['orderId'],
  columns: {
    order_id: "concat(toString({buyer}), '-', toString(toDate({createdAt}, {timeZone:String})))",
    line_id: "''",
  },
  identity: 'content',
  noteZh: '固定宽度文本；没有订单号，同一客户同一天记为一单。',
  noteEn: 'Fixed-width text without order numbers: a customer and day is one order.',
})

/** Purchases of mother-and-baby goods without amounts. */
export const MUM_BABY = importFormat({
  id: 'tmall_mum_baby',
  nameZh: '天猫母婴购买记录',
  nameEn: 'Tmall mother-and-baby purchases',
  system: 'public data',
  target: ORDERS,
  signature: ['user_id', 'auction_id', 'category_2', 'category_1', 'buy_mount', 'day'],
  fields: {
    buyer: ['user_id'],
    itemId: ['auction_id'],
    category: ['category_1'],
    quantity: ['buy_mount'],
    createdAt: ['day'],
  },
  optional: ['orderId'],
  columns: {
    order_id: "concat(toString({buyer}), '-', toString(toDate({createdAt}, {timeZone:String})))",
    line_id: "''",
    gmv_cents: '0',
    paid_cents: "CAST(NULL, 'Nullable(Int64)')",
  },
  kinds: { category: 'identifier' },
  identity: 'content',
  noteZh: '没有金额，支付金额为未知；同一用户同一天记为一单。',
  noteEn: 'No amounts: paid is unknown. A user and day is one order.',
})
