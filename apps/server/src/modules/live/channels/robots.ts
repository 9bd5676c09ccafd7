import { createHmac } from 'node:crypto'
import type { ChannelSecrets } from '@zhanggui/contract'
import { markdownOf, withinBytes } from './message-text.ts'
import type { Outlet } from './outlet.ts'
import { type Answer, requireAccepted } from './post-json.ts'
import type { NoticeMessage } from './schema.ts'
import { SendFailure } from './send-failure.ts'

/** Codes by which a robot says "too many" or "not now"; everything else it refuses stays refused. */
const LATER = new Set([-1, 130101, 410100, 45009, 45033])

/** Both robots answer 200 with their own code in the body. */
function requireOk(answer: Answer): void {
  requireAccepted(answer)
  const parsed: unknown = parseAnswer(answer.text)
  const code = typeof parsed === 'object' && parsed !== null && 'errcode' in parsed ? parsed.errcode : null
  if (code === 0) return
  const isFinal = typeof code === 'number' && !LATER.has(code)
  throw new SendFailure(`机器人拒绝了消息（errcode ${code}）。`, `The robot refused the message (errcode ${code}).`, {
    isFinal,
  })
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const robotUrlOf = ({ robotUrl }: ChannelSecrets): URL => {
  if (robotUrl) return new URL(robotUrl)
  throw new SendFailure('还没有填写机器人地址。', "The robot's address is missing.", { isFinal: true })
}

/**
 * What DingTalk's custom robot wants of a signed call: HMAC-SHA256 of `timestamp\nsecret` with the secret as key, in base64.
 * Source: DingTalk open platform, custom robot security settings.
 * @example signDingTalk('SEC1', 1700000000000)
 */
export const signDingTalk = (secret: string, timestamp: number): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

type Sending = { message: NoticeMessage; secrets: ChannelSecrets; now: Date }

/** A group robot of DingTalk; signed where the robot asks for it. Errors: throws `SendFailure`. */
export async function sendDingTalk(outlet: Outlet, { message, secrets, now }: Sending): Promise<void> {
  const url = robotUrlOf(secrets)
  const timestamp = now.getTime()
  if (secrets.signSecret) {
    url.searchParams.set('timestamp', String(timestamp))
    url.searchParams.set('sign', signDingTalk(secrets.signSecret, timestamp))
  }
  const text = withinBytes(markdownOf(message), 18_000)
  const body = JSON.stringify({ msgtype: 'markdown', markdown: { title: message.titleZh, text } })
  requireOk(await outlet.post(url.href, { body }))
}

/** A group robot of WeCom; its address holds its key, and it knows no signature. Errors: throws `SendFailure`. */
export async function sendWeCom(outlet: Outlet, { message, secrets }: Sending): Promise<void> {
  const content = withinBytes(markdownOf(message), 4000)
  const body = JSON.stringify({ msgtype: 'markdown', markdown: { content } })
  requireOk(await outlet.post(robotUrlOf(secrets).href, { body }))
}
