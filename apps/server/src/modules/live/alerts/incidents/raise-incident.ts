import type { AlertAction } from '@zhanggui/contract'
import { type Cause, causeKeyOf, type Severity } from '@zhanggui/playbooks'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { alertEvents, alertIncidents } from '../schema.ts'

/** Something that went wrong without a rule that watches it: a channel, a playbook that could not act. */
export type Raised = {
  cause: Cause
  titleZh: string
  titleEn: string
  severity: Severity
  /** The role that answers for it. */
  owner: string
  action: AlertAction
  now: Date
}

/**
 * Opens an incident inside the caller's transaction, or adds to the one of the same cause that is open already, so that a
 * fault that repeats is one incident. Shape: its id. It is told with the next round of alerts.
 */
export async function raiseIncidentIn(tx: RecordTx, store: string, raised: Raised): Promise<number> {
  const { cause, now, ...rest } = raised
  const causeKey = causeKeyOf(cause)
  const row = {
    ...rest,
    store,
    cause,
    causeKey,
    owners: [raised.owner],
    rules: [],
    openedAt: now,
    lastAt: now,
    count: 1,
  }
  const [incident] = await tx
    .insert(alertIncidents)
    .values(row)
    .onConflictDoUpdate({
      target: [alertIncidents.store, alertIncidents.causeKey],
      targetWhere: isNull(alertIncidents.resolvedAt),
      set: { lastAt: now, count: sql`${alertIncidents.count} + 1` },
    })
    .returning({ id: alertIncidents.id, count: alertIncidents.count })
  if (!incident) throw new Error('an incident was not written')
  if (incident.count === 1)
    await tx
      .insert(alertEvents)
      .values({ incident: incident.id, kind: 'opened', actor: 'system', facts: { count: 1 }, at: now })
  return incident.id
}

/** The same in a transaction of its own. Whoever raised it clears it. */
export const raiseIncident = (context: Context, store: string, raised: Raised): Promise<number> =>
  context.records.transaction((tx) => raiseIncidentIn(tx, store, raised))

/** What was raised is over. Without such an incident nothing happens. */
export async function clearRaised(context: Context, store: string, cause: Cause, now: Date): Promise<void> {
  const open = and(
    eq(alertIncidents.store, store),
    eq(alertIncidents.causeKey, causeKeyOf(cause)),
    isNull(alertIncidents.resolvedAt),
  )
  await context.records.transaction(async (tx) => {
    const cleared = await tx
      .update(alertIncidents)
      .set({ resolvedAt: now, resolvedBy: 'system', resolution: 'cleared' })
      .where(open)
      .returning({ id: alertIncidents.id })
    for (const { id } of cleared)
      await tx.insert(alertEvents).values({ incident: id, kind: 'cleared', actor: 'system', facts: {}, at: now })
  })
}
