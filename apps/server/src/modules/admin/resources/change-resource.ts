import type { ResourceRow } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../audit.ts'
import { requireData } from './check-data.ts'
import type { Resource, ResourceData } from './define-resource.ts'
import type { ResourceCaller } from './resource-access.ts'
import { askForChange, guardedChanges } from './resource-approval.ts'
import { newRow, readRow, type StoredRow, toResourceRow } from './resource-rows.ts'
import { changeRow, type Expected, insertNew, replaceData } from './write-resource.ts'

export { changeEntry } from './write-resource.ts'

type Sent = { data: ResourceData; reason: string }

/**
 * Adds a row; where its values need a second person it waits, and the answer carries `waitingApproval` and version 0.
 * Errors: throws `invalid_data` with a note for each field, `duplicate_key`.
 */
export async function createResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { data: sent, reason }: Sent,
): Promise<ResourceRow> {
  const data = requireData(resource, caller.role, { current: {}, sent })
  const row = newRow(resource, caller, data, context.clock.now())
  const asked = await askForChange(context, resource, caller, {
    payload: { action: 'create', id: row.id, data, changes: guardedChanges(resource, null, data) },
    reason,
  })
  if (asked && !asked.performed)
    return { ...toResourceRow(resource, caller, row), version: 0, waitingApproval: asked.request.id }
  if (!asked)
    await auditedTransaction(context, (tx, record) =>
      insertNew(context, { tx, record }, resource, caller, { row, reason }),
    )
  return toResourceRow(resource, caller, await readRow(context.records.db, resource, caller, row.id))
}

/** The change that a row would take, checked as far as it can be without writing. */
async function previewUpdate(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, data: sent }: Expected & { data: ResourceData },
): Promise<{ current: StoredRow; data: ResourceData }> {
  const current = await readRow(context.records.db, resource, caller, id)
  if (current.version !== version) throw new ApiFailure('stale_version', { version: current.version })
  return { current, data: requireData(resource, caller.role, { current: current.data, sent }) }
}

/**
 * Replaces a row's data; where a changed value needs a second person the change waits, and the answer is the row as it is
 * with `waitingApproval`. Errors: throws `invalid_data`, `stale_version`, `duplicate_key`, `not_found`.
 */
export async function updateResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, data: sent, reason }: Expected & Sent,
): Promise<ResourceRow> {
  const { current, data } = await previewUpdate(context, resource, caller, { id, version, data: sent })
  const asked = await askForChange(context, resource, caller, {
    payload: { action: 'update', id, version, data, changes: guardedChanges(resource, current.data, data) },
    reason,
  })
  if (asked && !asked.performed)
    return { ...toResourceRow(resource, caller, current), waitingApproval: asked.request.id }
  if (asked) return toResourceRow(resource, caller, await readRow(context.records.db, resource, caller, id))
  return auditedTransaction(context, async (tx, record) => {
    const change = { expected: { id, version }, data: sent, reason }
    return toResourceRow(resource, caller, await replaceData(context, { tx, record }, resource, caller, change))
  })
}

/** Moves a row along its life cycle. Errors: throws `state_not_reachable`, `stale_version`, `not_found`. */
export function moveResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, state, reason }: Expected & { state: string; reason: string },
): Promise<ResourceRow> {
  return auditedTransaction(context, async (tx, record) => {
    const moved = await changeRow(context, { tx, record }, resource, caller, {
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
    return toResourceRow(resource, caller, moved)
  })
}

/** Takes a row out of every list and frees its key; the trail keeps it. Errors: throws `stale_version`, `not_found`. */
export function deleteResource(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { id, version, reason }: Expected & { reason: string },
): Promise<void> {
  const deletedAt = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    await changeRow(context, { tx, record }, resource, caller, {
      expected: { id, version },
      action: 'delete',
      reason,
      change: () => ({ deletedAt }),
    })
  })
}
