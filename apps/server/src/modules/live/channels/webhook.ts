import { createHmac } from 'node:crypto'
import type { ChannelSecrets } from '@zhanggui/contract'
import type { Outlet } from './outlet.ts'
import { requireAccepted } from './post-json.ts'
import type { NoticeMessage } from './schema.ts'

/**
 * Proof for the receiver that the body is ours and new: HMAC-SHA256 of `<seconds>.<body>` in hex, beside the seconds.
 * @example signWebhook('secret', 1700000000, '{}') // 't=1700000000,v1=…'
 */
export const signWebhook = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

/** Any receiver of JSON. `id` is the same when a message is sent again, so that it can be taken once. Errors: `SendFailure`. */
export async function sendWebhook(
  outlet: Outlet,
  {
    url,
    id,
    message,
    secrets,
    now,
  }: { url: string; id: string; message: NoticeMessage; secrets: ChannelSecrets; now: Date },
): Promise<void> {
  const body = JSON.stringify({ id, ...message })
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = {
    'x-zhanggui-delivery': id,
    ...(secrets.signSecret ? { 'x-zhanggui-signature': signWebhook(secrets.signSecret, seconds, body) } : {}),
  }
  requireAccepted(await outlet.post(url, { body, headers }))
}
