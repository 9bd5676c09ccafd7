import { and, eq } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { noticeChannels } from '../../live/channels/schema.ts'

/** Why messages of a plan do not leave the house; null: they do. */
export type GatewayTrouble = 'none' | 'unknown' | 'off' | 'not_webhook'

/**
 * The other kinds of channel speak to the shop's own people. A buyer is only reached through a webhook, behind which the shop's own
 * gateway knows who bought.
 */
export async function gatewayTrouble(
  db: RecordDb | RecordTx,
  { store, gateway }: { store: string; gateway: string },
): Promise<GatewayTrouble | null> {
  if (gateway === '') return 'none'
  const [channel] = await db
    .select()
    .from(noticeChannels)
    .where(and(eq(noticeChannels.store, store), eq(noticeChannels.id, gateway)))
  if (!channel) return 'unknown'
  if (channel.settings.kind !== 'webhook') return 'not_webhook'
  return channel.enabled ? null : 'off'
}
