import { mkdir } from 'node:fs/promises'
import { PGlite, types } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { keepStatements } from './kept-statements.ts'
import type { RecordStore } from './record-store.ts'

/** Types from here on are those of tables: PGlite reads a list of rows of each of them, which nothing here asks for. */
const FIRST_TABLE_TYPE = 10_000

/**
 * Drizzle has readers of its own for some types, and PGlite merges them with all it has at every statement. With three hundred for
 * tables that took a third of the time of a short one.
 */
function forgetTableTypes({ parsers }: PGlite): void {
  for (const type of Object.keys(parsers)) if (Number(type) >= FIRST_TABLE_TYPE) delete parsers[type]
}

/**
 * Records in this process, in `folder`. PGlite has one connection: a transaction holds it until it ends, so a transaction
 * waits for nothing but the database. Committed rows survive the death of the process; PGlite does not force them to disk, so
 * a power cut may take the last ones.
 */
export async function openPgliteRecordStore(folder: string): Promise<RecordStore> {
  await mkdir(folder, { recursive: true })
  // int8 as text, as node-postgres gives it: a 19-digit number does not fit a JavaScript number.
  const client = await PGlite.create(folder, { parsers: { [types.INT8]: (text: string) => text } })
  forgetTableTypes(client)
  keepStatements(client)
  const db = drizzle({ client })
  let open = true
  return {
    kind: 'pglite',
    db,
    transaction: (work) => db.transaction(work),
    async query<T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
      return (await client.query<T>(sql, [...values])).rows
    },
    async close() {
      if (!open) return
      open = false
      await client.close()
    },
  }
}
