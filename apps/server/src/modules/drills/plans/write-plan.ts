import { ContingencyPlanBody, PutContingencyPlan } from '@zhanggui/contract'
import { findPlanMetric, PLAN_LIBRARY, planFaults } from '@zhanggui/drills'
import { type ConditionFault, PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction, type RecordChange } from '../../admin/audit.ts'
import { namingActors } from '../../admin/naming-actors.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { findWatched } from '../../live/alerts/series/watched-metric.ts'
import { playbooks } from '../playbooks/schema.ts'
import { contingencyPlans, contingencyPlanVersions, type PlanRow } from '../schema.ts'
import { PlanFailure } from './plan-failure.ts'

export const ownPlan = (store: string, id: string) =>
  and(eq(contingencyPlans.store, store), eq(contingencyPlans.id, id))

/** The plan, locked until the transaction ends. Errors: throws `not_found`. */
export async function lockPlan(tx: RecordTx, store: string, id: string): Promise<PlanRow> {
  const [row] = await tx.select().from(contingencyPlans).where(ownPlan(store, id)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `contingency-plans/${id}` })
  return row
}

function metricFaults({ trigger }: ContingencyPlanBody): ConditionFault[] {
  if (trigger === null || findPlanMetric(trigger.metric) || findWatched(trigger.metric)) return []
  return [{ field: 'trigger.metric', zh: `没有指标“${trigger.metric}”`, en: `no metric "${trigger.metric}"` }]
}

/** Playbooks of the shop and those that are shipped may both be named: a shipped one is taken in when it is wanted. */
async function knownPlaybooks({ records }: Context, store: string): Promise<Set<string>> {
  const rows = await records.db.select({ id: playbooks.id }).from(playbooks).where(eq(playbooks.store, store))
  return new Set([...PLAYBOOK_LIBRARY.map(({ id }) => id), ...rows.map(({ id }) => id)])
}

function requireSound(id: string, body: ContingencyPlanBody, known: ReadonlySet<string>): void {
  const faults = [...planFaults({ id, ...body }, known), ...metricFaults(body)]
  if (faults.length > 0) throw new PlanFailure(faults)
}

type Version = { store: string; plan: string; number: number; body: ContingencyPlanBody; reason: string }

async function writeVersion(tx: RecordTx, version: Version, stamp: { actor: string; at: Date }): Promise<void> {
  const { store, plan: id, number, body } = version
  const row = { store, id, version: number, body, memory: null, evaluatedAt: null }
  const fresh = { ...row, updatedBy: stamp.actor, updatedAt: stamp.at }
  const target = [contingencyPlans.store, contingencyPlans.id]
  await tx.insert(contingencyPlans).values(fresh).onConflictDoUpdate({ target, set: fresh })
  await tx.insert(contingencyPlanVersions).values({ ...version, madeBy: stamp.actor, madeAt: stamp.at })
}

/** Takes shipped plans into the shop. Shape: the ids that were new. Errors: throws `not_found`. */
export function adoptPlans(context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> {
  const unknown = ids?.find((id) => !PLAN_LIBRARY.some((plan) => plan.id === id))
  if (unknown !== undefined) throw new ApiFailure('not_found', { what: `contingency-library/${unknown}` })
  const { store, actor } = caller
  return auditedTransaction(context, async (tx, record) => {
    const rows = await tx
      .select({ id: contingencyPlans.id })
      .from(contingencyPlans)
      .where(eq(contingencyPlans.store, store))
    const there = new Set(rows.map(({ id }) => id))
    const wanted = PLAN_LIBRARY.filter(({ id }) => (!ids || ids.includes(id)) && !there.has(id))
    for (const { id, ...rest } of wanted) {
      const body = ContingencyPlanBody.parse(rest)
      await writeVersion(tx, { store, plan: id, number: 1, body, reason: '' }, { actor, at: context.clock.now() })
      await record({ store, actor, action: 'create', subject: `contingency-plans/${id}`, after: body })
    }
    return wanted.map(({ id }) => id)
  })
}

async function put(
  tx: RecordTx,
  record: RecordChange,
  { store, actor }: ResourceCaller,
  given: { id: string; version: number; body: ContingencyPlanBody; reason: string; at: Date },
): Promise<void> {
  const { id, version, body, reason, at } = given
  const [row] = await tx.select().from(contingencyPlans).where(ownPlan(store, id)).for('update')
  if ((row?.version ?? 0) !== version) {
    if (!row) throw new ApiFailure('not_found', { what: `contingency-plans/${id}` })
    throw new ApiFailure('stale_version', {
      version: row.version,
      changedBy: row.updatedBy,
      changedAt: row.updatedAt.toISOString(),
    })
  }
  await writeVersion(tx, { store, plan: id, number: version + 1, body, reason }, { actor, at })
  const subject = `contingency-plans/${id}`
  await record({ store, actor, action: row ? 'update' : 'create', subject, before: row?.body, after: body, reason })
}

/**
 * Writes a new version, or a plan of the shop's own; a run that is under way keeps the plan it started with.
 * Errors: throws `invalid_request`, `PlanFailure` with every fault, `not_found`, `stale_version` with who changed it.
 */
export async function putPlan(
  context: Context,
  caller: ResourceCaller,
  id: string,
  input: PutContingencyPlan,
): Promise<void> {
  const { version, body, reason } = parseInput(PutContingencyPlan, input)
  requireSound(id, body, await knownPlaybooks(context, caller.store))
  await namingActors(context, () =>
    auditedTransaction(context, (tx, record) =>
      put(tx, record, caller, { id, version, body, reason, at: context.clock.now() }),
    ),
  )
}

/** Gives a plan up; what ran stays readable. Errors: throws `not_found`. */
export function removePlan(context: Context, { store, actor }: ResourceCaller, id: string): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockPlan(tx, store, id)
    await tx.delete(contingencyPlans).where(ownPlan(store, id))
    await record({ store, actor, action: 'delete', subject: `contingency-plans/${id}`, before: row.body })
  })
}
