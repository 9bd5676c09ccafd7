import type { Entry, Waiting } from '@zhanggui/orders'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiFailure } from '../../../http/api-failure.ts'
import { languageOf } from '../../../http/error-handler.ts'

/** What an entry other than being let in is called. */
export type Refused = Exclude<Entry, { kind: 'let_in' }>

/** The line is so long that some places fall free within this. */
const FULL_SECONDS = 10

const secondsOf = (ms: number): number => Math.max(1, Math.ceil(ms / 1000))

/** A place in the line: how many are before it, when to come, and the ticket to come with. */
const waitingRefusal = ({ ahead, place, waitMs, backMs, isGuess }: Waiting, { called, ticket }: Told): ApiFailure =>
  new ApiFailure('orders_waiting', {
    ahead,
    seconds: secondsOf(backMs),
    retryAfterMs: backMs,
    waitSeconds: Math.round(waitMs / 1000),
    place: place + 1,
    called,
    /** The order of the opening is still being drawn: the place may change. */
    isDrawn: isGuess,
    ticket,
  })

export const isolatedRefusal = (isolateMs: number): ApiFailure =>
  new ApiFailure('orders_isolated', { seconds: secondsOf(isolateMs) })

/** For the header `retry-after`: what the refusal itself says; a challenge is answered at once. */
function secondsToWait({ code, facts: { seconds } }: ApiFailure): number | undefined {
  return typeof seconds === 'number' ? seconds : code === 'orders_challenge' ? 1 : undefined
}

/**
 * Answers somebody who was not let in, straight on the connection: at an opening most are, and what a framework does around an answer
 * costs more than the refusal itself.
 */
export function turnAway(request: FastifyRequest, reply: FastifyReply, failure: ApiFailure): void {
  const body = JSON.stringify(failure.toBody(languageOf(request)))
  const seconds = secondsToWait(failure)
  reply.hijack()
  if (seconds !== undefined) reply.raw.setHeader('retry-after', seconds)
  reply.raw.setHeader('content-type', 'application/json; charset=utf-8')
  reply.raw.writeHead(failure.status, { 'content-length': Buffer.byteLength(body) })
  reply.raw.end(body)
}

export type Told = { ticket: string; called: number; isolateMs: number }

/** What somebody who was not let in is told. */
export function refusalOf(entry: Refused, told: Told): ApiFailure {
  switch (entry.kind) {
    case 'wait':
      return waitingRefusal(entry, told)
    case 'full':
      return new ApiFailure('orders_full', { seconds: FULL_SECONDS })
    case 'isolated':
      return isolatedRefusal(told.isolateMs)
    case 'late':
      return new ApiFailure('order_ticket_late')
    case 'used':
      return new ApiFailure('order_ticket_used')
    case 'unknown':
      return new ApiFailure('order_ticket_foreign')
  }
}
