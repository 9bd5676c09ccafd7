import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { RecordStore, RecordTx } from '../records/record-store.ts'
import { listRecordTables, quoteName, rowsOf } from './record-tables.ts'

const PAGE = 1000

export type DumpedRecords = { migrations: string[]; tables: { table: string; rows: number; path: string }[] }

/** Rows as the database itself writes them in JSON, so that no type passes through JavaScript. */
async function* readRows(tx: RecordTx, table: string, count: { rows: number }): AsyncGenerator<string> {
  await tx.execute(
    sql.raw(`DECLARE backup_rows CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quoteName(table)} t`),
  )
  for (;;) {
    const page = await rowsOf<{ row: string }>(tx, sql.raw(`FETCH ${PAGE} FROM backup_rows`))
    if (page.length === 0) break
    count.rows += page.length
    yield `${page.map((p) => p.row).join('\n')}\n`
  }
  await tx.execute(sql.raw('CLOSE backup_rows'))
}

/** Every record into `folder`, a packed file of JSON lines for each table, all as of one moment. */
export function dumpRecords(records: RecordStore, folder: string): Promise<DumpedRecords> {
  return records.transaction(async (tx) => {
    await tx.execute(sql.raw('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ'))
    await tx.execute(sql.raw("SET LOCAL TimeZone = 'UTC'"))
    const applied = await rowsOf<{ id: string }>(tx, sql.raw('SELECT id FROM schema_migrations ORDER BY id'))
    const tables: DumpedRecords['tables'] = []
    for (const [index, table] of (await listRecordTables(tx)).entries()) {
      const path = join(folder, `records-${index}.jsonl.zst`)
      const count = { rows: 0 }
      await pipeline(Readable.from(readRows(tx, table, count)), createZstdCompress(), createWriteStream(path))
      tables.push({ table, rows: count.rows, path })
    }
    return { migrations: applied.map((a) => a.id), tables }
  })
}
