import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import type { RecordChange } from '../audit.ts'
import type { AuditChange } from '../audit-entry.ts'
import { resources } from '../schema.ts'
import { requireData } from './check-data.ts'
import { keyTextOf, type Resource, type ResourceData } from './define-resource.ts'
import type { ResourceCaller } from './resource-access.ts'
import { findByKey, lockRow, nextRow, type StoredRow, storeNext } from './resource-rows.ts'

/** An open transaction and its trail. */
export type Writing = { tx: RecordTx; record: RecordChange }

export type Expected = { id: string; version: number }

/** What the trail keeps of a row. */
export const auditedRow = (row: StoredRow) => ({ state: row.state, data: row.data })

/** The entry for a change from `before` to `after`; null stands for "was not there" and "is gone". */
export function changeEntry(
  resource: Resource,
  caller: ResourceCaller,
  change: { action: string; before: StoredRow | null; after: StoredRow; reason: string },
): AuditChange {
  const { action, before, after, reason } = change
  return {
    store: caller.store,
    actor: caller.actor,
    action,
    subject: `${resource.id}/${after.id}`,
    before: before && auditedRow(before),
    after: after.deletedAt ? null : auditedRow(after),
    reason,
  }
}

export const mirrorRows = async (
  context: Context,
  tx: RecordTx,
  resource: Resource,
  store: string,
  rows: StoredRow[],
): Promise<void> =>
  resource.mirror?.(
    context,
    tx,
    store,
    rows.map((row) => ({ id: row.id, state: row.state, data: row.data, removed: row.deletedAt !== null })),
  )

const keyFailure = (resource: Resource, data: ResourceData): ApiFailure =>
  new ApiFailure('duplicate_key', { key: resource.keyFields.map((name) => String(data[name])).join(' / ') })

/** Stores a first version with mirror and trail. Errors: throws `duplicate_key`. */
export async function insertNew(
  context: Context,
  { tx, record }: Writing,
  resource: Resource,
  caller: ResourceCaller,
  { row, reason }: { row: StoredRow; reason: string },
): Promise<void> {
  const added = await tx.insert(resources).values(row).onConflictDoNothing().returning({ id: resources.id })
  if (added.length === 0) throw keyFailure(resource, row.data)
  await mirrorRows(context, tx, resource, caller.store, [row])
  await record(changeEntry(resource, caller, { action: 'create', before: null, after: row, reason }))
}

/** Locks a row, makes its next version by `change`, stores it with mirror and trail. Errors: as `lockRow`. */
export async function changeRow(
  context: Context,
  { tx, record }: Writing,
  resource: Resource,
  caller: ResourceCaller,
  step: {
    expected: Expected
    action: string
    reason: string
    change: (current: StoredRow) => Promise<Partial<StoredRow>> | Partial<StoredRow>
  },
): Promise<StoredRow> {
  const before = await lockRow(tx, resource, caller, step.expected)
  const after = nextRow(before, await step.change(before), { actor: caller.actor, now: context.clock.now() })
  await storeNext(tx, after)
  await mirrorRows(context, tx, resource, caller.store, [after])
  await record(changeEntry(resource, caller, { action: step.action, before, after, reason: step.reason }))
  return after
}

/** Replaces a row's data. Errors: throws `invalid_data`, `stale_version`, `duplicate_key`, `not_found`. */
export function replaceData(
  context: Context,
  writing: Writing,
  resource: Resource,
  caller: ResourceCaller,
  { expected, data: sent, reason }: { expected: Expected; data: ResourceData; reason: string },
): Promise<StoredRow> {
  return changeRow(context, writing, resource, caller, {
    expected,
    action: 'update',
    reason,
    async change(current) {
      const data = requireData(resource, caller.role, { current: current.data, sent })
      const keyText = keyTextOf(resource, data)
      const holder = await findByKey(writing.tx, resource, caller, keyText)
      if (holder && holder.id !== expected.id) throw keyFailure(resource, data)
      return { data, keyText }
    },
  })
}
