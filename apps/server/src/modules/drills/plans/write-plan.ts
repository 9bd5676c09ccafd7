import { type ContingencyPlanBody, PutContingencyPlan } from '@zhanggui/contract'
import { findPlanMetric, planFaults } from '@zhanggui/drills'
import { type ConditionFault, PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { refuseFaults } from '../../admin/versioned/unsound-record.ts'
import { findWatched } from '../../live/alerts/series/watched-metric.ts'
import { playbooks } from '../playbooks/schema.ts'
import { PLANS } from './plan-rows.ts'

const UNSOUND = {
  code: 'contingency_plan_unsound',
  zh: '这个预案还不能采用',
  en: 'This plan cannot be adopted yet',
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

/** Takes shipped plans into the shop. Shape: the ids that were new. Errors: throws `not_found`. */
export const adoptPlans = (context: Context, caller: ResourceCaller, ids?: readonly string[]): Promise<string[]> =>
  PLANS.addShipped(context, caller, ids)

/**
 * Writes a new version, or a plan of the shop's own; a run that is under way keeps the plan it started with.
 * Errors: throws `invalid_request`, `UnsoundRecord` with every fault, `not_found`, `stale_version` with who changed it.
 */
export async function putPlan(
  context: Context,
  caller: ResourceCaller,
  id: string,
  input: PutContingencyPlan,
): Promise<void> {
  const { version, body, reason } = parseInput(PutContingencyPlan, input)
  const known = await knownPlaybooks(context, caller.store)
  refuseFaults(UNSOUND, [...planFaults({ id, ...body }, known), ...metricFaults(body)])
  await PLANS.put(context, caller, { id, version, body, own: {}, reason })
}

/** Gives a plan up; what ran stays readable. Errors: throws `not_found`. */
export const removePlan = (context: Context, caller: ResourceCaller, id: string): Promise<void> =>
  PLANS.remove(context, caller, id)
