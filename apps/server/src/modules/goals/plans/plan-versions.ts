import { createHash } from 'node:crypto'
import type { PlanVersion, PlanVersionDetail } from '@zhanggui/contract'
import type { Plan } from '@zhanggui/plan'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import { canonicalJson } from '../../admin/canonical-json.ts'
import { namesOfActors } from '../../admin/read-audit.ts'
import type { PlanCaller } from './change-plan.ts'
import { lockPlan, type PlanKey, type PlanRow, planOf, readPartRows, readPlanRow } from './plan-rows.ts'
import { plans, planVersions } from './schema.ts'

export type VersionRow = typeof planVersions.$inferSelect

const ofPlan = ({ store, plan }: PlanKey) => and(eq(planVersions.store, store), eq(planVersions.plan, plan))

/** Errors: throws `not_found`. */
export async function readVersionRow(db: RecordDb, key: PlanKey, number: number): Promise<VersionRow> {
  const [row] = await db
    .select()
    .from(planVersions)
    .where(and(ofPlan(key), eq(planVersions.number, number)))
  if (!row) throw new ApiFailure('not_found', { what: `plans/${key.plan}/versions/${number}` })
  return row
}

/** The plan as it was; the text was made by `cutVersion`. */
export const planOfVersion = (row: VersionRow): Plan => JSON.parse(row.snapshot) as Plan

/** Freezes the plan under the next number, inside the caller's transaction. */
export async function cutVersion(
  context: Context,
  tx: RecordTx,
  given: { row: PlanRow; plan: Plan; note: string; approved: boolean; caller: PlanCaller },
): Promise<VersionRow> {
  const { row, plan, note, approved, caller } = given
  const snapshot = canonicalJson(plan)
  const version: VersionRow = {
    store: row.store,
    plan: row.id,
    number: row.version + 1,
    note,
    approved,
    snapshot,
    sha256: createHash('sha256').update(snapshot).digest('hex'),
    createdBy: caller.actor,
    createdAt: context.clock.now(),
  }
  await tx.insert(planVersions).values(version)
  const set = { version: version.number, ...(approved ? { approvedVersion: version.number } : {}) }
  await tx
    .update(plans)
    .set(set)
    .where(and(eq(plans.store, row.store), eq(plans.id, row.id)))
  return version
}

/** Cuts a version of the plan as it stands. Errors: throws `not_found`. */
export async function addVersion(
  context: Context,
  caller: PlanCaller,
  planId: string,
  note: string,
): Promise<PlanVersion> {
  const key = { store: caller.store, plan: planId }
  const version = await auditedTransaction(context, async (tx, record) => {
    const row = await lockPlan(tx, key)
    const plan = planOf(row, await readPartRows(tx, key))
    const version = await cutVersion(context, tx, { row, plan, note, approved: false, caller })
    await record(versionEntry(version, 'version'))
    return version
  })
  return presentVersion(context, version)
}

export const versionEntry = (version: VersionRow, action: string) => ({
  store: version.store,
  actor: version.createdBy,
  action,
  subject: `plans/${version.plan}`,
  after: { version: version.number, sha256: version.sha256 },
  reason: version.note,
})

async function presentVersions(context: Context, rows: readonly VersionRow[]): Promise<PlanVersion[]> {
  const names = await namesOfActors(
    context,
    rows.map((row) => row.createdBy),
  )
  return rows.map(({ number, note, approved, createdBy, createdAt, sha256 }) => ({
    number,
    note,
    approved,
    createdBy: names.get(createdBy) ?? createdBy,
    createdAt: createdAt.toISOString(),
    sha256,
  }))
}

export async function presentVersion(context: Context, row: VersionRow): Promise<PlanVersion> {
  const [version] = await presentVersions(context, [row])
  if (!version) throw new Error('one row gives one version')
  return version
}

/** The newest first. Errors: throws `not_found`. */
export async function listVersions(context: Context, store: string, planId: string): Promise<PlanVersion[]> {
  const key = { store, plan: planId }
  await readPlanRow(context.records.db, key)
  const rows = await context.records.db
    .select()
    .from(planVersions)
    .where(ofPlan(key))
    .orderBy(desc(planVersions.number))
  return presentVersions(context, rows)
}

/** Errors: throws `not_found`. */
export async function readVersion(
  context: Context,
  store: string,
  planId: string,
  number: number,
): Promise<PlanVersionDetail> {
  const key = { store, plan: planId }
  await readPlanRow(context.records.db, key)
  const row = await readVersionRow(context.records.db, key, number)
  return { ...(await presentVersion(context, row)), plan: planOfVersion(row) }
}
