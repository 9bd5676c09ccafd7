import { lt } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { sessions } from './schema.ts'

/** Expired sessions open nothing any more; without this their rows, with the addresses in them, would stay for ever. */
export async function forgetExpiredSessions(context: Context): Promise<void> {
  // The identity library dates sessions by the machine's clock, so they end by that clock too.
  await context.records.db.delete(sessions).where(lt(sessions.expiresAt, new Date()))
}
