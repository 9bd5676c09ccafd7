import { Agent, request } from 'node:http'
import type { LoadSample } from '@zhanggui/orders'
import { type BotChallenge, solveChallenge } from './bot-challenge.ts'

/** Where orders are sent, as whom, and what is bought. */
export type LoadTarget = {
  url: string
  store: string
  headers: Readonly<Record<string, string>>
  skuId: string
}

export type PlannedOrder = { dueAt: number; orderId: string; buyer: string; source: string; who: LoadSample['who'] }

/** A request that has no answer by then has failed. */
const GIVE_UP_MS = 30_000

/** Buyers have a connection each: none of them waits for another's. Bounded by what one process may have open. */
const SOCKETS = 8192

/** More is no answer to an order. */
const ANSWER_BYTES = 64 * 1024

const OUTCOMES: Readonly<Record<number, LoadSample['outcome']>> = { 200: 'done', 429: 'refused', 503: 'refused' }

/** `price;dur=3.2, core;dur=1.1` as numbers by part. */
function partsOf(header: string | string[] | undefined): Record<string, number> {
  const text = typeof header === 'string' ? header : ''
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+);dur=([\d.]+)/g)].map(([, part, ms]) => [part ?? '', Number(ms)] as const),
  )
}

function bodyOf({ orderId, buyer }: PlannedOrder, { skuId }: LoadTarget): string {
  // A minute is the shortest hold: what a test took from stock is free again soon after it.
  return JSON.stringify({
    orderId,
    holdMinutes: 1,
    cart: { buyer: { buyerId: buyer }, lines: [{ skuId, quantity: 1 }] },
  })
}

/** What all visitors of a step have in common; buyers stand in line for `patienceMs` at most. */
type Visit = { target: LoadTarget; agent: Agent; elapsed: () => number; patienceMs: number }

type Answered = { status: number; timing: string | string[] | undefined; text: string }

function post(
  target: LoadTarget,
  agent: Agent,
  { body, headers }: { body: string; headers: object },
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${target.url}/v1/stores/${target.store}/orders`,
      {
        method: 'POST',
        agent,
        timeout: GIVE_UP_MS,
        headers: {
          ...target.headers,
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          if (text.length < ANSWER_BYTES) text += piece
        })
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, timing: answer.headers['server-timing'], text }),
        )
        answer.once('error', reject)
      },
    )
    sent.once('timeout', () => sent.destroy())
    sent.once('error', reject)
    sent.end(body)
  })
}

/** What a refusal asks for: a challenge to be solved, or to come again with a ticket. */
type Refusal = {
  code?: string
  facts?: Partial<BotChallenge & { ticket: string; retryAfterMs: number; place: number; isDrawn: boolean }>
}

function refusalIn({ status, text }: Answered): Refusal {
  if (status !== 429 && status !== 503) return {}
  return (JSON.parse(text) as { error?: Refusal }).error ?? {}
}

function challengeOf({ code, facts }: Refusal): BotChallenge | undefined {
  const { challenge, bits } = facts ?? {}
  return code === 'orders_challenge' && challenge !== undefined && bits !== undefined ? { challenge, bits } : undefined
}

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/** One who came to order: by the clock of the run, with a browser that solves challenges, and with some patience in line. */
class Visitor {
  private readonly order: PlannedOrder
  private readonly visit: Visit
  private readonly body: string
  private readonly toldMs: number[] = []
  private askedAt: number
  private ticket: string | undefined
  private place: number | undefined

  constructor(order: PlannedOrder, visit: Visit) {
    this.order = order
    this.visit = visit
    this.askedAt = order.dueAt
    this.body = bodyOf(order, visit.target)
  }

  /** Sends the order, and again when told, until it is answered or patience is at its end. */
  async stand(): Promise<LoadSample> {
    try {
      for (;;) {
        const answer = await this.ask()
        const backMs = this.hear(refusalIn(answer))
        if (backMs === undefined || this.askedAt + backMs > this.order.dueAt + this.visit.patienceMs)
          return this.sample(OUTCOMES[answer.status] ?? 'failed', partsOf(answer.timing))
        this.toldMs.push(this.visit.elapsed() - this.askedAt)
        this.askedAt = this.visit.elapsed() + backMs
        await sleep(backMs)
      }
    } catch {
      return this.sample('failed', {})
    }
  }

  private async ask(): Promise<Answered> {
    const { target, agent } = this.visit
    const headers = { 'x-order-source': this.order.source, ...(this.ticket && { 'x-order-ticket': this.ticket }) }
    const first = await post(target, agent, { body: this.body, headers })
    const challenge = this.order.who === 'buyer' ? challengeOf(refusalIn(first)) : undefined
    if (!challenge) return first
    return post(target, agent, { body: this.body, headers: { ...headers, 'x-order-proof': solveChallenge(challenge) } })
  }

  /** Keeps the ticket; in how many ms to come again, or undefined where there is nothing to come for. An attacker does not listen. */
  private hear({ code, facts }: Refusal): number | undefined {
    if (code !== 'orders_waiting' || this.order.who === 'attacker') return undefined
    this.ticket = facts?.ticket
    // Before the lot of an opening is drawn a place is a guess.
    if (facts?.isDrawn === false) this.place = facts.place
    return facts?.retryAfterMs
  }

  private sample(outcome: LoadSample['outcome'], parts: LoadSample['parts']): LoadSample {
    const { askedAt, toldMs, place, order } = this
    const { dueAt, who } = order
    const known = place === undefined ? {} : { place }
    return { dueAt, askedAt, toldMs, ...known, endedAt: this.visit.elapsed(), outcome, who, parts }
  }
}

/**
 * Sends orders at the instants they are due, whether or not earlier ones were answered (open loop): a server that slows down does not
 * slow down its own test. `dueAt` is in ms from now, ascending. Shape: a sample an order, in the order of their answers.
 */
export async function sendLoad(
  target: LoadTarget,
  orders: readonly PlannedOrder[],
  { patienceMs = 0 }: { patienceMs?: number } = {},
): Promise<LoadSample[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS })
  const start = performance.now()
  const elapsed = (): number => performance.now() - start
  const visit: Visit = { target, agent, elapsed, patienceMs }
  const samples: LoadSample[] = []
  const open: Promise<void>[] = []
  for (const order of orders) {
    const wait = order.dueAt - elapsed()
    if (wait > 1) await sleep(wait)
    open.push(new Visitor(order, visit).stand().then((sample) => void samples.push(sample)))
  }
  await Promise.all(open)
  agent.destroy()
  return samples
}
