import type { FactStore } from '../src/storage/facts/fact-store.ts'
import { stringLiteral } from '../src/storage/facts/sql-literal.ts'

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

/** Every block holds all twelve months and becomes twelve parts: blocks as large as a server's keep their number down. */
const LARGE_BLOCKS = { min_insert_block_size_rows: 1_048_449, min_insert_block_size_bytes: 256 * 1024 * 1024 }

/** One statement for a hundred million rows of every day of a year is more than the engine may hold. */
const SLICE = 20_000_000

/** A merge makes four projections on the way and takes up to 300 MB: more than two at once leave too little for the rest. */
const MERGES_AT_ONCE = 2

async function insertEvents(facts: FactStore, rows: number): Promise<void> {
  const params = { store: BENCH_STORE, visitors: Math.max(100, Math.round(rows / 20)), from: BENCH_YEAR.from }
  for (let first = 0; first < rows; first += SLICE)
    await facts.command(EVENTS_SQL, { ...params, first, rows: Math.min(SLICE, rows - first) }, LARGE_BLOCKS)
}

/** Each month into one part, as merging in the background leaves a month that is over. */
async function mergeMonths(facts: FactStore): Promise<void> {
  const months = await facts.query<{ id: string }>(
    `SELECT DISTINCT partition_id AS id FROM system.parts
WHERE active AND database = {database:String} AND table = 'events' ORDER BY id`,
    { database: facts.database },
  )
  const merge = async (): Promise<void> => {
    for (let month = months.pop(); month; month = months.pop())
      await facts.command(`OPTIMIZE TABLE ${facts.localTable('events')} PARTITION ID ${stringLiteral(month.id)} FINAL`)
  }
  await Promise.all(Array.from({ length: MERGES_AT_ONCE }, merge))
}

/** The engine merges nothing by itself meanwhile: with its own merges behind the inserts, memory is not enough for either. */
async function withoutOwnMerges(facts: FactStore, work: () => Promise<void>): Promise<void> {
  const setting = 'max_bytes_to_merge_at_max_space_in_pool'
  await facts.command(`ALTER TABLE ${facts.localTable('events')} MODIFY SETTING ${setting} = 1`)
  await work()
  await facts.command(`ALTER TABLE ${facts.localTable('events')} RESET SETTING ${setting}`)
}

/** Fills the fact store with `rows` generated events of one year and the orders that follow from them. */
export async function generateYear(facts: FactStore, rows: number): Promise<void> {
  await withoutOwnMerges(facts, async () => {
    await insertEvents(facts, rows)
    await mergeMonths(facts)
  })
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
