import type { FactStore } from '../src/storage/facts/fact-store.ts'

/** The shop and the year that dashboard questions are asked about. */
export const BENCH_STORE = 'bench'
export const BENCH_YEAR = { from: '2025-01-01', to: '2026-01-01' } as const

const INTO = `store, day, at, type, visitor, session, item_id, category, channel, device, page, province,
  quantity, amount_cents, consent, row_key, import_id, received_at`

/**
 * Events drawn by hashing row numbers, so that the same number of rows is the same year on every machine.
 * Every eight rows hold two visits of uneven length (many of them a single view). One visit in five fills a cart, two in
 * five of those place an order, most of these pay. A few buyers come often. Four in a hundred visits are on 11 November.
 */
const EVENTS_SQL = `
INSERT INTO events (${INTO})
WITH
  intDiv(n, 8) AS pair,
  1 + cityHash64(pair, 'cut') % 7 AS cut,
  toUInt8(n % 8 >= cut) AS second,
  if(second, n % 8 - cut, n % 8) AS position,
  cityHash64(pair, second, 'visit') AS visit,
  toUInt64({visitors:UInt64} * pow((cityHash64(visit, 'who') % 1000000) / 1000000, 2)) AS person,
  if(visit % 100 < 4, 314, cityHash64(visit, 'day') % 365) AS day_of_year,
  toDate({from:String}) + day_of_year AS shop_day,
  25200 + cityHash64(visit, 'time') % 60000 AS second_of_day,
  cityHash64(visit, 'intent') % 100 AS intent,
  cityHash64(visit, 'thing') AS thing,
  multiIf(
    position = 2 AND intent < 20, 'cart',
    position = 3 AND intent < 8, 'order',
    position = 4 AND intent < 7, 'pay',
    position = 2 AND intent < 28, 'favourite',
    position = 1 AND intent > 90, 'search',
    'view') AS what,
  toUInt64(2000 * pow((if(what = 'view', cityHash64(visit, position), thing) % 10007) / 10007, 2)) AS item
SELECT
  {store:String},
  shop_day,
  toDateTime64(toDateTime(shop_day, 'Asia/Shanghai'), 3, 'UTC') + second_of_day + position * 40,
  what,
  cityHash64(person, 'visitor'),
  visit,
  concat('item', toString(item)),
  concat('类目', toString(item % 12)),
  arrayElement(['搜索', '推荐', '直播', '直通车', '短视频', '私域', '淘宝客', '站外'], 1 + least(visit % 11, 7)),
  arrayElement(['app', 'app', 'app', 'wap', 'pc'], 1 + person % 5),
  if(position = 0, 'home', 'detail'),
  arrayElement(['广东', '浙江', '江苏', '上海', '北京', '四川', '山东', '河南', '湖北', '湖南'], 1 + person % 10),
  if(what IN ('cart', 'order', 'pay'), 1, 0),
  if(what IN ('order', 'pay'), 990 + thing % 30000, 0),
  1,
  cityHash64(n, 'row'),
  0,
  now64(3)
FROM (SELECT number AS n FROM numbers_mt({first:UInt64}, {rows:UInt64}))
`

/** Each payment seen by tracking is an order of one line; one in twelve was refunded three days later. */
const ORDERS_SQL = `
INSERT INTO order_lines (store, created_day, order_id, line_id, created_at, paid_day, paid_at, refunded_day, status, kind,
  buyer, province, channel, device, item_id, category, is_product, quantity, gmv_cents, paid_cents, refund_cents,
  content_hash, version, import_id)
SELECT
  store, day, toString(session), '1', at, day, at, if(session % 12 = 0, day + 3, NULL), 'done', 'sale',
  visitor, province, channel, device, item_id, category, 1, quantity, amount_cents, amount_cents,
  if(session % 12 = 0, amount_cents, 0), row_key, 1, 0
FROM events
WHERE store = {store:String} AND type = 'pay'
`

/** Blocks as large as a server's, so that the year does not begin in a thousand parts. */
const LARGE_BLOCKS = { min_insert_block_size_rows: 1_048_449, min_insert_block_size_bytes: 256 * 1024 * 1024 }

/** One statement for a hundred million rows of every day of a year is more than the engine may hold. */
const SLICE = 20_000_000

/** Fills the fact store with `rows` generated events of one year and the orders that follow from them. */
export async function generateYear(facts: FactStore, rows: number): Promise<void> {
  const params = { store: BENCH_STORE, visitors: Math.max(100, Math.round(rows / 20)), from: BENCH_YEAR.from }
  for (let first = 0; first < rows; first += SLICE)
    await facts.command(EVENTS_SQL, { ...params, first, rows: Math.min(SLICE, rows - first) }, LARGE_BLOCKS)
  await facts.command(ORDERS_SQL, { store: BENCH_STORE }, LARGE_BLOCKS)
}

/** Views that arrive on the last day of the year, of visitors who come often. Each call is another batch of them. */
const TODAY_SQL = `
INSERT INTO events (${INTO})
SELECT {store:String}, {day:Date}, toDateTime64(toDateTime({day:Date}, 'Asia/Shanghai'), 3, 'UTC') + 43200 + n % 3600,
  'view', cityHash64(toUInt64(n % 1000), 'visitor'), cityHash64(n, {batch:UInt32}, 'visit'), 'item1', '类目1', '搜索', 'app',
  'detail', '广东', 0, 0, 1, cityHash64(n, {batch:UInt32}, 'row'), 0, now64(3)
FROM (SELECT number AS n FROM numbers({rows:UInt64}))
`

let batches = 0

export const arriveToday = (facts: FactStore, rows: number): Promise<void> =>
  facts.command(TODAY_SQL, { store: BENCH_STORE, rows, day: '2025-12-31', batch: ++batches })
