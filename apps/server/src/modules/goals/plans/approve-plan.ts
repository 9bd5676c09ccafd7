import type { ApprovePlan, PlanVersion, Store } from '@zhanggui/contract'
import { businessDayOf } from '@zhanggui/kernel'
import type { Plan, PlanEvent, PlanTask } from '@zhanggui/plan'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import { type PlanCaller, requireDraft, requireFresh, writeParts } from './change-plan.ts'
import { openRequests } from './open-requests.ts'
import { type CheckOfPlan, requireNoErrors } from './plan-gate.ts'
import { lockPlan, type PlanKey, planOf, readPartRows } from './plan-rows.ts'
import { cutVersion, presentVersion, type VersionRow, versionEntry } from './plan-versions.ts'
import { readPlan } from './read-plan.ts'
import { plans } from './schema.ts'

const withBaseline = (event: PlanEvent): PlanEvent => ({
  ...event,
  baselineFromDay: event.fromDay,
  baselineToDay: event.toDay,
})

const taskWithBaseline = (task: PlanTask): PlanTask => ({
  ...task,
  baselineStartDay: task.startDay,
  baselineDueDay: task.dueDay,
})

/** Approved dates are what later ones are held against. */
const baselines = ({ events, tasks }: Plan) => ({
  events: events.map(withBaseline),
  tasks: tasks.map(taskWithBaseline),
})

const setStatus = (tx: RecordTx, { store, plan }: PlanKey, status: 'draft' | 'approved') =>
  tx
    .update(plans)
    .set({ status })
    .where(and(eq(plans.store, store), eq(plans.id, plan)))

/**
 * Approves the draft: refused while the check finds an error; otherwise the dates become the baseline, a version is frozen and the
 * plan's requests to the merchant are opened.
 * Errors: throws `not_found`, `plan_approved`, `plan_blocked` with the findings, `stale_version` when the plan changed meanwhile.
 */
export async function approvePlan(
  context: Context,
  caller: PlanCaller,
  store: Store,
  planId: string,
  given: { asked: ApprovePlan; check: CheckOfPlan },
): Promise<PlanVersion> {
  const key = { store: store.id, plan: planId }
  const { plan, summary, revisions: checked } = await readPlan(context, store.id, planId)
  if (summary.status !== 'draft') throw new ApiFailure('plan_approved', { version: summary.approvedVersion })
  // Outside the transaction: the check reads facts and records, and the embedded store has one connection.
  requireNoErrors(await given.check(context, store, plan))
  const version = await namingActors(context, () =>
    auditedTransaction(context, async (tx, record): Promise<VersionRow> => {
      const row = await lockPlan(tx, key)
      requireDraft(row)
      const rows = await readPartRows(tx, key)
      requireFresh(rows, given.asked.revisions ?? checked)
      requireFresh(rows, checked)
      const note = given.asked.note ?? ''
      const bodies = baselines(plan)
      const written = await writeParts(context, tx, { row, rows, bodies, caller, action: 'baseline', reason: note })
      const approved = planOf(row, written.rows)
      const version = await cutVersion(context, tx, { row, plan: approved, note, approved: true, caller })
      await setStatus(tx, key, 'approved')
      const today = businessDayOf(context.clock.now(), store.timezone)
      const requests = await openRequests(context, tx, caller, { plan: approved, today })
      await record(...written.entries, versionEntry(version, 'approve'), ...requests)
      return version
    }),
  )
  return presentVersion(context, version)
}

/**
 * Makes an approved plan a draft again. The approved version stays as it is, confirmed or not.
 * Errors: throws `not_found`, `plan_not_approved`.
 */
export function reopenPlan(context: Context, caller: PlanCaller, planId: string, reason: string): Promise<void> {
  const key = { store: caller.store, plan: planId }
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPlan(tx, key)
    if (row.status !== 'approved') throw new ApiFailure('plan_not_approved')
    await setStatus(tx, key, 'draft')
    const before = { status: 'approved', version: row.approvedVersion }
    const [subject, after] = [`plans/${planId}`, { status: 'draft' }]
    await record({ store: caller.store, actor: caller.actor, action: 'reopen', subject, before, after, reason })
  })
}
