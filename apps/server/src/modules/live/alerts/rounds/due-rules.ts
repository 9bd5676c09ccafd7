import { and, asc, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { alertRules, type RuleRow } from '../schema.ts'

const MINUTE_MS = 60_000

/** Rules that have not been judged for their interval; a round that came a second early waits for the next. */
export async function dueRules(context: Context, store: string, now: Date): Promise<RuleRow[]> {
  const enabled = and(eq(alertRules.store, store), eq(alertRules.enabled, true))
  const rows = await context.records.db.select().from(alertRules).where(enabled).orderBy(asc(alertRules.id))
  return rows.filter(
    ({ evaluatedAt, body }) =>
      evaluatedAt === null ||
      evaluatedAt > now ||
      now.getTime() - evaluatedAt.getTime() >= body.everyMinutes * MINUTE_MS,
  )
}
