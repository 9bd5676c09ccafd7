import type { SimulatedMessage } from '@zhanggui/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { simulatedMessages } from './schema.ts'
import { findChannel } from './write-channel.ts'

const SHOWN = 100

/** What a channel's simulator was given, newest first. Errors: throws `not_found`. */
export async function listSimulated(context: Context, store: string, channel: string): Promise<SimulatedMessage[]> {
  await findChannel(context, store, channel)
  const rows = await context.records.db
    .select()
    .from(simulatedMessages)
    .where(and(eq(simulatedMessages.store, store), eq(simulatedMessages.channel, channel)))
    .orderBy(desc(simulatedMessages.id))
    .limit(SHOWN)
  return rows.map(({ id, at, recipient, body }) => ({ id, at: at.toISOString(), recipient, body }))
}
