import { factTable } from './fact-table.ts'

const count = (name: string, meaning: string) => ({ name, type: 'Nullable(Int64)', meaning }) as const

/** 生意参谋 figures as the platform states them: never added over days where they count people. */
export const SHOP_DAILY = factTable({
  name: 'shop_daily',
  meaning: "the platform's own daily report, by shop, item or traffic source",
  mode: 'replace',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'day', type: 'Date', meaning: 'business day' },
    { name: 'item_id', type: 'String', meaning: 'listing; empty for the whole shop' },
    { name: 'source', type: 'LowCardinality(String)', meaning: 'traffic source; empty for all' },
    { name: 'title', type: 'String', meaning: 'listing title' },
    count('uv', '访客数'),
    count('pv', '浏览量'),
    count('favourite_buyers', '收藏人数'),
    count('cart_buyers', '加购人数'),
    count('cart_units', '加购件数'),
    count('order_buyers', '下单买家数'),
    count('ordered_cents', '下单金额'),
    count('pay_buyers', '支付买家数'),
    count('pay_units', '支付件数'),
    count('paid_cents', '支付金额'),
    count('new_pay_buyers', '支付新买家数'),
    count('old_pay_buyers', '支付老买家数'),
    count('refunded_cents', '成功退款金额'),
    count('search_uv', '搜索引导访客数'),
    { name: 'bounce_rate', type: 'Nullable(Float64)', meaning: '跳出率, ratio as stated by the platform' },
    { name: 'dwell_seconds', type: 'Nullable(Float64)', meaning: '平均停留时长, seconds' },
    { name: 'version', type: 'UInt64', meaning: 'import number: the row that stays' },
    { name: 'content_hash', type: 'UInt64', meaning: 'hash of everything but provenance' },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row' },
  ],
  orderBy: ['store', 'day', 'item_id', 'source'],
  partitionBy: 'toYear(day)',
  shardBy: 'cityHash64(item_id)',
})
