import { ORDER_LINES } from '@zhanggui/facts'
import type { Sql } from './sql-text.ts'

/** Line id of the row that takes the items' amounts off the whole-order line. */
export const BALANCE_LINE = '=items'

/** What an item report does not know and the order list does. */
const FROM_ORDER = ['buyer', 'province', 'city', 'device', 'member_tier', 'channel', 'campaign'] as const

const isUnknown = (column: (typeof FROM_ORDER)[number]): Sql =>
  column === 'buyer' ? 'i.buyer = 0' : `i.${column} = ''`
const isKnown = (column: (typeof FROM_ORDER)[number]): Sql =>
  column === 'buyer' ? 'o.buyer != 0' : `o.${column} != ''`

export type BalanceNames = { facts: string; stage: string }

/** The current rows of the orders that an import touched. Parameters: store, fromDay, toDay. */
const touched = ({ facts, stage }: BalanceNames): Sql => `SELECT * FROM ${facts} FINAL
WHERE store = {store:String} AND created_day >= {fromDay:Date} AND created_day <= {toDay:Date} AND kind = 'sale'
AND order_id GLOBAL IN (SELECT order_id FROM ${stage} WHERE _fault = 0)`

const itemsOf = (names: BalanceNames): Sql =>
  `SELECT * FROM (${touched(names)}) WHERE line_id NOT IN ('', '${BALANCE_LINE}')`
const wholesOf = (names: BalanceNames): Sql => `SELECT * FROM (${touched(names)}) WHERE line_id = ''`

/** Shape: one row `{ orders }`: touched orders that came both whole and by item. */
export const countBothSql = (names: BalanceNames): Sql =>
  `SELECT count() AS orders FROM (SELECT order_id FROM (${touched(names)}) GROUP BY order_id
HAVING countIf(line_id = '') > 0 AND countIf(line_id NOT IN ('', '${BALANCE_LINE}')) > 0)`

/**
 * Items take the buyer and the place from their order. The version moves by one only, which no import's own version does,
 * so that the next export of the item still replaces it.
 */
export function fillItemsSql(names: BalanceNames): Sql {
  const columns = ORDER_LINES.columns.map((c) => c.name)
  const taken: readonly string[] = FROM_ORDER
  const values = ORDER_LINES.columns.map(({ name }) => {
    const column = FROM_ORDER.find((c) => c === name)
    if (column) return `if(${isUnknown(column)}, o.${column}, i.${column}) AS ${column}`
    return name === 'version' ? 'bitOr(i.version, 1) AS version' : `i.${name} AS ${name}`
  })
  const changes = FROM_ORDER.map((c) => `(${isUnknown(c)} AND ${isKnown(c)})`).join(' OR ')
  return `INSERT INTO ${names.facts} (${columns.join(', ')})
SELECT ${values.join(', ')}
FROM (${itemsOf(names)}) AS i
INNER JOIN (SELECT order_id, ${taken.join(', ')} FROM (${wholesOf(names)}) LIMIT 1 BY order_id) AS o ON o.order_id = i.order_id
WHERE ${changes}`
}

const AMOUNTS = ['gmv_cents', 'refund_cents', 'discount_cents'] as const

/**
 * One line an order that takes off what its items say, so that the order's total stays what the order list says and what the
 * items do not explain (postage, rounding) stays on the order. Written only where it is new or has changed.
 */
export function balanceSql(names: BalanceNames): Sql {
  const sums = [
    ...AMOUNTS.map((c) => `-sum(${c}) AS b_${c}`),
    'if(countIf(isNotNull(paid_cents)) = 0, NULL, -sum(paid_cents)) AS b_paid_cents',
    'toInt32(-sum(quantity)) AS b_quantity',
    'max(paid_day) AS b_paid_day',
    'max(paid_at) AS b_paid_at',
    'max(refunded_day) AS b_refunded_day',
  ]
  const made: Record<string, Sql> = {
    line_id: `'${BALANCE_LINE}'`,
    item_id: "''",
    sku_id: "''",
    title: "''",
    is_product: '0',
    postage_cents: '0',
    gmv_cents: 'b.b_gmv_cents',
    paid_cents: 'b.b_paid_cents',
    refund_cents: 'b.b_refund_cents',
    discount_cents: 'b.b_discount_cents',
    quantity: 'b.b_quantity',
    paid_day: 'b.b_paid_day',
    paid_at: 'b.b_paid_at',
    refunded_day: 'b.b_refunded_day',
    content_hash:
      'cityHash64(b.b_gmv_cents, ifNull(b.b_paid_cents, 0), b.b_refund_cents, b.b_quantity, o.status, o.buyer)',
    version: 'toUInt64({importId:UInt32}) * 2',
    import_id: '{importId:UInt32}',
  }
  const columns = ORDER_LINES.columns.map((c) => c.name)
  const stored = `SELECT order_id, content_hash AS was FROM (${touched(names)}) WHERE line_id = '${BALANCE_LINE}'`
  return `INSERT INTO ${names.facts} (${columns.join(', ')})
SELECT ${columns.map((c) => `${made[c] ?? `o.${c}`} AS ${c}`).join(', ')}
FROM (SELECT * FROM (${wholesOf(names)}) LIMIT 1 BY order_id) AS o
INNER JOIN (SELECT order_id, ${sums.join(', ')} FROM (${itemsOf(names)}) GROUP BY order_id) AS b ON b.order_id = o.order_id
LEFT JOIN (${stored}) AS s ON s.order_id = o.order_id
WHERE s.was != ${made.content_hash}`
}
