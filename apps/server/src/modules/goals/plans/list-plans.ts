import type { PlanSummary } from '@zhanggui/contract'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { planParts, plans } from './schema.ts'
import { summarise } from './summarise-plans.ts'

/** The plans of a shop: the latest year first, within it the newest. */
export async function listPlans(context: Context, store: string): Promise<PlanSummary[]> {
  const header = and(eq(planParts.store, plans.store), eq(planParts.plan, plans.id), eq(planParts.part, 'header'))
  const rows = await context.records.db
    .select({ row: plans, name: sql<string>`${planParts.body} ->> 'name'` })
    .from(plans)
    .innerJoin(planParts, header)
    .where(and(eq(plans.store, store), isNull(plans.deletedAt)))
    .orderBy(desc(plans.year), desc(plans.createdAt), desc(plans.id))
  return summarise(context, rows)
}
