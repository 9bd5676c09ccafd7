import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { FactStore } from '../../src/storage/facts/fact-store.ts'
import { stringLiteral } from '../../src/storage/facts/sql-literal.ts'
import { startPostgres } from '../../test/support/postgres.ts'

/** What an operator of a two-core machine would set for reporting. */
const SERVER_SETTINGS = {
  shared_buffers: '2GB',
  work_mem: '256MB',
  maintenance_work_mem: '1GB',
  max_parallel_workers_per_gather: '2',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  random_page_cost: '1.1',
  effective_cache_size: '8GB',
}

type PeerTable = { name: 'events' | 'order_lines'; ddl: string; select: string; indexes: string[] }

// Every column that a dashboard asks for; text columns that are empty in the generated year are left out in the peer's favour.
const EVENTS: PeerTable = {
  name: 'events',
  ddl: `CREATE TABLE events (store text, day date, at timestamp, type text, visitor bigint, session bigint, item_id text,
    category text, channel text, device text, page text, province text, quantity int, amount_cents bigint)`,
  select: `SELECT store, day, at, type, reinterpretAsInt64(visitor), reinterpretAsInt64(session), item_id, category, channel,
    device, page, province, quantity, amount_cents FROM events WHERE store = {store:String}`,
  // Covers every traffic question, so that it is answered from the index alone.
  indexes: ['CREATE INDEX ON events (store, type, day) INCLUDE (visitor, session, channel, device, at)'],
}

const ORDER_LINES: PeerTable = {
  name: 'order_lines',
  ddl: `CREATE TABLE order_lines (store text, created_day date, order_id text, paid_day date, refunded_day date, kind text,
    buyer bigint, item_id text, category text, channel text, gmv_cents bigint, paid_cents bigint, refund_cents bigint)`,
  select: `SELECT store, created_day, order_id, paid_day, refunded_day, kind, reinterpretAsInt64(buyer), item_id, category,
    channel, gmv_cents, paid_cents, refund_cents FROM order_lines WHERE store = {store:String}`,
  indexes: [
    'CREATE INDEX ON order_lines (store, paid_day) INCLUDE (buyer, order_id, paid_cents, kind)',
    'CREATE INDEX ON order_lines (store, refunded_day) INCLUDE (refund_cents)',
    'CREATE INDEX ON order_lines (store, buyer, paid_day)',
  ],
}

async function copyTable(facts: FactStore, client: pg.Client, table: PeerTable, store: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-bench-'))
  // The server reads the file itself, as its own user.
  await chmod(folder, 0o755)
  const path = join(folder, `${table.name}.tsv`)
  try {
    await facts.command(`INSERT INTO FUNCTION file(${stringLiteral(path)}, 'TSV') ${table.select}`, { store })
    await chmod(path, 0o644)
    await client.query(table.ddl)
    await client.query(`COPY ${table.name} FROM '${path}'`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const index of table.indexes) await client.query(index)
  await client.query(`VACUUM (ANALYZE) ${table.name}`)
}

export type PostgresPeer = { ask(sql: string): Promise<unknown[][]>; stop(): Promise<void> }

/** A real PostgreSQL with the same generated year as `facts`, loaded by COPY, indexed and analysed. */
export async function startPostgresPeer(facts: FactStore, store: string): Promise<PostgresPeer> {
  const server = await startPostgres(SERVER_SETTINGS)
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  for (const table of [EVENTS, ORDER_LINES]) await copyTable(facts, client, table, store)
  return {
    // As arrays: two columns may both be called `count`.
    ask: async (sql) => (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows,
    async stop() {
      await client.end()
      await server.stop()
    },
  }
}
