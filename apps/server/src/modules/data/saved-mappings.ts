import type { Mapping } from '@zhanggui/contract'
import { headerFingerprint } from '@zhanggui/imports'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { savedMappings } from './schema.ts'

/** The mapping this shop confirmed for such headers; null when there is none. */
export async function findSavedMapping(
  context: Context,
  store: string,
  headers: readonly string[],
): Promise<Mapping | null> {
  const fingerprint = headerFingerprint(headers)
  const [row] = await context.records.db
    .select()
    .from(savedMappings)
    .where(and(eq(savedMappings.store, store), eq(savedMappings.fingerprint, fingerprint)))
  return row?.mapping ?? null
}

/** Keeps a mapping for the shop's next file with these headers; an earlier one is replaced. */
export async function saveMapping(context: Context, store: string, mapping: Mapping, actor: string): Promise<void> {
  const fingerprint = headerFingerprint(mapping.columns.map((c) => c.header))
  const row = { store, fingerprint, mapping, updatedAt: context.clock.now(), updatedBy: actor }
  await context.records.db
    .insert(savedMappings)
    .values(row)
    .onConflictDoUpdate({ target: [savedMappings.store, savedMappings.fingerprint], set: row })
}
