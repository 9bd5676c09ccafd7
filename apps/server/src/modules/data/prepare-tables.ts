import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { type ImportPlan, planImport } from '@zhanggui/imports'
import { asc, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { detectPaidBasis } from './detect-paid-basis.ts'
import { fileHash } from './file-hash.ts'
import { checkMapping, type ResolvedMapping, readFormatId, resolveMapping } from './resolve-mapping.ts'
import { findSavedMapping } from './saved-mappings.ts'
import { importFiles, type RequestedFile } from './schema.ts'
import type { Dialect } from './spool/dialect.ts'
import { openTables } from './spool/open-tables.ts'
import { sniffDialect } from './spool/sniff-dialect.ts'
import type { SourceTable } from './spool/source-table.ts'

/** A table that is ready to be read: how it is written, what its columns mean, what becomes of it. */
export type PreparedTable = {
  index: number
  table: SourceTable
  dialect: Dialect
  resolved: ResolvedMapping
  plan: ImportPlan
  sha256: string
  bytes: number
  /** Share of the whole import's bytes, for progress. */
  share: number
}

/** The plan of a table under given extra options. */
export function planOf(
  resolved: ResolvedMapping,
  dialect: Dialect,
  options: Readonly<Record<string, string>>,
): ImportPlan {
  const { format, target, mapping } = resolved
  return planImport({
    target,
    format,
    headers: dialect.headers,
    mapping: mapping.columns,
    options: { ...options, ...mapping.options },
  })
}

/** Finds out what the paid column means, unless the format or the person has said so; the answer is kept with the mapping. */
async function settlePaidBasis(
  { mapping, target }: ResolvedMapping,
  table: SourceTable,
  dialect: Dialect,
): Promise<void> {
  const { options } = mapping
  if (target.id !== 'orders' || options.paidBasis === 'net' || options.paidBasis === 'gross') return
  const at = (field: string): number => mapping.columns.find((c) => c.field === field)?.column ?? -1
  const columns = { total: at('total'), paid: at('paid'), refund: at('refund') }
  const canTell = Object.values(columns).every((c) => c >= 0)
  options.paidBasis = canTell ? await detectPaidBasis(table, dialect, columns) : 'gross'
}

/**
 * Opens every table of every file and settles what its columns mean. A given mapping holds for the tables whose headers it
 * was made for; other tables of an archive go by their own headers.
 * Errors: throws `ImportFailure` before anything is staged.
 */
export async function prepareTables(
  context: Context,
  input: { store: string; files: readonly RequestedFile[]; only?: string | undefined },
): Promise<PreparedTable[]> {
  const prepared: PreparedTable[] = []
  const sizes = new Map<string, number>()
  for (const file of input.files) {
    const tables = await openTables(file.path, file.name)
    const sha256 = await fileHash(file.path)
    const { size } = await stat(file.path)
    sizes.set(file.path, size)
    for (const table of tables) {
      const dialect = await sniffDialect(table, file.mapping?.options.headerRow)
      if (tables.length > 1 && dialect.sampleRows.length === 0) continue
      const headersOfMapping = file.mapping?.columns.map((c) => c.header) ?? []
      const isForTable = tables.length === 1 || headersOfMapping.join('\u001f') === dialect.headers.join('\u001f')
      const resolved = resolveMapping({
        dialect,
        name: table.name,
        given: isForTable ? file.mapping : null,
        saved: await findSavedMapping(context, input.store, dialect.headers),
        only: input.only,
      })
      checkMapping(resolved, dialect, table.name)
      await settlePaidBasis(resolved, table, dialect)
      prepared.push({
        index: prepared.length,
        table,
        dialect,
        resolved,
        plan: planOf(resolved, dialect, {}),
        sha256,
        bytes: size,
        share: size / tables.length,
      })
    }
  }
  const total = prepared.reduce((sum, t) => sum + t.share, 0)
  return prepared.map((t) => ({ ...t, share: total > 0 ? t.share / total : 1 / prepared.length }))
}

/** The tables of a job as they were settled, without opening their files: enough to publish what is staged. */
export async function recallTables(context: Context, importId: number): Promise<PreparedTable[]> {
  const rows = await context.records.db
    .select()
    .from(importFiles)
    .where(eq(importFiles.importId, importId))
    .orderBy(asc(importFiles.position))
  return rows.map((row) => {
    const resolved = { ...readFormatId(row.mapping.format), mapping: row.mapping }
    const headers = row.mapping.columns.map((c) => c.header)
    const dialect: Dialect = { ...CLEAN_DIALECT, headers }
    const table: SourceTable = { name: row.name, container: 'csv', isSheet: false, read: () => Readable.from([]) }
    return {
      index: row.position,
      table,
      dialect,
      resolved,
      plan: planOf(resolved, dialect, {}),
      sha256: row.sha256,
      bytes: row.bytes,
      share: 0,
    }
  })
}

/** What spooled parts are written in. */
const CLEAN_DIALECT: Dialect = {
  encoding: 'utf-8',
  mojibake: null,
  delimiter: ',',
  bareCr: false,
  headerRow: null,
  headers: [],
  sampleRows: [],
}
