import { eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import { ApiFailure } from '../../../../http/api-failure.ts'
import { auditedTransaction } from '../../../admin/audit.ts'
import { findRole } from '../../../admin/members.ts'
import type { ResourceCaller } from '../../../admin/resources/resource-access.ts'
import { users } from '../../../admin/schema.ts'
import { type AlertEventKind, alertEvents, alertIncidents, type IncidentRow } from '../schema.ts'
import { lockIncident, ownIncident } from './incident-rows.ts'

type Change = Partial<typeof alertIncidents.$inferInsert>
type Act = {
  kind: AlertEventKind
  facts?: Record<string, string>
  /** What changes about the incident; null when there is nothing left to do. */
  change: (row: IncidentRow, now: Date) => Change | null
}

/** Changes an incident, writes its timeline and the audit trail: all or nothing. Errors: throws `not_found`. */
function act(
  context: Context,
  caller: ResourceCaller,
  incident: number,
  { kind, facts = {}, change }: Act,
): Promise<void> {
  const { store, actor } = caller
  const key = { store, incident }
  const now = context.clock.now()
  return auditedTransaction(context, async (tx, record) => {
    const changed = change(await lockIncident(tx, key), now)
    if (!changed) return
    if (Object.keys(changed).length > 0) await tx.update(alertIncidents).set(changed).where(ownIncident(key))
    await tx.insert(alertEvents).values({ incident, kind, actor, facts, at: now })
    await record({ store, actor, action: kind, subject: `alerts/${incident}`, after: facts })
  })
}

function requireOpen({ resolvedAt }: IncidentRow): void {
  if (resolvedAt) throw new ApiFailure('incident_over')
}

const taken = (row: IncidentRow, actor: string, now: Date): Change => ({
  acknowledgedAt: row.acknowledgedAt ?? now,
  acknowledgedBy: row.acknowledgedBy ?? actor,
})

/** Somebody takes it on; the ladder stops. One that was taken stays with who took it. Errors: `incident_over`. */
export const acknowledge = (context: Context, caller: ResourceCaller, incident: number): Promise<void> =>
  act(context, caller, incident, {
    kind: 'acknowledged',
    change: (row, now) => {
      requireOpen(row)
      return row.acknowledgedAt ? null : taken(row, caller.actor, now)
    },
  })

/** Errors: throws `not_found` for somebody who does not belong to the shop, `incident_over`. */
export async function assign(
  context: Context,
  caller: ResourceCaller,
  incident: number,
  userId: string,
): Promise<void> {
  const [person] = await context.records.db.select().from(users).where(eq(users.id, userId))
  const belongs = person && (person.isOwner || (await findRole(context, caller.store, userId)) !== null)
  if (!belongs) throw new ApiFailure('not_found', { what: `members/${userId}` })
  return act(context, caller, incident, {
    kind: 'assigned',
    facts: { userId, name: person.name },
    change: (row, now) => {
      requireOpen(row)
      return { assignee: userId, ...taken(row, caller.actor, now) }
    },
  })
}

export const comment = (context: Context, caller: ResourceCaller, incident: number, text: string): Promise<void> =>
  act(context, caller, incident, { kind: 'comment', facts: { text }, change: () => ({}) })

const withResult = (result: string, actor: string, now: Date): Change => ({ result, resultBy: actor, resultAt: now })

/** It is done, and what came of it (P9.15). Firings that still hold open no second incident until they end. Errors: `incident_over`. */
export const resolve = (context: Context, caller: ResourceCaller, incident: number, result: string): Promise<void> =>
  act(context, caller, incident, {
    kind: 'resolved',
    facts: { text: result },
    change: (row, now) => {
      requireOpen(row)
      const over = { resolvedAt: now, resolvedBy: caller.actor, resolution: 'person' as const }
      return { ...over, ...taken(row, caller.actor, now), ...withResult(result, caller.actor, now) }
    },
  })

/** Closes the loop of an incident that ended by itself: what was done and what came of it. */
export const writeResult = (
  context: Context,
  caller: ResourceCaller,
  incident: number,
  result: string,
): Promise<void> =>
  act(context, caller, incident, {
    kind: 'result',
    facts: { text: result },
    change: (_row, now) => withResult(result, caller.actor, now),
  })
