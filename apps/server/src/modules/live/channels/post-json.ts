import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Context } from '../../../context.ts'
import { addressOf } from './own-network.ts'
import { SendFailure } from './send-failure.ts'

const TIMEOUT_MS = 8000
/** A robot answers in a line; more is not ours to read. */
const ANSWER_BYTES = 65_536

export type Answer = { status: number; text: string }

/**
 * Posts JSON to an address that somebody entered: no redirect is followed, the own network is refused, and no part of the
 * address appears in a failure, for a robot's address is its secret.
 * Errors: throws `SendFailure` when nobody answers in time.
 */
export async function postJson(
  context: Pick<Context, 'settings'>,
  url: string,
  { body, headers = {} }: { body: string; headers?: Readonly<Record<string, string>> },
): Promise<Answer> {
  const target = new URL(url)
  const address = await addressOf(context, target.hostname)
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void =>
      reject(new SendFailure('对方没有响应，或网络不通。', 'Nobody answered, or the network is down.', { cause }))
    const outgoing = send(
      {
        host: address,
        servername: target.hostname,
        port: target.port,
        path: target.pathname + target.search,
        method: 'POST',
        headers: {
          ...headers,
          host: target.host,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
        timeout: TIMEOUT_MS,
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          if (text.length < ANSWER_BYTES) text += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
        answer.on('error', fail)
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')))
    outgoing.on('error', fail)
    outgoing.end(body)
  })
}

/** Errors: throws `SendFailure` unless the answer is 2xx; what the sender did wrong is not tried again. */
export function requireAccepted({ status }: Answer): void {
  if (status >= 200 && status < 300) return
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429
  throw new SendFailure(`对方返回 HTTP ${status}。`, `The receiver answered HTTP ${status}.`, { isFinal })
}
