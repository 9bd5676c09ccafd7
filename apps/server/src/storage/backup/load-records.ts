import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createZstdDecompress } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { RecordStore, RecordTx } from '../records/record-store.ts'
import { listRecordTables, quoteName, rowsOf } from './record-tables.ts'

const PAGE = 500

type Column = { name: string; is_identity: string }

const listColumns = (tx: RecordTx, table: string): Promise<Column[]> =>
  rowsOf<Column>(
    tx,
    sql`SELECT column_name AS name, is_identity FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = ${table} AND is_generated = 'NEVER' ORDER BY ordinal_position`,
  )

async function insertPage(
  tx: RecordTx,
  table: string,
  columns: readonly Column[],
  page: readonly string[],
): Promise<void> {
  const list = sql.raw(columns.map((c) => quoteName(c.name)).join(', '))
  const name = sql.raw(quoteName(table))
  await tx.execute(
    sql`INSERT INTO ${name} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM json_populate_recordset(NULL::${name}, ${`[${page.join(',')}]`}::json)`,
  )
}

/** Numbers that the database hands out go on after the greatest one put back. */
async function advanceSequences(tx: RecordTx, table: string, columns: readonly Column[]): Promise<void> {
  for (const { name } of columns) {
    const place = sql`pg_get_serial_sequence(${quoteName(table)}, ${name})`
    const [owner] = await rowsOf<{ sequence: string | null }>(tx, sql`SELECT ${place} AS sequence`)
    if (!owner?.sequence) continue
    const column = sql.raw(quoteName(name))
    await tx.execute(
      sql`SELECT setval(${place}, greatest(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${sql.raw(quoteName(table))}`,
    )
  }
}

async function loadTable(tx: RecordTx, table: string, path: string): Promise<void> {
  const columns = await listColumns(tx, table)
  const lines = createInterface({
    input: createReadStream(path).pipe(createZstdDecompress()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  let page: string[] = []
  for await (const line of lines) {
    page.push(line)
    if (page.length < PAGE) continue
    await insertPage(tx, table, columns, page)
    page = []
  }
  if (page.length > 0) await insertPage(tx, table, columns, page)
  await advanceSequences(tx, table, columns)
}

/** Puts dumped rows into tables that migrations have just made, all or nothing. */
export function loadRecords(records: RecordStore, dumped: readonly { table: string; path: string }[]): Promise<void> {
  return records.transaction(async (tx) => {
    await tx.execute(sql.raw("SET LOCAL TimeZone = 'UTC'"))
    const tables = await listRecordTables(tx)
    // Rows that a migration itself puts in are in the dump too.
    if (tables.length > 0) await tx.execute(sql.raw(`TRUNCATE ${tables.map(quoteName).join(', ')}`))
    for (const table of tables) {
      const found = dumped.find((d) => d.table === table)
      if (found) await loadTable(tx, table, found.path)
    }
  })
}
