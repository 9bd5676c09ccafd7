import { Agent, request } from 'node:http'
import type { LoadSample } from '@zhanggui/orders'

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

function sendOne(target: LoadTarget, agent: Agent, order: PlannedOrder, elapsed: () => number): Promise<LoadSample> {
  const body = bodyOf(order, target)
  return new Promise((resolve) => {
    const end = (outcome: LoadSample['outcome'], parts: Record<string, number> = {}): void =>
      resolve({ dueAt: order.dueAt, endedAt: elapsed(), outcome, who: order.who, parts })
    const sent = request(
      `${target.url}/v1/stores/${target.store}/orders`,
      {
        method: 'POST',
        agent,
        timeout: GIVE_UP_MS,
        headers: {
          ...target.headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-order-source': order.source,
        },
      },
      (answer) => {
        answer.resume()
        answer.once('end', () =>
          end(OUTCOMES[answer.statusCode ?? 0] ?? 'failed', partsOf(answer.headers['server-timing'])),
        )
        answer.once('error', () => end('failed'))
      },
    )
    sent.once('timeout', () => sent.destroy())
    sent.once('error', () => end('failed'))
    sent.end(body)
  })
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
