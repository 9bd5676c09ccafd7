import type { ConfirmPlan, PlanConfirmation } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { ROLE_PERMISSIONS } from '../../admin/role-permissions.ts'
import type { PlanCaller } from './change-plan.ts'
import { lockPlan, type PlanKey, type PlanRow, readPlanRow } from './plan-rows.ts'
import { readVersionRow } from './plan-versions.ts'
import { planConfirmations } from './schema.ts'

/** Nobody confirms their own side's plan. */
function requireOtherSide(caller: PlanCaller) {
  const { side } = ROLE_PERMISSIONS[caller.role]
  if (side !== 'merchant' && side !== 'brand') throw new ApiFailure('confirm_own_side')
  return side
}

function requireApproved(row: PlanRow, asked: ConfirmPlan): number {
  if (row.status !== 'approved' || row.approvedVersion === null) throw new ApiFailure('plan_not_approved')
  if (row.approvedVersion !== asked.version)
    throw new ApiFailure('plan_version_changed', { version: row.approvedVersion })
  return row.approvedVersion
}

/**
 * The merchant or the brand says that it has read exactly this: the number and the hash of the approved version. Saying it twice is
 * once; a new version needs a new confirmation.
 * Errors: throws `confirm_own_side`, `not_found`, `plan_not_approved`, `plan_version_changed`.
 */
export async function confirmPlan(
  context: Context,
  caller: PlanCaller,
  planId: string,
  asked: ConfirmPlan,
): Promise<PlanConfirmation[]> {
  const side = requireOtherSide(caller)
  const { store, actor } = caller
  const key = { store, plan: planId }
  await auditedTransaction(context, async (tx, record) => {
    const number = requireApproved(await lockPlan(tx, key), asked)
    const { sha256 } = await readVersionRow(tx, key, number)
    if (sha256 !== asked.sha256) throw new ApiFailure('plan_version_changed', { version: number })
    const note = asked.note ?? ''
    const row = { ...key, number, actor, side, sha256, note, confirmedAt: context.clock.now() }
    const added = await tx.insert(planConfirmations).values(row).onConflictDoNothing().returning()
    if (added.length === 0) return
    const after = { version: number, sha256, side }
    await record({ store, actor, action: 'confirm', subject: `plans/${planId}`, after, reason: note })
  })
  return listConfirmations(context, key)
}

/** Who has confirmed which version, the newest version first. Errors: throws `not_found`. */
export async function listConfirmations(context: Context, key: PlanKey): Promise<PlanConfirmation[]> {
  await readPlanRow(context.records.db, key)
  const rows = await context.records.db
    .select()
    .from(planConfirmations)
    .where(and(eq(planConfirmations.store, key.store), eq(planConfirmations.plan, key.plan)))
    .orderBy(desc(planConfirmations.number), planConfirmations.confirmedAt, planConfirmations.actor)
  const names = await namesOfActors(
    context,
    rows.map((row) => row.actor),
  )
  return rows.map(({ number, sha256, side, actor, confirmedAt, note }) => ({
    version: number,
    sha256,
    side,
    confirmedBy: names.get(actor) ?? actor,
    confirmedAt: confirmedAt.toISOString(),
    note,
  }))
}
