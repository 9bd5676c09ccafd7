import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { gamePlays } from './schema.ts'

/** Fewer shares than these say more of their sharers than of the shop. */
const LEAST_SHARES = 100

/**
 * Share of the links of past packets that a friend opened, basis points: what the size of a packet is reckoned with (P6.18).
 * Shape: undefined while the shop's past is too short to say.
 */
export async function opensBefore(context: Context, store: string): Promise<number | undefined> {
  const rows = await context.records.db
    .select({ kind: gamePlays.kind, plays: sql<number>`count(*)::int` })
    .from(gamePlays)
    .where(and(eq(gamePlays.store, store), inArray(gamePlays.kind, ['share', 'openLink'])))
    .groupBy(gamePlays.kind)
  const playsOf = (kind: string): number => rows.find((row) => row.kind === kind)?.plays ?? 0
  const shares = playsOf('share')
  return shares < LEAST_SHARES ? undefined : Math.round((playsOf('openLink') / shares) * 10_000)
}
