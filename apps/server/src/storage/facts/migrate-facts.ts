import type { Clock } from '@zhanggui/kernel'
import type { FactStore } from './fact-store.ts'
import { FACT_MIGRATIONS } from './migrations/index.ts'
import type { FactMigration } from './migrations/migration.ts'

async function appliedIds(facts: FactStore): Promise<Set<string>> {
  await facts.command(`CREATE TABLE IF NOT EXISTS ${facts.database}.schema_migrations${facts.onCluster()} (
  id String,
  name String,
  applied_at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY id`)
  const rows = await facts.query<{ id: string }>(`SELECT DISTINCT id FROM ${facts.database}.schema_migrations`)
  return new Set(rows.map((r) => r.id))
}

/**
 * Brings the fact store's tables up to date. Safe to run again, and after a crash half way.
 * Shape: the ids that were applied now, in order.
 */
export async function migrateFacts(
  facts: FactStore,
  clock: Clock,
  migrations: readonly FactMigration[] = FACT_MIGRATIONS,
): Promise<string[]> {
  const applied = await appliedIds(facts)
  const due = migrations.filter((m) => !applied.has(m.id)).toSorted((a, b) => a.id.localeCompare(b.id))
  for (const migration of due) {
    for (const statement of migration.statements(facts)) await facts.command(statement)
    await facts.command(
      `INSERT INTO ${facts.database}.schema_migrations (id, name, applied_at)
SELECT {id:String}, {name:String}, fromUnixTimestamp64Milli({at:Int64}, 'UTC')`,
      { id: migration.id, name: migration.name, at: clock.now().getTime() },
    )
  }
  return due.map((m) => m.id)
}
