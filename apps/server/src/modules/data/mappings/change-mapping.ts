import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { savedMappings } from '../schema.ts'
import type { MappingRow } from './list-mappings.ts'

/** Which mapping of which shop, and who changes it. */
export type MappingAt = { store: string; fingerprint: string; actor: string }

const rowAt = ({ store, fingerprint }: MappingAt) =>
  and(eq(savedMappings.store, store), eq(savedMappings.fingerprint, fingerprint))

async function lockMapping(tx: RecordTx, at: MappingAt): Promise<MappingRow> {
  const [row] = await tx.select().from(savedMappings).where(rowAt(at)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `mappings/${at.fingerprint}` })
  return row
}

const entryOf = ({ store, fingerprint, actor }: MappingAt) => ({
  store,
  actor,
  subject: `mappings/${fingerprint}`,
  reason: '',
})

/** Gives a mapping a name. Errors: throws `not_found`. */
export async function renameMapping(context: Context, at: MappingAt, name: string): Promise<void> {
  await auditedTransaction(context, async (tx, record) => {
    const before = await lockMapping(tx, at)
    await tx.update(savedMappings).set({ name }).where(rowAt(at))
    await record({ ...entryOf(at), action: 'update', before: { name: before.name }, after: { name } })
  })
}

/** Forgets a mapping: the next file with its headers is guessed anew. What was imported stays. Errors: throws `not_found`. */
export async function deleteMapping(context: Context, at: MappingAt): Promise<void> {
  await auditedTransaction(context, async (tx, record) => {
    const { name, mapping } = await lockMapping(tx, at)
    await tx.delete(savedMappings).where(rowAt(at))
    await record({ ...entryOf(at), action: 'delete', before: { name, mapping }, after: null })
  })
}
