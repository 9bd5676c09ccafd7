import { type ContingencyPlan, PLAN_LIBRARY } from '@zhanggui/drills'
import { parseDay } from '@zhanggui/kernel'
import { PLAYBOOK_LIBRARY, type Playbook } from '@zhanggui/playbooks'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { TickJob } from '../../live/tick-job.ts'
import { readPlanRows } from '../plans/list-plans.ts'
import { playbookOf } from '../playbooks/records/sentences.ts'
import { playbooks } from '../playbooks/schema.ts'
import { type DrillRow, drills } from '../schema.ts'
import { askWorker } from './ask-worker.ts'
import { finishDrill } from './finish-drill.ts'
import { WHOLE_DAY } from './start-drill.ts'

/** The shop's own plans where it has them, the shipped ones for the rest. */
async function plansOf(context: Context, { store, plan }: DrillRow): Promise<ContingencyPlan[]> {
  const own = (await readPlanRows(context, store)).map(({ id, body }): ContingencyPlan => ({ id, ...body }))
  const ids = new Set(own.map(({ id }) => id))
  const all = [...own, ...PLAN_LIBRARY.filter(({ id }) => !ids.has(id))]
  return plan === WHOLE_DAY ? all : all.filter(({ id }) => id === plan)
}

async function playbooksOf(context: Context, store: string): Promise<Playbook[]> {
  const rows = await context.records.db.select().from(playbooks).where(eq(playbooks.store, store))
  const own = rows.map(({ id, body }) => playbookOf(id, body))
  const ids = new Set(own.map(({ id }) => id))
  return [...own, ...PLAYBOOK_LIBRARY.filter(({ id }) => !ids.has(id))]
}

/** Writes how far it is; false when somebody cancelled it. */
async function keepProgress({ records }: Context, id: number, progress: number): Promise<boolean> {
  const own = and(eq(drills.id, id), eq(drills.state, 'running'))
  const kept = await records.db.update(drills).set({ progress }).where(own).returning({ id: drills.id })
  return kept.length > 0
}

async function play(context: Context, row: DrillRow, stopped: AbortSignal): Promise<void> {
  const cancelled = new AbortController()
  const signal = AbortSignal.any([stopped, cancelled.signal])
  let writing: Promise<void> = Promise.resolve()
  const onProgress = (share: number): void => {
    writing = writing.then(async () => {
      if (!(await keepProgress(context, row.id, share))) cancelled.abort()
    })
    // A figure of progress that could not be written stops nothing; the report will be tried.
    writing = writing.catch((cause: unknown) =>
      context.log.warn({ drill: row.id, cause }, 'drills: progress was not kept'),
    )
  }
  const { seed, scale } = row
  const [plans, known] = [await plansOf(context, row), await playbooksOf(context, row.store)]
  const request = { kind: 'drill' as const, seed, scale, day: parseDay(row.day), plans, playbooks: known }
  try {
    const answer = await askWorker(request, { onProgress, signal })
    await writing
    if (answer.kind === 'report') await finishDrill(context, row, answer.report)
  } finally {
    await writing
  }
}

async function fail(context: Context, { id }: DrillRow, cause: unknown): Promise<void> {
  context.log.error({ drill: id, cause }, 'drills: a drill could not be played')
  const problem = cause instanceof Error ? cause.message : String(cause)
  const own = and(eq(drills.id, id), eq(drills.state, 'running'))
  await context.records.db.update(drills).set({ state: 'failed', problem, finishedAt: context.clock.now() }).where(own)
}

/**
 * Plays the drills that wait, one after the other. One that a restart cut short is played again: the same seed gives the same
 * report.
 */
export async function runDueDrills(context: Context, signal: AbortSignal): Promise<void> {
  const waiting = await context.records.db
    .select()
    .from(drills)
    .where(inArray(drills.state, ['queued', 'running']))
    .orderBy(asc(drills.id))
  for (const row of waiting) {
    if (signal.aborted) return
    const own = and(eq(drills.id, row.id), inArray(drills.state, ['queued', 'running']))
    await context.records.db.update(drills).set({ state: 'running', progress: 0 }).where(own)
    try {
      await play(context, row, signal)
    } catch (cause) {
      if (!signal.aborted) await fail(context, row, cause)
    }
  }
}

export const PLAY_DRILLS: TickJob = {
  id: 'drills',
  everySeconds: 1,
  run: (context, { signal }) => runDueDrills(context, signal),
}
