import { factTable } from './fact-table.ts'

/**
 * What a visitor can do. `view` is a page or item view (PV); `pay` is a paid purchase seen by tracking. `checkout` is a step of it that
 * was reached (`page`), with how it was passed in `query`; `abandon` is leaving it, with the reason in `query`. `load` is a page that
 * became usable after `dwell_ms`, `quantity` jumps after the click that led to it. `reach` is the shop reaching somebody who was not
 * there: a mail, a message, a coupon put in the account, by `channel`.
 */
export const EVENT_TYPES = [
  'view',
  'exposure',
  'click',
  'search',
  'favourite',
  'cart',
  'order',
  'pay',
  'dwell',
  'share',
  'follow',
  'join',
  'checkout',
  'abandon',
  'load',
  'reach',
  'custom',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const EVENTS = factTable({
  name: 'events',
  meaning: 'visitor behaviour, one row an event',
  mode: 'append',
  columns: [
    { name: 'store', type: 'LowCardinality(String)', meaning: 'shop id' },
    { name: 'day', type: 'Date', meaning: "business day of `at` in the shop's time zone" },
    { name: 'at', type: "DateTime64(3, 'UTC')", meaning: 'when it happened', codec: 'Delta, ZSTD(1)' },
    { name: 'type', type: 'LowCardinality(String)', meaning: 'one of EVENT_TYPES' },
    { name: 'visitor', type: 'UInt64', meaning: 'keyed hash of the visitor id; 0 unknown' },
    { name: 'session', type: 'UInt64', meaning: 'keyed hash of the visit; 0 unknown (then cut by 30 idle minutes)' },
    { name: 'item_id', type: 'String', meaning: 'listing; empty when the event is not about one' },
    { name: 'category', type: 'LowCardinality(String)', meaning: 'category name or id' },
    { name: 'brand', type: 'LowCardinality(String)', meaning: 'brand name or id' },
    { name: 'channel', type: 'LowCardinality(String)', meaning: 'traffic source, e.g. search, recommend, live, ads' },
    { name: 'device', type: 'LowCardinality(String)', meaning: 'app, pc, wap, mini' },
    { name: 'page', type: 'LowCardinality(String)', meaning: 'home, list, detail, cart, checkout, live, …' },
    { name: 'province', type: 'LowCardinality(String)', meaning: 'province of the visitor' },
    { name: 'campaign', type: 'LowCardinality(String)', meaning: 'campaign id the visit belongs to' },
    {
      name: 'query',
      type: 'String',
      meaning: 'search words; of checkout how a step was passed, of abandon the reason',
    },
    { name: 'quantity', type: 'UInt32', meaning: 'units, for cart, order and pay; jumps on the way, for load' },
    { name: 'amount_cents', type: 'Int64', meaning: 'money of order and pay events, minor units' },
    { name: 'dwell_ms', type: 'UInt32', meaning: 'time on page, for load until it was usable, milliseconds' },
    { name: 'consent', type: 'UInt8', meaning: '1 consented to analysis, 0 not: kept only in counts of pages' },
    {
      name: 'row_key',
      type: 'UInt64',
      meaning: 'identity for deduplication: hash of the event id, else of content and occurrence',
    },
    { name: 'import_id', type: 'UInt32', meaning: 'import that brought the row; 0 is event intake' },
    { name: 'received_at', type: "DateTime64(3, 'UTC')", meaning: 'when it was stored', codec: 'Delta, ZSTD(1)' },
  ],
  // visitor before at: distinct visitors and funnels group by visitor, and neighbours compress best that way.
  orderBy: ['store', 'day', 'type', 'visitor', 'at'],
  // Without a visitor an event is what one without consent is: a page that was seen by nobody in particular.
  person: {
    column: 'visitor',
    blank: ['session', 'query', 'consent'],
    rename: [],
    purposeZh: '流量与转化分析：访客数、访问路径、复访',
    purposeEn: 'traffic and conversion: visitors, paths, return visits',
    retention: 'remove',
  },
  partitionBy: 'toYYYYMM(day)',
  shardBy: 'visitor',
})
