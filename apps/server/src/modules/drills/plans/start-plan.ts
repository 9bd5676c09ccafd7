import type { Store } from '@zhanggui/contract'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { raiseIncidentIn } from '../../live/alerts/incidents/raise-incident.ts'
import { readLadder, type ShopLadder } from '../../live/clocks/read-ladders.ts'
import { startClockIn } from '../../live/clocks/start-clock.ts'
import { startPlaybook } from '../playbooks/runs/start-playbook.ts'
import { playbooks } from '../playbooks/schema.ts'
import { contingencyRuns, type PlanRow } from '../schema.ts'
import { PLANS } from './plan-rows.ts'

export type PlanCause = { kind: 'hand' | 'trigger'; key: string; reason: string; at: Date }

/** What a running plan is known by among incidents. */
export const planCause = (plan: string) => ({ metric: `plan/${plan}` })

const incidentOf = ({ id, body }: PlanRow, now: Date) => ({
  cause: planCause(id),
  titleZh: `预案启动：${body.nameZh}`,
  titleEn: `Plan started: ${body.nameEn}`,
  severity: 'critical' as const,
  owner: body.owner,
  action: { kind: 'plan' as const, ref: id, zh: '按预案步骤处理', en: 'Work through the steps of the plan' },
  now,
})

type Started = { run: number; row: PlanRow } | null

/** The run with its incident and its clock, all or nothing; null where the cause had its run already, or one is under way. */
function open(context: Context, store: string, id: string, cause: PlanCause, actor: string, ladder: ShopLadder | null) {
  return auditedTransaction(context, async (tx, record): Promise<Started> => {
    const row = await PLANS.lock(tx, { store, id })
    const now = context.clock.now()
    const values = {
      store,
      plan: id,
      version: row.version,
      body: row.body,
      cause: cause.kind,
      causeKey: cause.key,
      reason: cause.reason,
      state: 'running' as const,
      startedAt: cause.at,
      startedBy: actor,
      endReason: '',
      playbookRuns: [],
      steps: [],
    }
    const [made] = await tx.insert(contingencyRuns).values(values).onConflictDoNothing().returning()
    if (!made) return null
    const incident = await raiseIncidentIn(tx, store, incidentOf(row, now))
    const subject = { kind: 'incident', id: String(incident) }
    const start = ladder && { ladder, subject, title: row.body.nameZh, owner: null, startedAt: cause.at }
    const clock = start && (await startClockIn(context, { tx, record }, { store, actor }, start))
    await tx
      .update(contingencyRuns)
      .set({ incident, clock: clock?.id ?? null })
      .where(eq(contingencyRuns.id, made.id))
    const after = { plan: id, version: row.version, cause: cause.kind }
    const subjectOf = `contingency-runs/${made.id}`
    await record({ store, actor, action: 'start', subject: subjectOf, after, reason: cause.reason })
    return { run: made.id, row }
  })
}

/** Sets off the plan's playbooks that the shop has and switched on; each decides by its own limits and approval. */
async function setOff(context: Context, store: Store, { run, row }: NonNullable<Started>): Promise<void> {
  const has = await context.records.db
    .select({ id: playbooks.id })
    .from(playbooks)
    .where(and(eq(playbooks.store, store.id), eq(playbooks.enabled, true)))
  const known = new Set(has.map(({ id }) => id))
  const runs: number[] = []
  for (const id of row.body.playbooks.filter((playbook) => known.has(playbook))) {
    const { id: made } = await startPlaybook(context, store, id, `plan/${run}`)
    runs.push(made)
  }
  await context.records.db.update(contingencyRuns).set({ playbookRuns: runs }).where(eq(contingencyRuns.id, run))
}

/**
 * Starts a plan: its record, its incident, its clock, then its playbooks. Shape: the run; null where this cause started it
 * before or it is under way. Errors: throws `not_found`.
 */
export async function startPlan(
  context: Context,
  { store, actor }: { store: Store; actor: string },
  plan: PlanRow,
  cause: PlanCause,
): Promise<number | null> {
  const ladder = plan.body.ladder === null ? null : await readLadder(context, store.id, plan.body.ladder)
  const started = await open(context, store.id, plan.id, cause, actor, ladder)
  if (!started) return null
  await setOff(context, store, started)
  return started.run
}

/** Starts a plan because somebody says so. Errors: throws `not_found`, `plan_runs_already`. */
export async function startByHand(
  context: Context,
  { store, actor }: { store: Store; actor: string },
  plan: PlanRow,
  reason: string,
): Promise<number> {
  const at = context.clock.now()
  const cause: PlanCause = { kind: 'hand', key: `hand/${at.getTime()}`, reason, at }
  const run = await startPlan(context, { store, actor }, plan, cause)
  if (run === null) throw new ApiFailure('plan_runs_already', { plan: plan.body.nameZh })
  return run
}
