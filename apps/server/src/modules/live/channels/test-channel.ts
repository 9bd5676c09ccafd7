import type { ChannelTest, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { audit } from '../../admin/audit.ts'
import type { ResourceCaller } from '../../admin/resources/resource-access.ts'
import { asSendFailure } from './deliver-due.ts'
import { noticeChannels } from './schema.ts'
import { sendMessage } from './send-message.ts'
import { findChannel, ownChannel } from './write-channel.ts'

const messageFor = (store: Store, { role }: ResourceCaller, now: Date) => ({
  titleZh: `${store.name} 通知测试`,
  titleEn: `${store.name}: a test`,
  severity: 'info' as const,
  role,
  lines: [{ zh: '收到这条消息说明渠道可用。', en: 'If you read this the channel works.', url: null }],
  at: now.toISOString(),
})

/** Sends one message now, also by a channel that is off. Shape: whether it went out, and why not. Errors: throws `not_found`. */
export async function testChannel(
  context: Context,
  caller: ResourceCaller,
  store: Store,
  id: string,
): Promise<ChannelTest> {
  const channel = await findChannel(context, store.id, id)
  const now = context.clock.now()
  const message = messageFor(store, caller, now)
  await audit(context, { store: store.id, actor: caller.actor, action: 'test', subject: `notice-channels/${id}` })
  const mark = (lastError: string | null) =>
    context.records.db
      .update(noticeChannels)
      .set({ lastError, ...(lastError ? {} : { lastSentAt: now }) })
      .where(ownChannel(store.id, id))
  try {
    await sendMessage(context, channel, { id: `test-${now.getTime()}`, message, now })
  } catch (cause) {
    const failure = asSendFailure(context, channel, cause)
    await mark(failure.message)
    return { sent: false, error: failure.message, errorEn: failure.messageEn }
  }
  await mark(null)
  return { sent: true, error: null, errorEn: null }
}
