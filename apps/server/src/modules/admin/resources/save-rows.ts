import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../audit.ts'
import type { Resource } from './define-resource.ts'
import type { ResourceCaller } from './resource-access.ts'
import { askForChange, type GuardedChange, guardedChanges } from './resource-approval.ts'
import { type IncomingRow, type Plan, planWrite, type SavedRows, writeRows } from './write-rows.ts'

export type { IncomingRow, RowProblem, SavedRows } from './write-rows.ts'

const guardedIn = (resource: Resource, plan: Plan): GuardedChange[] => [
  ...plan.inserts.flatMap((row) => guardedChanges(resource, null, row.data)),
  ...plan.updates.flatMap(({ before, after }) => guardedChanges(resource, before.data, after.data)),
]

/** What a plan would have done, when it waits for a second person or was made by approval. */
const countsOf = (plan: Plan): Omit<SavedRows, 'problems'> => ({
  created: plan.inserts.length,
  updated: plan.updates.length,
  unchanged: plan.unchanged,
})

/**
 * Adds and updates many rows by their key, all of them or, when any has a problem, none. Where a value needs a second person
 * the whole file waits: nothing is written, and `waitingApproval` names the request.
 * Shape: problems name line and field; `unchanged` rows were the same already and leave no trace.
 * @example saveRows(context, PRODUCTS, caller, { rows: [{ line: 2, data: { itemId: '6', title: '面霜' } }], reason: 'import' })
 */
export async function saveRows(
  context: Context,
  resource: Resource,
  caller: ResourceCaller,
  { rows, reason }: { rows: readonly IncomingRow[]; reason: string },
): Promise<SavedRows> {
  if (resource.approval) {
    const plan = await context.records.transaction((tx) => planWrite(context, tx, resource, caller, rows))
    const changes = plan.problems.length > 0 ? [] : guardedIn(resource, plan)
    const payload = { action: 'rows' as const, rows: [...rows], changes }
    const asked = await askForChange(context, resource, caller, { payload, reason })
    if (asked?.performed) return { ...countsOf(plan), problems: [] }
    if (asked) return { created: 0, updated: 0, unchanged: 0, problems: [], waitingApproval: asked.request.id }
  }
  return auditedTransaction(context, (tx, record) =>
    writeRows(context, { tx, record }, resource, caller, { rows, reason }),
  )
}
