import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import type { Dependants } from '../../insight/read-assumptions.ts'
import { planParts, plans } from './schema.ts'

/** The plans of a shop with the assumptions that each rests on. */
export async function readDependants(context: Context, store: string): Promise<Dependants> {
  const header = and(eq(planParts.store, plans.store), eq(planParts.plan, plans.id), eq(planParts.part, 'header'))
  return context.records.db
    .select({
      plan: plans.id,
      name: sql<string>`${planParts.body} ->> 'name'`,
      assumptions: sql<string[]>`${planParts.body} -> 'assumptions'`,
    })
    .from(plans)
    .innerJoin(planParts, header)
    .where(and(eq(plans.store, store), isNull(plans.deletedAt)))
    .orderBy(plans.year, plans.id)
}
