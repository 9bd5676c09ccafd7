import type { LeaveReason } from '@zhanggui/orders'
import { and, eq, max, sql } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { siteDepartures } from './schema.ts'

export type Departure = { store: string; epoch: number; site: string; why: LeaveReason }

/** Written before the shop leaves: a restart in between must not forget that it has. */
export async function noteDeparture({ records }: Context, departure: Departure): Promise<void> {
  const row = { ...departure, at: sql`clock_timestamp()` }
  const target = [siteDepartures.store, siteDepartures.epoch]
  await records.db.insert(siteDepartures).values(row).onConflictDoUpdate({ target, set: row })
}

/** The shop stayed after all. */
export async function forgetDeparture({ records }: Context, { store, epoch }: Departure): Promise<void> {
  await records.db.delete(siteDepartures).where(and(eq(siteDepartures.store, store), eq(siteDepartures.epoch, epoch)))
}

/** How long ago the shop left a site for each reason, ms by the records' own clock, whichever site that was. */
export async function leftMsAgo({ records }: Context, store: string): Promise<Partial<Record<LeaveReason, number>>> {
  const { why, at } = siteDepartures
  const ago = sql<number>`(extract(epoch FROM clock_timestamp() - ${max(at)}) * 1000)::bigint`
  const rows = await records.db
    .select({ why, ago })
    .from(siteDepartures)
    .where(eq(siteDepartures.store, store))
    .groupBy(why)
  return Object.fromEntries(rows.map((row) => [row.why, Number(row.ago)]))
}
