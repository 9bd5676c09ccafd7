import type { OpenSession } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import type { UserCaller } from '../../http/caller.ts'
import { auditedTransaction } from './audit.ts'
import { isAlive } from './identity/session-life.ts'
import { sessions } from './schema.ts'

/** The person's sessions that are still good, newest first. */
export async function listOpenSessions(context: Context, user: UserCaller): Promise<OpenSession[]> {
  const rows = await context.records.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, user.id), isAlive(context)))
    .orderBy(desc(sessions.createdAt))
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.updatedAt.toISOString(),
    ip: row.ipAddress || null,
    userAgent: row.userAgent || null,
    current: row.id === user.sessionId,
  }))
}

/** Ends one of the person's own sessions. Errors: throws `not_found`, also for a session of somebody else. */
export function revokeSession(context: Context, user: UserCaller, sessionId: string): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const mine = and(eq(sessions.id, sessionId), eq(sessions.userId, user.id))
    const [gone] = await tx.delete(sessions).where(mine).returning({ id: sessions.id })
    if (!gone) throw new ApiFailure('not_found', { what: `sessions/${sessionId}` })
    await record({ store: null, actor: `user:${user.id}`, action: 'revoke', subject: `sessions/${sessionId}` })
  })
}
