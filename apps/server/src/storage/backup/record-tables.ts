import { sql } from 'drizzle-orm'
import type { RecordTx } from '../records/record-store.ts'

/** Kept by migrations, not by backups. */
const MIGRATIONS_TABLE = 'schema_migrations'

export async function rowsOf<T>(tx: RecordTx, statement: ReturnType<typeof sql.raw>): Promise<T[]> {
  return ((await tx.execute(statement)) as { rows: unknown[] }).rows as T[]
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Reference = { child: string; parent: string }

/** A table after every table it refers to, so that rows can be put back in this order. */
function parentsFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const ordered: string[] = []
  const visit = (table: string, path: readonly string[]): void => {
    if (ordered.includes(table) || path.includes(table)) return
    for (const { child, parent } of references) if (child === table) visit(parent, [...path, table])
    ordered.push(table)
  }
  for (const table of tables) visit(table, [])
  return ordered
}

/** Every table of records but the one that migrations keep; parents before children. */
export async function listRecordTables(tx: RecordTx): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT tablename AS name FROM pg_tables
WHERE schemaname = current_schema() AND tablename <> ${MIGRATIONS_TABLE} ORDER BY tablename`,
  )
  const references = await rowsOf<Reference>(
    tx,
    sql`SELECT child.relname AS child, parent.relname AS parent
FROM pg_constraint c
JOIN pg_class child ON child.oid = c.conrelid
JOIN pg_class parent ON parent.oid = c.confrelid
WHERE c.contype = 'f'
ORDER BY child, parent`,
  )
  return parentsFirst(
    tables.map((t) => t.name),
    references,
  )
}
