import type { BusinessDay } from '@zhanggui/kernel'

/**
 * Rows as the fact tables declare them, keyed by column name. Left out are the columns that belong to the loading, not to
 * the market: store, version, content_hash, import_id, received_at. Instants are UTC milliseconds, money is whole fen.
 */
export type EventRow = {
  day: BusinessDay
  at: number
  type: 'view' | 'search' | 'favourite' | 'cart' | 'order' | 'pay' | 'share' | 'follow' | 'join'
  visitor: number
  session: number
  item_id: string
  category: string
  brand: string
  channel: string
  device: string
  page: string
  province: string
  campaign: string
  query: string
  quantity: number
  amount_cents: number
  dwell_ms: number
  consent: 0 | 1
  row_key: number
}

export type OrderLineRow = {
  created_day: BusinessDay
  order_id: string
  line_id: string
  created_at: number
  paid_day: BusinessDay | null
  paid_at: number | null
  refunded_day: BusinessDay | null
  status: 'unpaid' | 'paid' | 'shipped' | 'done' | 'closed'
  kind: 'sale'
  buyer: number
  member_tier: string
  province: string
  city: string
  channel: string
  device: string
  campaign: string
  item_id: string
  sku_id: string
  title: string
  category: string
  brand: string
  is_product: 1
  quantity: number
  gmv_cents: number
  paid_cents: number | null
  refund_cents: number
  discount_cents: number
  postage_cents: number
  cost_cents: number
  commission_cents: number
  freight_cents: number
  fee_cents: number
  presale: 0 | 1
}

export type AdRow = {
  day: BusinessDay
  tool: string
  plan_id: string
  unit_id: string
  plan_name: string
  item_id: string
  keyword: string
  impressions: number
  clicks: number
  spend_cents: number
  attributed_paid_cents: number
  attributed_orders: number
  cart_adds: number
  favourites: number
  new_buyers: number
}

/** The platform's daily report of the whole shop (`source` empty) and of each traffic source. */
export type ShopDayRow = {
  day: BusinessDay
  item_id: ''
  source: string
  title: ''
  uv: number
  pv: number
  favourite_buyers: number
  cart_buyers: number
  cart_units: number
  order_buyers: number
  ordered_cents: number
  pay_buyers: number
  pay_units: number
  paid_cents: number
  new_pay_buyers: number
  old_pay_buyers: number
  refunded_cents: number | null
  search_uv: number | null
  bounce_rate: number | null
  dwell_seconds: number | null
}

export type FeedbackRow = {
  day: BusinessDay
  kind: 'review' | 'nps' | 'service'
  feedback_id: string
  at: number
  buyer: number
  item_id: string
  category: string
  score: number | null
  positive: 0 | 1 | null
  text: string
  first_reply_seconds: number | null
  agent: string
  channel: string
}

export type StockRow = {
  day: BusinessDay
  sku_id: string
  item_id: string
  category: string
  on_hand: number
  inbound: number
  on_sale: 0 | 1
  cost_cents: number
}

export type ItemRow = {
  item_id: string
  sku_id: string
  title: string
  category: string
  brand: string
  list_cents: number
  cost_cents: number
  on_sale: 0 | 1
  listed_day: BusinessDay
}

/** Everything that one business day adds to the fact tables. */
export type DayRows = {
  events: EventRow[]
  order_lines: OrderLineRow[]
  ad_daily: AdRow[]
  shop_daily: ShopDayRow[]
  feedback: FeedbackRow[]
  stock_daily: StockRow[]
}

export type MarketDay = { day: BusinessDay; rows: DayRows }
