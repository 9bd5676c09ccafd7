import type { ContingencyLibrary, ContingencyPlanInfo } from '@zhanggui/contract'
import { findPlanMetric } from '@zhanggui/drills'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { contingencyPlans, contingencyRuns, drills, type PlanRow } from '../schema.ts'
import { shippedPlans } from './plan-rows.ts'
import { triggerWords } from './plan-words.ts'

export const readPlanRows = ({ records }: Context, store: string): Promise<PlanRow[]> =>
  records.db.select().from(contingencyPlans).where(eq(contingencyPlans.store, store)).orderBy(asc(contingencyPlans.id))

/** What is shipped, and what of it the shop has. */
export async function readPlanLibrary(context: Context, store: string): Promise<ContingencyLibrary> {
  const there = new Set((await readPlanRows(context, store)).map(({ id }) => id))
  return shippedPlans().map(({ id, body }) => {
    const { zh, en } = triggerWords(body)
    return { id, body, triggerZh: zh, triggerEn: en, adopted: there.has(id) }
  })
}

type Past = { running: ReadonlyMap<string, number>; drilled: ReadonlyMap<string, { score: number | null; at: Date }> }

async function readPast({ records }: Context, store: string): Promise<Past> {
  const { id, plan } = contingencyRuns
  const open = and(eq(contingencyRuns.store, store), eq(contingencyRuns.state, 'running'))
  const running = await records.db.select({ id, plan }).from(contingencyRuns).where(open)
  const held = await records.db
    .select({ plan: drills.plan, score: drills.score, at: drills.createdAt })
    .from(drills)
    .where(and(eq(drills.store, store), eq(drills.state, 'done')))
    .orderBy(desc(drills.id))
    .limit(200)
  // The newest first: a later row of the same plan is an older drill.
  const drilled = new Map(held.toReversed().map((one) => [one.plan, { score: one.score, at: one.at }]))
  return { running: new Map(running.map((run) => [run.plan, run.id])), drilled }
}

function present(row: PlanRow, past: Past): ContingencyPlanInfo {
  const { zh, en } = triggerWords(row.body)
  const metric = findPlanMetric(row.body.trigger?.metric ?? '')
  const drilled = past.drilled.get(row.id)
  const state = row.memory?.state
  return {
    id: row.id,
    version: row.version,
    body: row.body,
    triggerZh: zh,
    triggerEn: en,
    sourceZh: metric?.sourceZh ?? null,
    sourceEn: metric?.sourceEn ?? null,
    state: state === 'firing' ? 'firing' : state === 'noData' || state === undefined ? 'noData' : 'quiet',
    running: past.running.get(row.id) ?? null,
    lastScore: drilled?.score ?? null,
    lastDrillAt: drilled?.at.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  }
}

export async function listPlans(context: Context, store: string): Promise<ContingencyPlanInfo[]> {
  const past = await readPast(context, store)
  return (await readPlanRows(context, store)).map((row) => present(row, past))
}

/** Errors: throws `not_found`. */
export async function readPlan(context: Context, store: string, id: string): Promise<ContingencyPlanInfo> {
  const found = (await listPlans(context, store)).find((plan) => plan.id === id)
  if (!found) throw new ApiFailure('not_found', { what: `contingency-plans/${id}` })
  return found
}
