import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../context.ts'
import { postJson, requireAccepted } from '../../live/channels/post-json.ts'
import { noticeChannels } from '../../live/channels/schema.ts'
import { openSealed } from '../../live/channels/seal-secrets.ts'
import { SendFailure } from '../../live/channels/send-failure.ts'
import { signWebhook } from '../../live/channels/webhook.ts'
import type { CheckAdapter } from './adapter.ts'

/**
 * Posts the code to the shop's own gateway, which knows the buyer by the order's number. Sent at once and not by the list of
 * deliveries: that list keeps what it sends, and a code is not to be kept.
 */
export const gatewayAdapter = (context: Context, store: string, gateway: string): CheckAdapter => ({
  async send({ orderId, code, until }) {
    const [channel] = await context.records.db
      .select()
      .from(noticeChannels)
      .where(and(eq(noticeChannels.store, store), eq(noticeChannels.id, gateway)))
    if (channel?.settings.kind !== 'webhook' || !channel.enabled || channel.simulated)
      throw new SendFailure('网关渠道不存在、未启用或不是 Webhook。', 'The gateway is missing, off, or not a webhook.')
    const { signSecret } = openSealed(context, { store, channel: channel.id }, channel.sealed)
    const body = JSON.stringify({ kind: 'riskCheck', orderId, code, until: until.toISOString() })
    const seconds = Math.floor(context.clock.now().getTime() / 1000)
    const headers = signSecret ? { 'x-zhanggui-signature': signWebhook(signSecret, seconds, body) } : {}
    requireAccepted(await postJson(context, channel.settings.url, { body, headers }))
  },
})
