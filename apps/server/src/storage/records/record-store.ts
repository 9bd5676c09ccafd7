import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Drizzle over PGlite or PostgreSQL: one dialect, so modules do not know which. */
export type RecordDb = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** Inside `transaction`, the same interface bound to it. */
export type RecordTx = Parameters<Parameters<RecordDb['transaction']>[0]>[0]

/**
 * Where records and workflow live: PGlite in this process, or a PostgreSQL server.
 * Tables are declared with Drizzle next to their area (`modules/<area>/schema.ts`); the DDL is in `migrations/`.
 * A committed transaction survives the death of the process; on PostgreSQL a power cut too.
 */
export type RecordStore = {
  readonly kind: 'pglite' | 'postgres'
  readonly db: RecordDb
  /** All or nothing; rolls back when `work` rejects, and rejects with the same reason. */
  transaction<T>(work: (tx: RecordTx) => Promise<T>): Promise<T>
  /** Plain SQL with `$1` places. Shape: rows as objects keyed by column; int8 as text, timestamps as `Date`. */
  query<T extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<T[]>
  close(): Promise<void>
}
