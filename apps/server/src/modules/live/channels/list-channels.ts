import type { ChannelInfo, DeliveryInfo } from '@zhanggui/contract'
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { auditedTransaction } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { type ChannelRow, type DeliveryRow, noticeChannels, noticeDeliveries } from './schema.ts'
import { findChannel } from './write-channel.ts'

type Waiting = { pending: number; dead: number }

async function readWaiting(context: Context, store: string): Promise<Map<string, Waiting>> {
  const rows = await context.records.db
    .select({ channel: noticeDeliveries.channel, state: noticeDeliveries.state, n: count() })
    .from(noticeDeliveries)
    .where(and(eq(noticeDeliveries.store, store), inArray(noticeDeliveries.state, ['pending', 'dead'])))
    .groupBy(noticeDeliveries.channel, noticeDeliveries.state)
  const waiting = new Map<string, Waiting>()
  for (const { channel, state, n } of rows) {
    const entry = waiting.get(channel) ?? { pending: 0, dead: 0 }
    if (state !== 'sent') entry[state] = n
    waiting.set(channel, entry)
  }
  return waiting
}

const present = (row: ChannelRow, waiting: Waiting | undefined): ChannelInfo => ({
  id: row.id,
  name: row.name,
  settings: row.settings,
  enabled: row.enabled,
  simulated: row.simulated,
  fromSeverity: row.fromSeverity,
  roles: row.roles as ChannelInfo['roles'],
  secrets: row.secrets,
  pending: waiting?.pending ?? 0,
  dead: waiting?.dead ?? 0,
  lastSentAt: row.lastSentAt?.toISOString() ?? null,
  lastError: row.lastError,
})

/** The channels of a shop by id; which secrets are set, never what they are. */
export async function listChannels(context: Context, store: string): Promise<ChannelInfo[]> {
  const rows = await context.records.db
    .select()
    .from(noticeChannels)
    .where(eq(noticeChannels.store, store))
    .orderBy(asc(noticeChannels.id))
  const waiting = await readWaiting(context, store)
  return rows.map((row) => present(row, waiting.get(row.id)))
}

/** Errors: throws `not_found`. */
export async function readChannel(context: Context, store: string, id: string): Promise<ChannelInfo> {
  const row = await findChannel(context, store, id)
  return present(row, (await readWaiting(context, store)).get(id))
}

const presentDelivery = (row: DeliveryRow): DeliveryInfo => ({
  id: row.id,
  channel: row.channel,
  state: row.state,
  title: row.message.titleZh,
  attempts: row.attempts,
  nextAt: row.nextAt?.toISOString() ?? null,
  lastError: row.lastError,
  createdAt: row.createdAt.toISOString(),
  sentAt: row.sentAt?.toISOString() ?? null,
})

/** Messages of a shop, newest first. */
export async function listDeliveries(
  context: Context,
  store: string,
  { state, limit }: { state?: DeliveryRow['state'] | undefined; limit: number },
): Promise<DeliveryInfo[]> {
  const own = eq(noticeDeliveries.store, store)
  const rows = await context.records.db
    .select()
    .from(noticeDeliveries)
    .where(state ? and(own, eq(noticeDeliveries.state, state)) : own)
    .orderBy(desc(noticeDeliveries.id))
    .limit(limit)
  return rows.map(presentDelivery)
}

/** Puts a channel's dead letters on their way again. Shape: how many. Errors: throws `not_found`. */
export async function resendDead(context: Context, { store, actor }: ResourceCaller, id: string): Promise<number> {
  await findChannel(context, store, id)
  const dead = and(
    eq(noticeDeliveries.store, store),
    eq(noticeDeliveries.channel, id),
    eq(noticeDeliveries.state, 'dead'),
  )
  return auditedTransaction(context, async (tx, record) => {
    const again = { state: 'pending' as const, attempts: 0, nextAt: context.clock.now() }
    const rows = await tx.update(noticeDeliveries).set(again).where(dead).returning({ id: noticeDeliveries.id })
    await record({ store, actor, action: 'resend', subject: `notice-channels/${id}`, after: { messages: rows.length } })
    return rows.length
  })
}
