import { eq, gt, lte, type SQL } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { sessions } from '../schema.ts'

const DAY_SECONDS = 86_400

/** A session that nobody uses for so long is over. */
export const SESSION_SECONDS = 14 * DAY_SECONDS

/** A use is written down at most this often, so that reading a page does not write a record. */
const NOTED_EVERY_MS = 3_600_000

/** The last use up to which a session is over at this moment, on the installation's own clock. */
const endOfLife = ({ clock }: Context): Date => new Date(clock.now().getTime() - SESSION_SECONDS * 1000)

/** Sessions that still open something; the identity library's own dates are the machine's and decide nothing. */
export const isAlive = (context: Context): SQL => gt(sessions.updatedAt, endOfLife(context))

/** Dates a fresh session by the installation's clock. */
export async function dateSession(context: Context, sessionId: string): Promise<void> {
  const now = context.clock.now()
  await context.records.db.update(sessions).set({ createdAt: now, updatedAt: now }).where(eq(sessions.id, sessionId))
}

/** What became of a session that was used now: over (and gone), alive, or alive and prolonged. */
export async function useSession(
  context: Context,
  sessionId: string,
  lastUsedAt: Date,
): Promise<'over' | 'alive' | 'prolonged'> {
  const now = context.clock.now()
  const { db } = context.records
  if (lastUsedAt <= endOfLife(context)) {
    await db.delete(sessions).where(eq(sessions.id, sessionId))
    return 'over'
  }
  if (now.getTime() - lastUsedAt.getTime() < NOTED_EVERY_MS) return 'alive'
  await db.update(sessions).set({ updatedAt: now }).where(eq(sessions.id, sessionId))
  return 'prolonged'
}

/** Sessions that are over open nothing any more; without this their rows, with the addresses in them, would stay. */
export async function forgetExpiredSessions(context: Context): Promise<void> {
  await context.records.db.delete(sessions).where(lte(sessions.updatedAt, endOfLife(context)))
}
