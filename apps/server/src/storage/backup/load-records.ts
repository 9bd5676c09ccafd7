import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createZstdDecompress } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { RecordStore, RecordTx } from '../records/record-store.ts'
import { listRecordTables, quoteName, rowsOf } from './record-tables.ts'

const PAGE = 500

/** `sequence` hands out the numbers of a column that nobody fills in. */
type Column = { table: string; name: string; sequence: string | null }

/** Of every table at once: asked table by table and column by column it takes longer than the rows themselves. */
const listColumns = (tx: RecordTx): Promise<Column[]> =>
  rowsOf<Column>(
    tx,
    sql`SELECT c.relname AS table, a.attname AS name, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = current_schema()::text::regnamespace AND c.relkind = 'r'
  AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
ORDER BY c.relname, a.attnum`,
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
  for (const { name, sequence } of columns) {
    if (sequence === null) continue
    const column = sql.raw(quoteName(name))
    await tx.execute(
      sql`SELECT setval(${sequence}, greatest(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${sql.raw(quoteName(table))}`,
    )
  }
}

async function loadTable(tx: RecordTx, table: string, columns: readonly Column[], path: string): Promise<void> {
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
    const columns = Map.groupBy(await listColumns(tx), (column) => column.table)
    for (const table of tables) {
      const found = dumped.find((d) => d.table === table)
      if (found) await loadTable(tx, table, columns.get(table) ?? [], found.path)
    }
  })
}
