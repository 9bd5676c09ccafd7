import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { RecordStore } from './record-store.ts'

/** Records on a PostgreSQL server. Errors: rejects with the server's error, `code` being its SQLSTATE. */
export async function openPostgresRecordStore(
  databaseUrl: string,
  onIdleError: (cause: Error) => void,
): Promise<RecordStore> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 })
  // Without a listener an idle connection that the server drops would end the whole process.
  pool.on('error', onIdleError)
  const db = drizzle({ client: pool })
  await pool.query('SELECT 1')
  let open = true
  return {
    kind: 'postgres',
    db,
    transaction: (work) => db.transaction(work),
    async query<T extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
      return (await pool.query<T>(sql, [...values])).rows
    },
    async close() {
      if (!open) return
      open = false
      await pool.end()
    },
  }
}
