import { and, eq, isNull, sql } from 'drizzle-orm'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { alertEvents, alertFirings, alertIncidents } from '../schema.ts'

/**
 * Resolves incidents whose last firing has ended. What was raised without a rule (a channel, a playbook) has no firing and is
 * cleared by whoever raised it.
 */
export async function clearIncidents(tx: RecordTx, store: string, now: Date): Promise<void> {
  const firings = (also: ReturnType<typeof sql>) =>
    sql`EXISTS (SELECT 1 FROM ${alertFirings} WHERE ${alertFirings.incident} = ${alertIncidents.id} ${also})`
  const over = and(
    eq(alertIncidents.store, store),
    isNull(alertIncidents.resolvedAt),
    firings(sql``),
    sql`NOT ${firings(sql`AND ${alertFirings.endedAt} IS NULL`)}`,
  )
  const cleared = await tx
    .update(alertIncidents)
    .set({ resolvedAt: now, resolvedBy: 'system', resolution: 'cleared' })
    .where(over)
    .returning({ id: alertIncidents.id })
  for (const { id } of cleared)
    await tx.insert(alertEvents).values({ incident: id, kind: 'cleared', actor: 'system', facts: {}, at: now })
}
