import type { Context } from '../../../context.ts'
import type { PreparedTable } from '../prepare-tables.ts'
import { importFiles, imports, type RequestedFile } from '../schema.ts'
import { PART_SIZES } from '../spool/spool-table.ts'
import type { ImportRequest } from './run.ts'

/** Writes a job and its files down. Shape: its id. */
export async function createJob(
  context: Context,
  request: ImportRequest,
  files: RequestedFile[],
  tables: readonly PreparedTable[],
): Promise<number> {
  const [row] = await context.records.db
    .insert(imports)
    .values({
      store: request.store,
      state: 'queued',
      request: files,
      dryRun: request.dryRun ?? false,
      source: request.source ?? '',
      permissionBasis: request.permissionBasis ?? 'own_data',
      options: { ...(request.format ? { format: request.format } : {}), partRecords: PART_SIZES },
      partsDone: 0,
      rows: 0,
      accepted: 0,
      updated: 0,
      duplicates: 0,
      rejected: 0,
      classified: {},
      rejects: [],
      warnings: [],
      progress: 0,
      createdBy: request.actor,
      createdAt: context.clock.now(),
    })
    .returning({ id: imports.id })
  if (!row) throw new Error('an inserted row comes back')
  await context.records.db.insert(importFiles).values(
    tables.map((t) => ({
      importId: row.id,
      position: t.index,
      name: t.table.name,
      sha256: t.sha256,
      bytes: t.bytes,
      format: t.plan.formatId,
      rows: 0,
      mapping: t.resolved.mapping,
    })),
  )
  return row.id
}
