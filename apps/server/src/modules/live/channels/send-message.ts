import type { Context } from '../../../context.ts'
import { sendEmail } from './email.ts'
import { sendDingTalk, sendWeCom } from './robots.ts'
import type { ChannelRow, NoticeMessage } from './schema.ts'
import { openSealed } from './seal-secrets.ts'
import { sendWebhook } from './webhook.ts'

/** Sends one message by one channel, now. Errors: throws `SendFailure`; its words name no secret. */
export function sendMessage(
  context: Context,
  channel: ChannelRow,
  { id, message, now }: { id: string; message: NoticeMessage; now: Date },
): Promise<void> {
  const { store, settings } = channel
  const secrets = openSealed(context, { store, channel: channel.id }, channel.sealed)
  switch (settings.kind) {
    case 'email':
      return sendEmail(context, { store, settings, message, secrets })
    case 'dingtalk':
      return sendDingTalk(context, { message, secrets, now })
    case 'wecom':
      return sendWeCom(context, { message, secrets, now })
    case 'webhook':
      return sendWebhook(context, { url: settings.url, id, message, secrets, now })
  }
}
