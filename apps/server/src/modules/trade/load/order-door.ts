import { createHash } from 'node:crypto'
import {
  createTurnstile,
  enter,
  type GuardOptions,
  judgeSource,
  leave,
  type SourceGuard,
  suspect,
  type Turnstile,
  type TurnstileOptions,
  trust,
} from '@zhanggui/orders'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import type { LoadWatch } from '../degrade/load-watch.ts'
import { AttackDesk } from './attack-desk.ts'
import { BotChallenger } from './bot-challenge.ts'

const PLACING = /^\/v1\/stores\/([^/?]+)\/orders(\?.*)?$/

/** A shop front that sends for many buyers names each of them, so that one machine is not taken for one person. */
const SOURCE_HEADER = 'x-order-source'
/** A solved challenge, which the shop front sends along. */
const PROOF_HEADER = 'x-order-proof'
/** What no shop front sends: not understood, not valid. Who is not known here (401, 403, 404) is told so and costs nothing. */
const MALFORMED = new Set([400, 415, 422])

type Source = { key: string; words: readonly [number, number] }
type Entered = { since: number; store: string; source: Source }

export type OrderDoor = { turnstile: Turnstile; attacks: AttackDesk }

type DoorOptions = {
  watch: LoadWatch
  turnstile?: Partial<TurnstileOptions>
  sources?: Partial<GuardOptions>
  now?: () => number
}

/** Of the source only a hash is kept, for as long as the guard remembers it. */
function sourceOf(request: FastifyRequest): Source {
  const named = request.headers[SOURCE_HEADER]
  const hash = createHash('md5')
    .update(typeof named === 'string' ? named : request.ip)
    .digest()
  return { key: hash.toString('base64url'), words: [hash.readInt32LE(0), hash.readInt32LE(4)] }
}

const refusalOf = (entry: 'full' | 'isolated', { options }: Turnstile): ApiFailure =>
  entry === 'full'
    ? new ApiFailure('orders_full', { seconds: 1 })
    : new ApiFailure('orders_isolated', { seconds: Math.ceil(options.isolateMs / 1000) })

/** Who stands before the placing of orders: first the guard of the shop, which knows sources, then the turnstile, which knows room. */
class Doorkeeper {
  readonly turnstile: Turnstile
  readonly attacks: AttackDesk
  private readonly challenger: BotChallenger
  private readonly watch: LoadWatch
  private readonly now: () => number
  private readonly clock: Context['clock']

  constructor(context: Context, { watch, turnstile = {}, sources = {}, now = () => performance.now() }: DoorOptions) {
    this.turnstile = createTurnstile(turnstile)
    this.attacks = new AttackDesk(context, now, sources)
    this.challenger = new BotChallenger(context.secrets.derive('trade/challenge'))
    this.watch = watch
    this.now = now
    this.clock = context.clock
  }

  /** Errors: throws `orders_isolated`, `orders_challenge`, `orders_full`. */
  letIn(request: FastifyRequest, store: string): Entered {
    const since = this.now()
    const source = sourceOf(request)
    const guard = this.attacks.guardOf(store)
    this.judge(request, { guard, source, since })
    this.watch.noteAsked(store)
    const entry = enter(this.turnstile, source.words, since)
    if (entry === 'let_in') {
      const entered = { since, store, source }
      this.watch.noteLetIn(entered)
      return entered
    }
    if (entry === 'full') this.watch.noteFull()
    else suspect(guard, source.key, { why: 'hammering', now: since })
    throw refusalOf(entry, this.turnstile)
  }

  letOut(entered: Entered, reply: FastifyReply): void {
    const { since, store, source } = entered
    const now = this.now()
    leave(this.turnstile, { since, now })
    this.watch.noteAnswered(entered)
    const guard = this.attacks.guardOf(store)
    if (MALFORMED.has(reply.statusCode)) suspect(guard, source.key, { why: 'malformed', now })
    else if (reply.statusCode < 300) trust(guard, source.key, now)
  }

  private judge(
    request: FastifyRequest,
    { guard, source, since }: { guard: SourceGuard; source: Source; since: number },
  ): void {
    const proof = request.headers[PROOF_HEADER]
    const at = this.clock.now().getTime()
    const isProven = typeof proof === 'string' && this.challenger.holds(proof, source.key, at)
    if (proof !== undefined && !isProven) suspect(guard, source.key, { why: 'wrong_proof', now: since })
    const verdict = judgeSource(guard, source.key, { now: since, isProven })
    if (verdict === 'quarantined') throw refusalOf('isolated', this.turnstile)
    if (verdict === 'challenge') throw new ApiFailure('orders_challenge', { ...this.challenger.ask(source.key, at) })
  }
}

/**
 * Stands before the placing of orders (P7.13, P7.15): says no before a request is read or its caller looked up, so that those let in
 * are answered within the goal however many come, and sources that do what buyers do not are challenged or shut out.
 */
export function addOrderDoor(app: FastifyInstance, context: Context, options: DoorOptions): OrderDoor {
  const keeper = new Doorkeeper(context, options)
  const entered = new WeakMap<FastifyRequest, Entered>()
  app.addHook('onRequest', async (request, reply) => {
    const store = request.method === 'POST' ? PLACING.exec(request.url)?.[1] : undefined
    if (store === undefined) return
    reply.header('retry-after', '1')
    entered.set(request, keeper.letIn(request, store))
    reply.removeHeader('retry-after')
  })
  app.addHook('onResponse', async (request, reply) => {
    const known = entered.get(request)
    if (known) keeper.letOut(known, reply)
  })
  app.addHook('onReady', async () => keeper.attacks.start())
  app.addHook('onClose', () => keeper.attacks.stop())
  return keeper
}
