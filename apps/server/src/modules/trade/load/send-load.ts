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

/** The challenge that was put, where one was. */
function challengeIn({ status, text }: Answered): BotChallenge | undefined {
  if (status !== 429) return undefined
  const { error } = JSON.parse(text) as { error?: { code?: string; facts?: BotChallenge } }
  return error?.code === 'orders_challenge' ? error.facts : undefined
}

/** A buyer who is challenged has a browser that solves it and sends the order again; an attacker has none. */
async function sendOne(
  target: LoadTarget,
  agent: Agent,
  order: PlannedOrder,
  elapsed: () => number,
): Promise<LoadSample> {
  const { dueAt, who } = order
  const body = bodyOf(order, target)
  const headers = { 'x-order-source': order.source }
  try {
    const first = await post(target, agent, { body, headers })
    const challenge = who === 'buyer' ? challengeIn(first) : undefined
    const { status, timing } = challenge
      ? await post(target, agent, { body, headers: { ...headers, 'x-order-proof': solveChallenge(challenge) } })
      : first
    return { dueAt, endedAt: elapsed(), outcome: OUTCOMES[status] ?? 'failed', who, parts: partsOf(timing) }
  } catch {
    return { dueAt, endedAt: elapsed(), outcome: 'failed', who, parts: {} }
  }
}

const sleep = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/**
 * Sends orders at the instants they are due, whether or not earlier ones were answered (open loop): a server that slows down does not
 * slow down its own test. `dueAt` is in ms from now, ascending. Shape: a sample an order, in the order of their answers.
 */
export async function sendLoad(target: LoadTarget, orders: readonly PlannedOrder[]): Promise<LoadSample[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  const start = performance.now()
  const elapsed = (): number => performance.now() - start
  const samples: LoadSample[] = []
  const open: Promise<void>[] = []
  for (const order of orders) {
    const wait = order.dueAt - elapsed()
    if (wait > 1) await sleep(wait)
    open.push(sendOne(target, agent, order, elapsed).then((sample) => void samples.push(sample)))
  }
  await Promise.all(open)
  agent.destroy()
  return samples
}
