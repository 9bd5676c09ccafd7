import type { ResourceRow } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../audit.ts'
import type { AuditChange } from '../audit-entry.ts'
import { resources } from '../schema.ts'
import { requireData } from './check-data.ts'
import { keyTextOf, type Resource, type ResourceData } from './define-resource.ts'
import type { ResourceCaller } from './resource-access.ts'
import { findByKey, lockRow, newRow, nextRow, type StoredRow, storeNext, toResourceRow } from './resource-rows.ts'

type Sent = { data: ResourceData; reason: string }
type Expected = { id: string; version: number }

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
  resource: Resource,
  store: string,
  rows: StoredRow[],
): Promise<void> =>
  resource.mirror?.(
    context,
    store,
    rows.map((row) => ({ id: row.id, state: row.state, data: row.data, removed: row.deletedAt !== null })),
  )

const keyFailure = (resource: Resource, data: ResourceData): ApiFailure =>
  new ApiFailure('duplicate_key', { key: resource.keyFields.map((name) => String(data[name])).join(' / ') })

async function insertRow(tx: RecordTx, resource: Resource, row: StoredRow): Promise<void> {
  const added = await tx.insert(resources).values(row).onConflictDoNothing().returning({ id: resources.id })
  if (added.length === 0) throw keyFailure(resource, row.data)
}

/** Errors: throws `invalid_data` with a note for each field, `duplicate_key`. */
export function createResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  sent: Sent,
): Promise<ResourceRow> {
  const data = requireData(resource, caller.role, { current: {}, sent: sent.data })
  const row = newRow(resource, caller, data, context.clock.now())
  return auditedTransaction(context, async (tx, record) => {
    await insertRow(tx, resource, row)
    await mirrorRows(context, resource, caller.store, [row])
    await record(changeEntry(resource, caller, { action: 'create', before: null, after: row, reason: sent.reason }))
    return toResourceRow(resource, caller, row)
  })
}

/** Locks a row, makes its next version by `change`, stores it with mirror and trail. */
function changeRow(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  step: {
    expected: Expected
    action: string
    reason: string
    change: (current: StoredRow, tx: RecordTx) => Promise<Partial<StoredRow>> | Partial<StoredRow>
  },
): Promise<ResourceRow> {
  const by = { actor: caller.actor, now: context.clock.now() }
  return auditedTransaction(context, async (tx, record) => {
    const before = await lockRow(tx, resource, caller, step.expected)
    const after = nextRow(before, await step.change(before, tx), by)
    await storeNext(tx, after)
    await mirrorRows(context, resource, caller.store, [after])
    await record(changeEntry(resource, caller, { action: step.action, before, after, reason: step.reason }))
    return toResourceRow(resource, caller, after)
  })
}

/** Replaces a row's data. Errors: throws `invalid_data`, `stale_version`, `duplicate_key`, `not_found`. */
export function updateResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, data: sentData, reason }: Expected & Sent,
): Promise<ResourceRow> {
  return changeRow(context, resource, caller, {
    expected: { id, version },
    action: 'update',
    reason,
    async change(current, tx) {
      const data = requireData(resource, caller.role, { current: current.data, sent: sentData })
      const keyText = keyTextOf(resource, data)
      const holder = await findByKey(tx, resource, caller, keyText)
      if (holder && holder.id !== id) throw keyFailure(resource, data)
      return { data, keyText }
    },
  })
}

/** Moves a row along its life cycle. Errors: throws `state_not_reachable`, `stale_version`, `not_found`. */
export function moveResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, state, reason }: Expected & { state: string; reason: string },
): Promise<ResourceRow> {
  return changeRow(context, resource, caller, {
    expected: { id, version },
    action: 'state',
    reason,
    change(current) {
      const next = resource.states.find(({ id: from }) => from === current.state)?.next ?? []
      if (!next.includes(state))
        throw new ApiFailure('state_not_reachable', { from: current.state, to: state, next: next.join(', ') || '–' })
      return { state }
    },
  })
}

/** Takes a row out of every list and frees its key; the trail keeps it. Errors: throws `stale_version`, `not_found`. */
export async function deleteResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, reason }: Expected & { reason: string },
): Promise<void> {
  const deletedAt = context.clock.now()
  await changeRow(context, resource, caller, {
    expected: { id, version },
    action: 'delete',
    reason,
    change: () => ({ deletedAt }),
  })
}
