import type { Lever, LeverType, PutLever } from '@zhanggui/contract'
import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { type LeverRow, playbookLevers } from '../schema.ts'

const present = (row: LeverRow): Lever => ({
  type: row.type as LeverType,
  id: row.id,
  name: row.name,
  fields: row.fields,
  version: row.version,
  updatedAt: row.updatedAt.toISOString(),
})

const ownLever = (store: string, type: string, id: string) =>
  and(eq(playbookLevers.store, store), eq(playbookLevers.type, type), eq(playbookLevers.id, id))

/** What the shop steers outside, by type and id. */
export async function listLevers({ records }: Context, store: string): Promise<Lever[]> {
  const own = eq(playbookLevers.store, store)
  const rows = await records.db
    .select()
    .from(playbookLevers)
    .where(own)
    .orderBy(asc(playbookLevers.type), asc(playbookLevers.id))
  return rows.map(present)
}

/** What a lever holds; nothing where there is none. */
export async function leverFields(
  { records }: Context,
  store: string,
  { type, id }: { type: string; id: string },
): Promise<LeverRow['fields']> {
  const [row] = await records.db
    .select()
    .from(playbookLevers)
    .where(ownLever(store, type, id))
  return row?.fields ?? {}
}

/** Registers a lever, or corrects it by hand. Errors: throws `stale_version` when it changed since it was read. */
export function putLever(
  context: Context,
  { store, actor }: ResourceCaller,
  { type, id }: { type: LeverType; id: string },
  { name, fields, version }: Required<PutLever>,
): Promise<Lever> {
  return auditedTransaction(context, async (tx, record) => {
    const [before] = await tx
      .select()
      .from(playbookLevers)
      .where(ownLever(store, type, id))
      .for('update')
    if ((before?.version ?? 0) !== version)
      throw new ApiFailure('stale_version', {
        version: before?.version ?? 0,
        changedBy: actor,
        changedAt: (before?.updatedAt ?? context.clock.now()).toISOString(),
      })
    const row = { store, type, id, name, fields, version: version + 1, updatedAt: context.clock.now() }
    const { store: _store, type: _type, id: _id, ...change } = row
    const target = [playbookLevers.store, playbookLevers.type, playbookLevers.id]
    await tx.insert(playbookLevers).values(row).onConflictDoUpdate({ target, set: change })
    const subject = `levers/${type}/${id}`
    await record({ store, actor, action: before ? 'update' : 'create', subject, after: fields })
    return present(row)
  })
}
