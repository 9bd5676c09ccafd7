import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { PlanKey } from '../plans/plan-rows.ts'
import { planAcknowledgements } from './schema.ts'

export type AcknowledgementRow = typeof planAcknowledgements.$inferSelect

/** What was let stand in a plan, by the key of the finding. */
export async function readAcknowledgements(
  context: Context,
  { store, plan }: PlanKey,
): Promise<ReadonlyMap<string, AcknowledgementRow>> {
  const rows = await context.records.db
    .select()
    .from(planAcknowledgements)
    .where(and(eq(planAcknowledgements.store, store), eq(planAcknowledgements.plan, plan)))
  return new Map(rows.map((row) => [row.key, row]))
}
