import type { PlanRunInfo, PlanRunStep } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import { contingencyRuns, type PlanRunRow, type RunReport } from '../schema.ts'

const MINUTE_MS = 60_000
const RUNS_MAX = 200

type Names = ReadonlyMap<string, string>

function presentSteps({ body, steps, startedAt, endedAt }: PlanRunRow, now: Date, names: Names): PlanRunStep[] {
  return body.steps.map(({ effect: _, ...step }) => {
    const done = steps.find(({ id }) => id === step.id)
    const dueAt = new Date(startedAt.getTime() + step.limitMinutes * MINUTE_MS)
    const until = done ? new Date(done.at) : (endedAt ?? now)
    return {
      ...step,
      dueAt: dueAt.toISOString(),
      doneAt: done?.at ?? null,
      doneBy: done ? (names.get(done.by) ?? done.by) : null,
      note: done?.note ?? '',
      late: until > dueAt,
    }
  })
}

/** How a plan that ended was worked through. */
export function reportOf(row: PlanRunRow, endedAt: Date): RunReport {
  const steps = presentSteps({ ...row, endedAt }, endedAt, new Map())
  const done = steps.filter(({ doneAt }) => doneAt !== null)
  return {
    minutes: Math.round((endedAt.getTime() - row.startedAt.getTime()) / MINUTE_MS),
    steps: steps.length,
    done: done.length,
    inTime: done.filter(({ late }) => !late).length,
    late: steps.filter(({ late }) => late).length,
  }
}

const actorsOf = ({ startedBy, endedBy, steps }: PlanRunRow): string[] => [
  startedBy,
  ...(endedBy ? [endedBy] : []),
  ...steps.map(({ by }) => by),
]

function present(row: PlanRunRow, now: Date, names: Names): PlanRunInfo {
  const { body } = row
  return {
    id: row.id,
    plan: row.plan,
    nameZh: body.nameZh,
    nameEn: body.nameEn,
    version: row.version,
    state: row.state,
    cause: row.cause,
    reason: row.reason,
    startedAt: row.startedAt.toISOString(),
    startedBy: names.get(row.startedBy) ?? row.startedBy,
    endedAt: row.endedAt?.toISOString() ?? null,
    endedBy: row.endedBy === null ? null : (names.get(row.endedBy) ?? row.endedBy),
    endReason: row.endReason,
    incident: row.incident,
    clock: row.clock,
    playbookRuns: row.playbookRuns,
    steps: presentSteps(row, now, names),
    messages: body.messages,
    page: body.page,
    goals: body.goals,
    report: row.report,
  }
}

/** Runs of the shop, the newest first. */
export async function listPlanRuns(context: Context, store: string): Promise<PlanRunInfo[]> {
  const rows = await context.records.db
    .select()
    .from(contingencyRuns)
    .where(eq(contingencyRuns.store, store))
    .orderBy(desc(contingencyRuns.id))
    .limit(RUNS_MAX)
  const names = await namesOfActors(context, [...new Set(rows.flatMap(actorsOf))])
  return rows.map((row) => present(row, context.clock.now(), names))
}

export const ownRun = (store: string, id: number) => and(eq(contingencyRuns.store, store), eq(contingencyRuns.id, id))

/** Errors: throws `not_found`. */
export async function readPlanRun(context: Context, store: string, id: number): Promise<PlanRunInfo> {
  const [row] = await context.records.db.select().from(contingencyRuns).where(ownRun(store, id))
  if (!row) throw new ApiFailure('not_found', { what: `contingency-runs/${id}` })
  return present(row, context.clock.now(), await namesOfActors(context, actorsOf(row)))
}
