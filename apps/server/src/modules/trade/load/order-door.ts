import { hash } from 'node:crypto'
import type { OrderLine } from '@zhanggui/contract'
import {
  createTurnstile,
  enter,
  type GuardOptions,
  judgeSource,
  type LineOptions,
  leave,
  noteLag,
  type Place,
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
import { isolatedRefusal, type Refused, refusalOf, turnAway } from './door-refusal.ts'
import { readOrderLine } from './order-line.ts'
import { TicketPrinter } from './order-ticket.ts'
import { watchLag } from './watch-lag.ts'

const PLACING = /^\/v1\/stores\/([^/?]+)\/orders(\?.*)?$/

/** A shop front that sends for many buyers names each of them, so that one machine is not taken for one person. */
const SOURCE_HEADER = 'x-order-source'
/** A solved challenge, which the shop front sends along. */
const PROOF_HEADER = 'x-order-proof'
/** The ticket of the line, which the shop front brings back. */
const TICKET_HEADER = 'x-order-ticket'
/** What no shop front sends: not understood, not valid. Who is not known here (401, 403, 404) is told so and costs nothing. */
const MALFORMED = new Set([400, 415, 422])

type Source = { key: string; words: readonly [number, number] }
type Entered = { since: number; store: string; source: Source }

export type OrderDoor = { turnstile: Turnstile; attacks: AttackDesk; readLine: () => OrderLine }

type DoorOptions = {
  watch: LoadWatch
  turnstile?: Partial<TurnstileOptions>
  line?: Partial<LineOptions>
  sources?: Partial<GuardOptions>
  now?: () => number
}

/** Of the source only a hash is kept, for as long as the guard remembers it. */
function sourceOf(request: FastifyRequest): Source {
  const named = request.headers[SOURCE_HEADER]
  const hashed = hash('md5', typeof named === 'string' ? named : request.ip, 'buffer')
  return { key: hashed.toString('base64url'), words: [hashed.readInt32LE(0), hashed.readInt32LE(4)] }
}

/** Who stands before the placing of orders: first the guard of the shop, which knows sources, then the turnstile, which knows room. */
class Doorkeeper {
  readonly turnstile: Turnstile
  readonly attacks: AttackDesk
  readonly readLine: () => OrderLine
  private readonly challenger: BotChallenger
  private readonly printer: TicketPrinter
  private readonly watch: LoadWatch
  private readonly now: () => number
  private readonly clock: Context['clock']

  constructor(
    context: Context,
    { watch, turnstile = {}, line = {}, sources = {}, now = () => performance.now() }: DoorOptions,
  ) {
    // One run of the server is told from another by when it began; nobody can reckon beforehand what its lots will give.
    const run = context.clock.now().getTime().toString(36)
    const seed = context.secrets.derive(`trade/lot/${run}`).readInt32LE(0)
    this.turnstile = createTurnstile({ seed, ...turnstile }, line)
    this.attacks = new AttackDesk(context, now, sources)
    this.challenger = new BotChallenger(context.secrets.keyOf('trade/challenge'))
    this.printer = new TicketPrinter(context.secrets.keyOf('trade/ticket'), run)
    this.readLine = () => readOrderLine(this.turnstile, now())
    this.watch = watch
    this.now = now
    this.clock = context.clock
  }

  /**
   * Errors: throws `orders_isolated`, `orders_challenge`, `orders_waiting`, `orders_full`, `order_ticket_late`, `order_ticket_used`,
   * `order_ticket_foreign`.
   */
  letIn(request: FastifyRequest, store: string): Entered {
    const since = this.now()
    const source = sourceOf(request)
    const guard = this.attacks.guardOf(store)
    this.judge(request, { guard, source, since })
    this.watch.noteAsked(store)
    const entered = { since, store, source }
    const entry = enter(this.turnstile, { source: source.words, ticket: this.ticketOf(request, entered) }, since)
    if (entry.kind !== 'let_in') throw this.refuse(entry, entered)
    this.watch.noteLetIn(entered)
    return entered
  }

  /** What the ticket says; one that was given elsewhere says nothing, and its holder takes a new number. */
  private ticketOf({ headers }: FastifyRequest, { since, store, source }: Entered): Place | undefined {
    const brought = headers[TICKET_HEADER]
    if (brought === undefined) return undefined
    const read = this.printer.read(String(brought), { store, source: source.key })
    if (read.kind === 'ours') return read.place
    if (read.kind === 'elsewhere') return undefined
    suspect(this.attacks.guardOf(store), source.key, { why: 'malformed', now: since })
    throw new ApiFailure('order_ticket_foreign')
  }

  private refuse(entry: Refused, { since, store, source }: Entered): ApiFailure {
    if (entry.kind === 'wait' || entry.kind === 'full') this.watch.noteFull()
    if (entry.kind === 'isolated') suspect(this.attacks.guardOf(store), source.key, { why: 'hammering', now: since })
    const ticket = entry.kind === 'wait' ? this.printer.print(entry, { store, source: source.key }) : ''
    const { line, options } = this.turnstile
    return refusalOf(entry, { ticket, called: Math.floor(line.called), isolateMs: options.isolateMs })
  }

  letOut(entered: Entered, reply: FastifyReply): void {
    const { since, store, source } = entered
    const now = this.now()
    leave(this.turnstile, { since, now })
    this.watch.noteAnswered(entered)
    const guard = this.attacks.guardOf(store)
    if (MALFORMED.has(reply.statusCode)) suspect(guard, source.key, { why: 'malformed', now })
    else if (reply.sent && reply.statusCode < 300) trust(guard, source.key, now)
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
    if (verdict === 'quarantined') throw isolatedRefusal(this.turnstile.options.isolateMs)
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
  app.addHook('onRequest', (request, reply, done) => {
    const store = request.method === 'POST' ? PLACING.exec(request.url)?.[1] : undefined
    if (store === undefined) return done()
    try {
      entered.set(request, keeper.letIn(request, store))
    } catch (failure) {
      return failure instanceof ApiFailure ? turnAway(request, reply, failure) : done(failure as Error)
    }
    // Whoever hangs up is never answered, and would be under way for ever.
    reply.raw.once('close', () => letOut(request, reply))
    done()
  })
  const letOut = (request: FastifyRequest, reply: FastifyReply): void => {
    const known = entered.get(request)
    entered.delete(request)
    if (known) keeper.letOut(known, reply)
  }
  app.addHook('onResponse', (request, reply, done) => {
    letOut(request, reply)
    done()
  })
  let endWatch = (): void => undefined
  app.addHook('onReady', async () => {
    keeper.attacks.start()
    endWatch = watchLag((ms) => noteLag(keeper.turnstile, ms))
  })
  app.addHook('onClose', () => {
    endWatch()
    return keeper.attacks.stop()
  })
  return keeper
}
