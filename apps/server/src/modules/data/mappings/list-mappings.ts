import type { Mapping, SavedMapping } from '@zhanggui/contract'
import { headerFingerprint, IMPORT_FORMATS, IMPORT_TARGETS } from '@zhanggui/imports'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { importFiles, imports, savedMappings } from '../schema.ts'

export type MappingRow = typeof savedMappings.$inferSelect

/** Files looked at to say where mappings were used: years of a busy shop. */
const FILES_MAX = 2000

type Use = Pick<SavedMapping, 'uses' | 'lastUse'>

const UNUSED: Use = { uses: 0, lastUse: null }

/** Files that were imported, the newest first. */
const importedFiles = (context: Context, store: string) =>
  context.records.db
    .select({
      importId: importFiles.importId,
      file: importFiles.name,
      mapping: importFiles.mapping,
      at: imports.createdAt,
    })
    .from(importFiles)
    .innerJoin(imports, eq(importFiles.importId, imports.id))
    .where(and(eq(imports.store, store), eq(imports.dryRun, false)))
    .orderBy(desc(importFiles.importId), asc(importFiles.position))
    .limit(FILES_MAX)

/** How often files with these headers came in, and the last of them; by fingerprint. */
async function usesOf(context: Context, store: string): Promise<Map<string, Use>> {
  const uses = new Map<string, Use>()
  for (const { importId, file, mapping, at } of await importedFiles(context, store)) {
    const fingerprint = headerFingerprint(mapping.columns.map(({ header }) => header))
    const { uses: before, lastUse } = uses.get(fingerprint) ?? UNUSED
    uses.set(fingerprint, { uses: before + 1, lastUse: lastUse ?? { importId, file, at: at.toISOString() } })
  }
  return uses
}

/** The names of the fields that a mapping fills; none when its format is no longer known. */
function fieldsOf({ format, columns }: Mapping): SavedMapping['fields'] {
  const target =
    IMPORT_FORMATS.find(({ id }) => id === format)?.target ?? IMPORT_TARGETS.find(({ id }) => id === format)
  const used = new Set(columns.map(({ field }) => field))
  return (target?.fields ?? [])
    .filter(({ id }) => used.has(id))
    .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }))
}

/** Every mapping of a shop with the files it was used for, the last changed first. */
export async function listMappings(context: Context, store: string): Promise<SavedMapping[]> {
  const { db } = context.records
  const rows = await db
    .select()
    .from(savedMappings)
    .where(eq(savedMappings.store, store))
    .orderBy(desc(savedMappings.updatedAt), asc(savedMappings.fingerprint))
  const [uses, names] = [
    await usesOf(context, store),
    await namesOfActors(
      context,
      rows.map((row) => row.updatedBy),
    ),
  ]
  return rows.map(({ fingerprint, name, mapping, updatedAt, updatedBy }) => ({
    fingerprint,
    name,
    mapping,
    fields: fieldsOf(mapping),
    updatedAt: updatedAt.toISOString(),
    updatedBy: names.get(updatedBy) ?? updatedBy,
    ...(uses.get(fingerprint) ?? UNUSED),
  }))
}
