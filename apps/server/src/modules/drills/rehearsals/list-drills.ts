import type { DrillDetail, DrillInfo, DrillLesson } from '@zhanggui/contract'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type DrillRow, drillLessons, drills } from '../schema.ts'

const DRILLS_MAX = 200
const LESSONS_MAX = 500

type Listed = Omit<DrillRow, 'report'>

const present = (row: Listed, names: ReadonlyMap<string, string>): DrillInfo => ({
  id: row.id,
  plan: row.plan,
  nameZh: row.nameZh,
  nameEn: row.nameEn,
  seed: row.seed,
  scale: row.scale,
  day: row.day,
  state: row.state,
  progress: row.progress,
  score: row.score,
  passed: row.passed,
  campaign: row.campaign,
  entry: row.entry,
  problem: row.problem,
  createdBy: names.get(row.createdBy) ?? row.createdBy,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
})

/** Drills of the shop, the newest first, without their reports. */
export async function listDrills(context: Context, store: string): Promise<DrillInfo[]> {
  const { report: _, ...columns } = { ...drillColumns() }
  const rows: Listed[] = await context.records.db
    .select(columns)
    .from(drills)
    .where(eq(drills.store, store))
    .orderBy(desc(drills.id))
    .limit(DRILLS_MAX)
  const names = await namesOfActors(context, [...new Set(rows.map(({ createdBy }) => createdBy))])
  return rows.map((row) => present(row, names))
}

function drillColumns() {
  const { id, store, plan, nameZh, nameEn, seed, scale, day, state, progress, score, passed } = drills
  const { campaign, entry, problem, report, createdBy, createdAt, finishedAt } = drills
  return {
    ...{ id, store, plan, nameZh, nameEn, seed, scale, day, state, progress, score, passed },
    ...{ campaign, entry, problem, report, createdBy, createdAt, finishedAt },
  }
}

/** Errors: throws `not_found`. */
export async function readDrill(context: Context, store: string, id: number): Promise<DrillDetail> {
  const [row] = await context.records.db
    .select()
    .from(drills)
    .where(and(eq(drills.store, store), eq(drills.id, id)))
  if (!row) throw new ApiFailure('not_found', { what: `drills/${id}` })
  const names = await namesOfActors(context, [row.createdBy])
  return { ...present(row, names), report: row.report }
}

/** What was learnt, open ones first, the newest first. */
export async function listLessons(context: Context, store: string): Promise<DrillLesson[]> {
  const rows = await context.records.db
    .select()
    .from(drillLessons)
    .where(eq(drillLessons.store, store))
    .orderBy(desc(isNull(drillLessons.closedAt)), desc(drillLessons.id))
    .limit(LESSONS_MAX)
  const names = await namesOfActors(context, [...new Set(rows.flatMap(({ closedBy }) => closedBy ?? []))])
  return rows.map(({ store: _, at, closedAt, closedBy, ...row }) => ({
    ...row,
    at: at.toISOString(),
    closedBy: closedBy === null ? null : (names.get(closedBy) ?? closedBy),
    closedAt: closedAt?.toISOString() ?? null,
  }))
}

/** Writes what became of a lesson. Errors: throws `not_found`, also for one that is closed already. */
export function closeLesson(
  context: Context,
  { store, actor }: ResourceCaller,
  id: number,
  result: string,
): Promise<void> {
  const own = and(eq(drillLessons.store, store), eq(drillLessons.id, id), isNull(drillLessons.closedAt))
  return auditedTransaction(context, async (tx, record) => {
    const closed = await tx
      .update(drillLessons)
      .set({ result, closedBy: actor, closedAt: context.clock.now() })
      .where(own)
      .returning({ id: drillLessons.id })
    if (closed.length === 0) throw new ApiFailure('not_found', { what: `drill-lessons/${id}` })
    await record({ store, actor, action: 'close', subject: `drill-lessons/${id}`, after: { result } })
  })
}
