import { PLAN_PARTS, type PlanPart, type PlanPartSaved } from '@zhanggui/contract'
import { comparePlans, type PlanChange, withParts } from '@zhanggui/plan'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { AuditChange } from '../../admin/audit-entry.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { parsePart, requireSound, type SomeParts } from './check-part.ts'
import { auditedPart } from './plan-audit.ts'
import {
  lockPlan,
  type PartRow,
  type PartRows,
  type PlanKey,
  type PlanRow,
  planOf,
  readPartRows,
  revisionsOf,
} from './plan-rows.ts'
import { planParts, plans } from './schema.ts'

/** Who changes a plan, in which shop. */
export type PlanCaller = ResourceCaller

/** A part as its editor read it (`revision`) and as it is to be. */
export type SentPart = { revision: number; body: unknown }

export type SentParts = Partial<Record<PlanPart, SentPart>>

/** Errors: throws `plan_approved`: an approved plan is frozen until it is reopened. */
export function requireDraft(row: PlanRow): void {
  if (row.status !== 'draft') throw new ApiFailure('plan_approved', { version: row.approvedVersion ?? row.version })
}

const partsIn = (sent: object): PlanPart[] => PLAN_PARTS.filter((part) => part in sent)

/** Errors: throws `stale_version` with who changed the part, and when. */
export function requireFresh(rows: PartRows, expected: Partial<Record<PlanPart, number>>): void {
  for (const part of partsIn(expected)) {
    const row = rows.get(part)
    if (!row || row.revision === expected[part]) continue
    const { revision, updatedBy, updatedAt } = row
    throw new ApiFailure('stale_version', { part, revision, changedBy: updatedBy, changedAt: updatedAt.toISOString() })
  }
}

async function storePart(tx: RecordTx, row: PartRow): Promise<void> {
  const { store, plan, part } = row
  const own = and(eq(planParts.store, store), eq(planParts.plan, plan), eq(planParts.part, part))
  await tx.update(planParts).set(row).where(own)
}

export type WrittenParts = { rows: PartRows; changes: PlanChange[]; entries: AuditChange[] }

/**
 * Writes bodies that were parsed already over the locked plan, inside the caller's transaction; the entries are the caller's to
 * record. Parts that are the same keep their revision. Errors: throws `plan_invalid`; nothing is written then.
 */
export async function writeParts(
  context: Context,
  tx: RecordTx,
  given: { row: PlanRow; rows: PartRows; bodies: SomeParts; caller: PlanCaller; action: string; reason: string },
): Promise<WrittenParts> {
  const { row, rows, bodies, caller, action, reason } = given
  const before = planOf(row, rows)
  const after = withParts(before, bodies)
  requireSound(after)
  const changes = comparePlans(before, after)
  const next = new Map(rows)
  const entries: AuditChange[] = []
  const stamp = { updatedBy: caller.actor, updatedAt: context.clock.now() }
  for (const part of partsIn(bodies)) {
    const old = rows.get(part)
    if (!old || !changes.some((change) => change.part === part)) continue
    const saved = { ...old, ...stamp, revision: old.revision + 1, body: bodies[part] }
    await storePart(tx, saved)
    next.set(part, saved)
    const subject = `plans/${row.id}/${part}`
    entries.push({
      store: row.store,
      actor: caller.actor,
      action,
      subject,
      reason,
      ...auditedPart(part, changes, old.revision),
    })
  }
  if (entries.length > 0)
    await tx
      .update(plans)
      .set(stamp)
      .where(and(eq(plans.store, row.store), eq(plans.id, row.id)))
  return { rows: next, changes, entries }
}

/**
 * Changes several parts of a draft at once: all of them or, when anything is wrong, none.
 * Errors: throws `not_found`, `plan_approved`, `stale_version` with who changed it, `invalid_request` and `plan_invalid`.
 * @example changeParts(context, caller, '2027-1', { tasks: { revision: 3, body: tasks } }, '补任务')
 */
export function changeParts(
  context: Context,
  caller: PlanCaller,
  planId: string,
  sent: SentParts,
  reason = '',
): Promise<PlanPartSaved> {
  const key: PlanKey = { store: caller.store, plan: planId }
  const bodies: SomeParts = Object.fromEntries(partsIn(sent).map((part) => [part, parsePart(part, sent[part]?.body)]))
  const expected = Object.fromEntries(partsIn(sent).map((part) => [part, sent[part]?.revision]))
  return namingActors(context, () =>
    auditedTransaction(context, async (tx, record) => {
      const row = await lockPlan(tx, key)
      requireDraft(row)
      const rows = await readPartRows(tx, key)
      requireFresh(rows, expected)
      const written = await writeParts(context, tx, { row, rows, bodies, caller, action: 'update', reason })
      if (written.entries.length > 0) await record(...written.entries)
      return { revisions: revisionsOf(written.rows), changes: written.changes.length }
    }),
  )
}

/**
 * Changes one part of a draft. `revision` is the one that the editor read.
 * @example changePart(context, caller, '2027-1', 'tasks', { revision: 3, body: tasks, reason: '补任务' })
 */
export const changePart = (
  context: Context,
  caller: PlanCaller,
  planId: string,
  part: PlanPart,
  { revision, body, reason = '' }: SentPart & { reason?: string | undefined },
): Promise<PlanPartSaved> => changeParts(context, caller, planId, { [part]: { revision, body } }, reason)
