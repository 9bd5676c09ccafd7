import type { Clock } from '@zhanggui/kernel'
import { sql } from 'drizzle-orm'
import { RECORD_MIGRATIONS } from './migrations/index.ts'
import type { RecordMigration } from './migrations/migration.ts'
import type { RecordStore } from './record-store.ts'

/** Any fixed number: two servers that start together on one PostgreSQL take turns. */
const MIGRATION_LOCK = 7_230_418

async function ensureTable(records: RecordStore): Promise<void> {
  await records.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await tx.execute(sql`CREATE TABLE IF NOT EXISTS schema_migrations (
      id text PRIMARY KEY,
      name text NOT NULL,
      applied_at timestamptz NOT NULL
    )`)
  })
}

/** Those that nobody has applied yet, in order. Another server may be applying them: each is looked for again under the lock. */
async function dueOf(records: RecordStore, migrations: readonly RecordMigration[]): Promise<RecordMigration[]> {
  const rows = await records.query<{ id: string }>('SELECT id FROM schema_migrations')
  const there = new Set(rows.map(({ id }) => id))
  return migrations.filter(({ id }) => !there.has(id)).toSorted((a, b) => a.id.localeCompare(b.id))
}

/** Applies one migration unless it is there already. Shape: true when it was applied now. */
function apply(records: RecordStore, migration: RecordMigration, at: Date): Promise<boolean> {
  return records.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    const { rows } = (await tx.execute(sql`SELECT 1 FROM schema_migrations WHERE id = ${migration.id}`)) as {
      rows: unknown[]
    }
    if (rows.length > 0) return false
    for (const statement of migration.statements) await tx.execute(sql.raw(statement))
    await tx.execute(
      sql`INSERT INTO schema_migrations (id, name, applied_at) VALUES (${migration.id}, ${migration.name}, ${at.toISOString()})`,
    )
    return true
  })
}

/**
 * Brings the record store's tables up to date. Safe to run again; two servers on one database take turns.
 * Shape: the ids that were applied now, in order.
 */
export async function migrateRecords(
  records: RecordStore,
  clock: Clock,
  migrations: readonly RecordMigration[] = RECORD_MIGRATIONS,
): Promise<string[]> {
  await ensureTable(records)
  const applied: string[] = []
  for (const migration of await dueOf(records, migrations))
    if (await apply(records, migration, clock.now())) applied.push(migration.id)
  return applied
}
