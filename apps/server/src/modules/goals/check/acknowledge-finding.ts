import type { PlanFindings, Store } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { PlanCaller } from '../plans/change-plan.ts'
import { lockPlan } from '../plans/plan-rows.ts'
import { readFindings } from './read-findings.ts'
import { planAcknowledgements } from './schema.ts'

const rowOf = (store: string, plan: string, key: string) =>
  and(eq(planAcknowledgements.store, store), eq(planAcknowledgements.plan, plan), eq(planAcknowledgements.key, key))

/**
 * Lets a warning or note of the check stand, with the reason; it is audited, and comes back by itself when its figures change.
 * Errors: throws `not_found` for a finding that the plan does not have now, `finding_is_error` for one that has to be mended.
 */
export async function acknowledgeFinding(
  context: Context,
  caller: PlanCaller,
  store: Store,
  given: { plan: string; key: string; reason: string },
): Promise<PlanFindings> {
  const { plan, key, reason } = given
  const { findings } = await readFindings(context, store, plan)
  const finding = findings.find((one) => one.key === key)
  if (!finding) throw new ApiFailure('not_found', { what: `plans/${plan}/findings/${key}` })
  if (finding.level === 'error') throw new ApiFailure('finding_is_error', { number: finding.number })
  await auditedTransaction(context, async (tx, record) => {
    const { version } = await lockPlan(tx, { store: store.id, plan })
    const stamp = { reason, version, actor: caller.actor, acknowledgedAt: context.clock.now() }
    const { rule, messageZh: message } = finding
    await tx
      .insert(planAcknowledgements)
      .values({ store: store.id, plan, key, rule, message, ...stamp })
      .onConflictDoUpdate({
        target: [planAcknowledgements.store, planAcknowledgements.plan, planAcknowledgements.key],
        set: stamp,
      })
    const before = finding.acknowledged ? { reason: finding.acknowledged.reason } : null
    const after = { rule, message, reason, version }
    const subject = `plans/${plan}/findings/${key}`
    await record({ store: store.id, actor: caller.actor, action: 'acknowledge', subject, before, after, reason })
  })
  return readFindings(context, store, plan)
}

/** Takes an acknowledgement back. Errors: throws `not_found`. */
export async function withdrawAcknowledgement(
  context: Context,
  caller: PlanCaller,
  store: Store,
  given: { plan: string; key: string },
): Promise<PlanFindings> {
  const { plan, key } = given
  await auditedTransaction(context, async (tx, record) => {
    await lockPlan(tx, { store: store.id, plan })
    const [row] = await tx
      .delete(planAcknowledgements)
      .where(rowOf(store.id, plan, key))
      .returning()
    const subject = `plans/${plan}/findings/${key}`
    if (!row) throw new ApiFailure('not_found', { what: subject })
    const before = { rule: row.rule, message: row.message, reason: row.reason }
    await record({
      store: store.id,
      actor: caller.actor,
      action: 'withdraw',
      subject,
      before,
      after: null,
      reason: '',
    })
  })
  return readFindings(context, store, plan)
}
