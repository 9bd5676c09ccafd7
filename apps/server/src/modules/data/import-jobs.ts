import type { ImportJob } from '@zhanggui/contract'
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { importFiles, imports } from './schema.ts'

export type ImportRow = typeof imports.$inferSelect
export type ImportFileRow = typeof importFiles.$inferSelect

const secondsOf = (row: ImportRow): number | null =>
  row.finishedAt ? Math.max(0, row.finishedAt.getTime() - row.createdAt.getTime()) / 1000 : null

/** The contract's view of a job. */
export function toJob(row: ImportRow, files: readonly ImportFileRow[]): ImportJob {
  const {
    id,
    store,
    state,
    rows,
    accepted,
    updated,
    duplicates,
    rejected,
    classified,
    progress,
    quarantine,
    dryRun,
    error,
  } = row
  return {
    id,
    store,
    state,
    files: files.map(({ name, sha256, bytes, format, rows }) => ({ name, sha256, bytes, format, rows })),
    rows,
    accepted,
    updated,
    duplicates,
    rejected,
    classified,
    progress,
    seconds: secondsOf(row),
    quarantine,
    dryRun,
    from: row.fromDay,
    to: row.toDay,
    source: row.source,
    permissionBasis: row.permissionBasis,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    error,
  }
}

const filesOf = (context: Context, ids: readonly number[]): Promise<ImportFileRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : context.records.db
        .select()
        .from(importFiles)
        .where(inArray(importFiles.importId, [...ids]))
        .orderBy(asc(importFiles.importId), asc(importFiles.position))

/** The stored row; null when the shop has no such import. */
export async function findImportRow(context: Context, store: string, id: number): Promise<ImportRow | null> {
  const [row] = await context.records.db
    .select()
    .from(imports)
    .where(and(eq(imports.store, store), eq(imports.id, id)))
  return row ?? null
}

/** Null when the shop has no such import. */
export async function findImport(context: Context, store: string, id: number): Promise<ImportJob | null> {
  const row = await findImportRow(context, store, id)
  return row ? toJob(row, await filesOf(context, [id])) : null
}

/** A page of a shop's imports, the newest first. */
export async function listImports(
  context: Context,
  store: string,
  page: { limit: number; offset: number },
): Promise<{ imports: ImportJob[]; total: number }> {
  const { db } = context.records
  const rows = await db
    .select()
    .from(imports)
    .where(eq(imports.store, store))
    .orderBy(desc(imports.id))
    .limit(page.limit)
    .offset(page.offset)
  const [total] = await db.select({ n: count() }).from(imports).where(eq(imports.store, store))
  const files = await filesOf(
    context,
    rows.map((r) => r.id),
  )
  return {
    imports: rows.map((row) =>
      toJob(
        row,
        files.filter((f) => f.importId === row.id),
      ),
    ),
    total: total?.n ?? 0,
  }
}

/** Writes what has changed about a job. */
export async function updateImport(
  context: Context,
  id: number,
  set: Partial<typeof imports.$inferInsert>,
): Promise<void> {
  await context.records.db.update(imports).set(set).where(eq(imports.id, id))
}
