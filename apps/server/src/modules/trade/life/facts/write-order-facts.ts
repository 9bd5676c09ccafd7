import { ORDER_LINES } from '@zhanggui/facts'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { stores } from '../../../admin/schema.ts'
import { takeTurn } from '../../../data/publish-lock.ts'
import type { TickJob } from '../../../live/tick-job.ts'
import { type ShopOrderRow, shopOrderFactsDue, shopOrders } from '../schema.ts'
import { orderFactRows } from './order-fact-rows.ts'

/** Orders written by one insert. */
const AT_ONCE = 1000

const COLUMNS = ORDER_LINES.columns.map(({ name }) => name)
const STRUCTURE = ORDER_LINES.columns
  .map(({ name, type }) => `${name} ${type.replace('LowCardinality(String)', 'String')}`)
  .join(', ')

type Due = { store: string; orderId: string; version: number }

const { store, orderId, version } = shopOrderFactsDue

async function readRows(context: Context, shop: string, due: readonly Due[]): Promise<ShopOrderRow[]> {
  const ids = due.map((one) => one.orderId)
  return context.records.db
    .select()
    .from(shopOrders)
    .where(and(eq(shopOrders.store, shop), inArray(shopOrders.id, ids)))
    .orderBy(asc(shopOrders.id))
}

async function insert(context: Context, rows: readonly ShopOrderRow[], timezone: string): Promise<void> {
  const changedAt = context.clock.now()
  const lines = rows.flatMap((row) => orderFactRows({ row, timezone, changedAt })).map((row) => JSON.stringify(row))
  if (lines.length === 0) return
  await context.facts.ingest({
    sql: (source) => `INSERT INTO order_lines (${COLUMNS.join(', ')}) SELECT ${COLUMNS.join(', ')} FROM ${source}`,
    structure: STRUCTURE,
    format: 'JSONEachRow',
    body: { data: Buffer.from(lines.join('\n')) },
    settings: { date_time_input_format: 'best_effort' },
  })
}

/** An order that changed while it was written stays due: its newer version is written by the next round. */
async function settle(context: Context, shop: string, rows: readonly ShopOrderRow[]): Promise<void> {
  const written = Object.fromEntries(rows.map((row) => [row.id, row.version]))
  const ids = Object.keys(written)
  if (ids.length === 0) return
  const writtenVersion = sql`(${JSON.stringify(written)}::jsonb ->> ${orderId})::int`
  await context.records.db
    .delete(shopOrderFactsDue)
    .where(and(eq(store, shop), inArray(orderId, ids), lte(version, writtenVersion)))
}

async function writeOfStore(context: Context, shop: string): Promise<number> {
  const { db } = context.records
  const [known] = await db.select({ timezone: stores.timezone }).from(stores).where(eq(stores.id, shop))
  const due = await db.select().from(shopOrderFactsDue).where(eq(store, shop)).orderBy(asc(orderId)).limit(AT_ONCE)
  const rows = await readRows(context, shop, due)
  await insert(context, rows, known?.timezone ?? 'Asia/Shanghai')
  await settle(context, shop, rows)
  return due.length
}

/**
 * Writes the facts of orders that changed since they were written last (P7.01). The duty to write is stored with the change, rows
 * have keys and versions of their own, and the duty ends after the rows are on disk: so a crash at any point loses none and doubles none.
 * Shape: how many orders were due.
 */
export async function writeOrderFacts(context: Context): Promise<number> {
  const shops = await context.records.db.selectDistinct({ store }).from(shopOrderFactsDue)
  let written = 0
  // In turn with imports and erasures of the shop: a person who is being forgotten is not written meanwhile.
  for (const shop of shops) written += await takeTurn(shop.store, () => writeOfStore(context, shop.store))
  return written
}

export const WRITE_ORDER_FACTS: TickJob = {
  id: 'order-facts',
  everySeconds: 1,
  async run(context, { signal }) {
    while ((await writeOrderFacts(context)) >= AT_ONCE && !signal.aborted);
  },
}
