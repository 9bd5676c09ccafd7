import { DoStep, EndPlan } from '@zhanggui/contract'
import { eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import type { RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { clearRaised } from '../../live/alerts/index.ts'
import { enterEventIn } from '../../live/clocks/change-clock.ts'
import type { ClockWork } from '../../live/clocks/start-clock.ts'
import { contingencyPlans, contingencyRuns, type PlanRunRow, type StepDone } from '../schema.ts'
import { ownPlan } from './plan-rows.ts'
import { ownRun, reportOf } from './plan-runs.ts'
import { planCause } from './start-plan.ts'

async function lockRun(tx: RecordTx, store: string, id: number): Promise<PlanRunRow> {
  const [row] = await tx.select().from(contingencyRuns).where(ownRun(store, id)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `contingency-runs/${id}` })
  return row
}

/** A step of the plan that is also one of its ladder answers that deadline. */
async function answerClock(
  context: Context,
  work: ClockWork,
  run: PlanRunRow,
  { id, by, note }: StepDone,
): Promise<void> {
  const { clock } = run
  if (clock === null) return
  const event = { kind: 'done' as const, at: context.clock.now().getTime(), step: id }
  try {
    await enterEventIn(context, work, { store: run.store, actor: by }, { clock, id: `plan-step/${id}`, event, note })
  } catch (cause) {
    // A ladder has fewer steps than a plan; what it does not know has no deadline there.
    if (!(cause instanceof ApiFailure)) throw cause
  }
}

/** Ticks a step off, with who did it and when. Errors: throws `not_found`, `plan_step_done`. */
export async function doStep(
  context: Context,
  { store, actor }: ResourceCaller,
  place: { run: number; step: string },
  input: DoStep,
): Promise<void> {
  const { note } = parseInput(DoStep, input)
  await auditedTransaction(context, async (tx, record) => {
    const run = await lockRun(tx, store, place.run)
    if (!run.body.steps.some(({ id }) => id === place.step))
      throw new ApiFailure('not_found', { what: `contingency-runs/${place.run}/steps/${place.step}` })
    if (run.state !== 'running' || run.steps.some(({ id }) => id === place.step)) throw new ApiFailure('plan_step_done')
    const done: StepDone = { id: place.step, at: context.clock.now().toISOString(), by: actor, note }
    await tx
      .update(contingencyRuns)
      .set({ steps: [...run.steps, done] })
      .where(eq(contingencyRuns.id, run.id))
    await answerClock(context, { tx, record }, run, done)
    const subject = `contingency-runs/${run.id}`
    await record({ store, actor, action: 'done', subject, after: { step: done.id }, reason: note })
  })
}

/** What still speaks against ending; empty when the plan has come to its end. */
async function openPoints(tx: RecordTx, run: PlanRunRow): Promise<string[]> {
  const [plan] = await tx
    .select()
    .from(contingencyPlans)
    .where(ownPlan({ store: run.store, id: run.plan }))
  const left = run.body.steps.filter(({ id }) => !run.steps.some((done) => done.id === id))
  return [
    ...(left.length > 0 ? [`步骤未完成/open steps: ${left.map(({ zh }) => zh).join('、')}`] : []),
    ...(plan?.memory?.state === 'firing' ? ['触发条件仍成立/the trigger still fires'] : []),
  ]
}

/**
 * Ends a plan and writes its report. With open steps, or while its trigger fires, only with a reason.
 * Errors: throws `not_found`, `plan_step_done` for one that has ended, `plan_not_over` with what is open.
 */
export async function endPlan(
  context: Context,
  { store, actor }: ResourceCaller,
  id: number,
  input: EndPlan,
): Promise<void> {
  const { reason } = parseInput(EndPlan, input)
  const now = context.clock.now()
  const plan = await auditedTransaction(context, async (tx, record) => {
    const run = await lockRun(tx, store, id)
    if (run.state !== 'running') throw new ApiFailure('plan_step_done')
    const open = await openPoints(tx, run)
    if (open.length > 0 && reason === '') throw new ApiFailure('plan_not_over', { why: open.join('；') })
    const ended = {
      state: 'ended' as const,
      endedAt: now,
      endedBy: actor,
      endReason: reason,
      report: reportOf(run, now),
    }
    await tx.update(contingencyRuns).set(ended).where(eq(contingencyRuns.id, id))
    await record({ store, actor, action: 'end', subject: `contingency-runs/${id}`, after: ended.report, reason })
    return run.plan
  })
  await clearRaised(context, store, planCause(plan), now)
}
