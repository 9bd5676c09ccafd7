import type { PlanPart } from '@zhanggui/contract'
import { joinParts, type Plan, type PlanPartBodies } from '@zhanggui/plan'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { planParts, plans } from './schema.ts'

export type PlanRow = typeof plans.$inferSelect
export type PartRow = typeof planParts.$inferSelect
export type PartRows = ReadonlyMap<PlanPart, PartRow>

/** Which plan, of which shop. */
export type PlanKey = { store: string; plan: string }

/** The living plan of the shop; every read and write goes through this. */
export const livingPlan = ({ store, plan }: PlanKey) =>
  and(eq(plans.store, store), eq(plans.id, plan), isNull(plans.deletedAt))

const noPlan = ({ plan }: PlanKey): ApiFailure => new ApiFailure('not_found', { what: `plans/${plan}` })

/** Errors: throws `not_found`. */
export async function readPlanRow(db: RecordDb, key: PlanKey): Promise<PlanRow> {
  const [row] = await db.select().from(plans).where(livingPlan(key))
  if (!row) throw noPlan(key)
  return row
}

/** Holds the plan until the transaction ends, so that its changes come one after the other. Errors: throws `not_found`. */
export async function lockPlan(tx: RecordTx, key: PlanKey): Promise<PlanRow> {
  const [row] = await tx.select().from(plans).where(livingPlan(key)).for('update')
  if (!row) throw noPlan(key)
  return row
}

export async function readPartRows(db: RecordDb, { store, plan }: PlanKey): Promise<PartRows> {
  const rows = await db
    .select()
    .from(planParts)
    .where(and(eq(planParts.store, store), eq(planParts.plan, plan)))
  return new Map(rows.map((row) => [row.part, row]))
}

/** Bodies were checked when they were stored, see `check-part.ts`. */
export function planOf(row: PlanRow, parts: PartRows): Plan {
  const bodies = Object.fromEntries([...parts].map(([part, { body }]) => [part, body])) as PlanPartBodies
  return joinParts({ id: row.id, year: row.year, currency: row.currency }, bodies)
}

export const revisionsOf = (parts: PartRows): Record<PlanPart, number> =>
  Object.fromEntries([...parts].map(([part, { revision }]) => [part, revision])) as Record<PlanPart, number>
