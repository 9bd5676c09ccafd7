import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { withdrawReminder } from '../../trade/reminders/withdraw-reminder.ts'
import type { TickJob } from '../tick-job.ts'
import { clearTrouble, raiseTrouble } from './channel-trouble.ts'
import { type ChannelRow, type DeliveryRow, noticeChannels, noticeDeliveries } from './schema.ts'
import { SendFailure } from './send-failure.ts'
import { sendMessage } from './send-message.ts'

const SECOND_MS = 1000

/** How long to wait before each further try; after the last the message is dead and waits for somebody. */
export const RETRY_SECONDS: readonly number[] = [15, 60, 300, 1200, 3600]

/** While a message is being sent nobody else sends it; a process that dies sends it again after this. */
const LEASE_SECONDS = 60

const ROUND_MAX = 50

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * SECOND_MS)

type Due = { delivery: DeliveryRow; channel: ChannelRow }

async function readDue(context: Context, now: Date): Promise<Due[]> {
  const ofChannel = and(
    eq(noticeChannels.store, noticeDeliveries.store),
    eq(noticeChannels.id, noticeDeliveries.channel),
  )
  const rows = await context.records.db
    .select()
    .from(noticeDeliveries)
    .innerJoin(noticeChannels, ofChannel)
    .where(
      and(eq(noticeDeliveries.state, 'pending'), lte(noticeDeliveries.nextAt, now), eq(noticeChannels.enabled, true)),
    )
    .orderBy(asc(noticeDeliveries.nextAt), asc(noticeDeliveries.id))
    .limit(ROUND_MAX)
  return rows.map(({ notice_deliveries, notice_channels }) => ({
    delivery: notice_deliveries,
    channel: notice_channels,
  }))
}

/** Takes a message for this process. Shape: false when another was quicker. */
async function claim(context: Context, { id, attempts }: DeliveryRow, now: Date): Promise<boolean> {
  const mine = and(
    eq(noticeDeliveries.id, id),
    eq(noticeDeliveries.attempts, attempts),
    eq(noticeDeliveries.state, 'pending'),
  )
  const taken = await context.records.db
    .update(noticeDeliveries)
    .set({ attempts: attempts + 1, nextAt: later(now, LEASE_SECONDS) })
    .where(mine)
    .returning({ id: noticeDeliveries.id })
  return taken.length > 0
}

const ofChannel = ({ store, id }: ChannelRow) => and(eq(noticeChannels.store, store), eq(noticeChannels.id, id))

async function markSent(context: Context, { delivery, channel }: Due, now: Date): Promise<void> {
  const { db } = context.records
  await db
    .update(noticeDeliveries)
    .set({ state: 'sent', sentAt: now, nextAt: null, lastError: null })
    .where(eq(noticeDeliveries.id, delivery.id))
  await db.update(noticeChannels).set({ lastSentAt: now, lastError: null }).where(ofChannel(channel))
  await clearTrouble(context, channel, now)
}

async function markFailed(
  context: Context,
  { delivery, channel }: Due,
  failure: SendFailure,
  now: Date,
): Promise<void> {
  const { db } = context.records
  const wait = failure.isFinal ? undefined : RETRY_SECONDS[delivery.attempts]
  const change = wait === undefined ? { state: 'dead' as const, nextAt: null } : { nextAt: later(now, wait) }
  await db
    .update(noticeDeliveries)
    .set({ ...change, lastError: failure.message })
    .where(eq(noticeDeliveries.id, delivery.id))
  await db.update(noticeChannels).set({ lastError: failure.message }).where(ofChannel(channel))
  if (wait === undefined) await raiseTrouble(context, channel, now)
}

/** Whatever a sender throws, in words that can be shown. */
export function asSendFailure(context: Context, channel: ChannelRow, cause: unknown): SendFailure {
  if (cause instanceof SendFailure) return cause
  // The cause may quote an address that is a secret, so that only its kind is logged.
  context.log.error(
    { channel: channel.id, kind: cause instanceof Error ? cause.name : typeof cause },
    'notices: sending failed',
  )
  return new SendFailure('发送时出错，已记录。', 'Sending failed; it is logged.', { cause })
}

/** Sends what is due. A message that fails is tried again with growing waits, then lies among the dead letters. */
export async function deliverDue(context: Context, now: Date, signal?: AbortSignal): Promise<void> {
  for (const due of await readDue(context, now)) {
    if (signal?.aborted) return
    if (!(await claim(context, due.delivery, now))) continue
    if (await withdrawReminder(context, due.delivery, now)) continue
    const { delivery, channel } = due
    try {
      await sendMessage(context, channel, { id: `${delivery.store}-${delivery.id}`, message: delivery.message, now })
    } catch (cause) {
      await markFailed(context, due, asSendFailure(context, channel, cause), now)
      continue
    }
    await markSent(context, due, now)
  }
}

export const NOTICE_DELIVERY: TickJob = {
  id: 'notices',
  everySeconds: 5,
  run: (context, { now, signal }) => deliverDue(context, now, signal),
}
