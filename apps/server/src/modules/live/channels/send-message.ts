import type { Context } from '../../../context.ts'
import { sendEmail } from './email.ts'
import { type Outlet, realOutlet } from './outlet.ts'
import { sendDingTalk, sendWeCom } from './robots.ts'
import type { ChannelRow, NoticeMessage } from './schema.ts'
import { openSealed } from './seal-secrets.ts'
import { SIMULATED_ROBOT, simulatedOutlet } from './simulated-outlet.ts'
import { sendWebhook } from './webhook.ts'

type Sending = { id: string; message: NoticeMessage; now: Date }

const outletOf = (context: Context, { store, id, settings, simulated }: ChannelRow, of: Sending): Outlet =>
  simulated
    ? simulatedOutlet(context, settings.kind, { store, channel: id, delivery: of.id, at: of.now })
    : realOutlet(context)

/** Sends one message by one channel, now. Errors: throws `SendFailure`; its words name no secret. */
export function sendMessage(context: Context, channel: ChannelRow, { id, message, now }: Sending): Promise<void> {
  const { store, settings, simulated } = channel
  const opened = openSealed(context, { store, channel: channel.id }, channel.sealed)
  const secrets = simulated ? { robotUrl: SIMULATED_ROBOT, ...opened } : opened
  const outlet = outletOf(context, channel, { id, message, now })
  switch (settings.kind) {
    case 'email':
      return sendEmail(context, outlet, { store, settings, message, secrets })
    case 'dingtalk':
      return sendDingTalk(outlet, { message, secrets, now })
    case 'wecom':
      return sendWeCom(outlet, { message, secrets, now })
    case 'webhook':
      return sendWebhook(outlet, { url: settings.url, id, message, secrets, now })
  }
}
