import { createHash } from 'node:crypto'
import { createTurnstile, enter, leave, type Turnstile, type TurnstileOptions } from '@zhanggui/orders'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiFailure } from '../../../http/api-failure.ts'

const PLACING = /^\/v1\/stores\/[^/?]+\/orders(\?.*)?$/

/** A shop front that sends for many buyers names each of them, so that one machine is not taken for one person. */
const SOURCE_HEADER = 'x-order-source'

/** Of the source only a hash is kept, for as long as a minute. */
function sourceOf(request: FastifyRequest): readonly [number, number] {
  const named = request.headers[SOURCE_HEADER]
  const hash = createHash('md5')
    .update(typeof named === 'string' ? named : request.ip)
    .digest()
  return [hash.readInt32LE(0), hash.readInt32LE(4)]
}

const refusalOf = (entry: 'full' | 'isolated', { options }: Turnstile): ApiFailure =>
  entry === 'full'
    ? new ApiFailure('orders_full', { seconds: 1 })
    : new ApiFailure('orders_isolated', { seconds: Math.ceil(options.isolateMs / 1000) })

/**
 * Stands before the placing of orders (P7.13, P7.15): says no before a request is read or its caller looked up, so that those let in
 * are answered within the goal however many come, and sources that ask like machines are shut out while others wait.
 */
export function addOrderDoor(app: FastifyInstance, options: Partial<TurnstileOptions> = {}): Turnstile {
  const turnstile = createTurnstile(options)
  const letIn = new WeakMap<FastifyRequest, number>()
  const now = (): number => performance.now()
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST' || !PLACING.test(request.url)) return
    const since = now()
    const entry = enter(turnstile, sourceOf(request), since)
    if (entry === 'let_in') {
      letIn.set(request, since)
      return
    }
    reply.header('retry-after', '1')
    throw refusalOf(entry, turnstile)
  })
  app.addHook('onResponse', async (request) => {
    const since = letIn.get(request)
    if (since !== undefined) leave(turnstile, { since, now: now() })
  })
  return turnstile
}
