import { and, eq, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../audit.ts'
import { roleAllows } from '../role-permissions.ts'
import { approvalEntry } from './approval-entry.ts'
import { currentRole } from './approvers.ts'
import { getApproval } from './registry.ts'
import { type ApprovalRow, approvals } from './schema.ts'

/** Who answers a request, and why. */
export type Decision = { store: string; id: string; actor: string; reason: string }

async function lockRequest(tx: RecordTx, { store, id }: Decision): Promise<ApprovalRow> {
  const [row] = await tx
    .select()
    .from(approvals)
    .where(and(eq(approvals.store, store), eq(approvals.id, id)))
    .for('update')
  if (!row) throw new ApiFailure('not_found', { what: `approvals/${id}` })
  if (row.state !== 'waiting') throw new ApiFailure('approval_closed', { state: row.state })
  return row
}

async function close(
  tx: RecordTx,
  record: RecordChange,
  row: ApprovalRow,
  step: {
    action: 'approve' | 'refuse' | 'withdraw' | 'expire'
    state: string
    actor: string
    reason: string
    at: Date
  },
): Promise<ApprovalRow> {
  const { action, state, actor, reason, at } = step
  const after = { ...row, state, decidedBy: actor, decidedAt: at, decisionReason: reason }
  await tx.update(approvals).set(after).where(eq(approvals.id, row.id))
  await record(approvalEntry(action, { before: row, after, actor, reason }))
  return after
}

/** Closes the requests of a shop that nobody answered in time. Safe to run at any moment. */
export function expireApprovals(context: Context, store: string): Promise<void> {
  const at = context.clock.now()
  const due = and(eq(approvals.store, store), eq(approvals.state, 'waiting'), lte(approvals.expiresAt, at))
  return auditedTransaction(context, async (tx, record) => {
    for (const row of await tx.select().from(approvals).where(due).for('update'))
      await close(tx, record, row, { action: 'expire', state: 'expired', actor: 'system', reason: '', at })
  })
}

/** Another person than the asker, who holds the permission at this very moment. */
async function checkApprover(tx: RecordTx, row: ApprovalRow, actor: string): Promise<void> {
  const { permissions } = getApproval(row.kind)
  if (actor === row.askedBy) throw new ApiFailure('approval_own')
  const role = await currentRole(tx, row.store, actor)
  if (!role || !roleAllows(role, permissions.approve))
    throw new ApiFailure('not_permitted', { permission: permissions.approve })
}

/**
 * Approves a request and makes its change, in one transaction and once.
 * Errors: `approval_own`, `not_permitted`, `approval_closed`, `approval_asker_lost` when the asker may not ask any more,
 * `not_found`; and what the change itself throws (a stale version), in which case the request stays open.
 */
export async function approveRequest(context: Context, decision: Decision): Promise<ApprovalRow> {
  await expireApprovals(context, decision.store)
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockRequest(tx, decision)
    await checkApprover(tx, row, decision.actor)
    const declaration = getApproval(row.kind)
    const role = await currentRole(tx, row.store, row.askedBy)
    if (!role || !roleAllows(role, declaration.permissions.ask)) throw new ApiFailure('approval_asker_lost')
    const asker = { store: row.store, actor: row.askedBy, role }
    const payload = declaration.payload.parse(row.payload)
    await declaration.perform(context, tx, { payload, asker, reason: `${row.reason} (approvals/${row.id})`, record })
    const { actor, reason } = decision
    return close(tx, record, row, { action: 'approve', state: 'approved', actor, reason, at: context.clock.now() })
  })
}

/** Errors: as `approveRequest`, and `invalid_request` without a reason. */
export async function refuseRequest(context: Context, decision: Decision): Promise<ApprovalRow> {
  const { actor, reason } = decision
  if (reason === '') throw new ApiFailure('invalid_request', { where: 'reason: a refusal says why' })
  await expireApprovals(context, decision.store)
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockRequest(tx, decision)
    await checkApprover(tx, row, actor)
    return close(tx, record, row, { action: 'refuse', state: 'refused', actor, reason, at: context.clock.now() })
  })
}

/** The asker takes the request back. Errors: `not_permitted` for anybody else, `approval_closed`, `not_found`. */
export async function withdrawRequest(context: Context, decision: Decision): Promise<ApprovalRow> {
  const { actor, reason } = decision
  await expireApprovals(context, decision.store)
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockRequest(tx, decision)
    if (row.askedBy !== actor) throw new ApiFailure('not_permitted', { permission: 'asker' })
    return close(tx, record, row, { action: 'withdraw', state: 'withdrawn', actor, reason, at: context.clock.now() })
  })
}
