import type { PlanPartSaved } from '@zhanggui/contract'
import type { Plan } from '@zhanggui/plan'
import { sameValue, splitPlan } from '@zhanggui/plan'
import type { Context } from '../../../context.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { AuditChange } from '../../admin/audit-entry.ts'
import { type PlanCaller, requireDraft, writeParts } from './change-plan.ts'
import { lockPlan, type PlanKey, type PlanRow, planOf, readPartRows, revisionsOf } from './plan-rows.ts'
import { cutVersion, planOfVersion, readVersionRow, versionEntry } from './plan-versions.ts'

/** A draft that no version holds is kept as one before it is overwritten. */
async function keepDraft(
  context: Context,
  tx: RecordTx,
  given: { key: PlanKey; row: PlanRow; plan: Plan; caller: PlanCaller; number: number },
): Promise<AuditChange[]> {
  const { key, row, plan, caller, number } = given
  const newest = row.version === 0 ? null : planOfVersion(await readVersionRow(tx, key, row.version))
  if (newest && sameValue(newest, JSON.parse(JSON.stringify(plan)))) return []
  const note = `恢复版本 ${number} 之前 / before version ${number} was restored`
  return [versionEntry(await cutVersion(context, tx, { row, plan, note, approved: false, caller }), 'version')]
}

/**
 * Makes an old version the draft again; the draft that stood there is kept as a version.
 * Errors: throws `not_found`, `plan_approved`.
 */
export function restoreVersion(
  context: Context,
  caller: PlanCaller,
  planId: string,
  { number, reason }: { number: number; reason: string },
): Promise<PlanPartSaved> {
  const key = { store: caller.store, plan: planId }
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPlan(tx, key)
    requireDraft(row)
    const version = await readVersionRow(tx, key, number)
    const rows = await readPartRows(tx, key)
    const kept = await keepDraft(context, tx, { key, row, plan: planOf(row, rows), caller, number })
    const bodies = splitPlan(planOfVersion(version))
    const written = await writeParts(context, tx, { row, rows, bodies, caller, action: 'restore', reason })
    const entries = [...kept, ...written.entries]
    if (entries.length > 0) await record(...entries)
    return { revisions: revisionsOf(written.rows), changes: written.changes.length }
  })
}
