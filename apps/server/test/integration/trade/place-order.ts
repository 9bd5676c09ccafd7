import { solveChallenge } from '../../../src/modules/trade/load/bot-challenge.ts'

export type OrderPlaced = { status: number; code: string; facts: Record<string, unknown>; stage: string }
type Placing = { secret: string; order: Order; headers?: Record<string, string> }
type Order = { orderId: string; buyer: string; source: string }

/** Sends one order for a piece of `hot` to the order door, as a shop front does. A connection that breaks is status 0. */
export async function placeOrder(address: string, { secret, order, headers = {} }: Placing): Promise<OrderPlaced> {
  const { orderId, buyer, source } = order
  const cart = { buyer: { buyerId: buyer }, lines: [{ skuId: 'hot', quantity: 1 }] }
  try {
    const answer = await fetch(`${address}/v1/stores/shop/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'x-order-source': source,
        ...headers,
      },
      body: JSON.stringify({ orderId, holdMinutes: 5, cart }),
    })
    const { stage = '', error } = (await answer.json()) as {
      stage?: string
      error?: { code: string; facts?: Record<string, unknown> }
    }
    return { status: answer.status, code: error?.code ?? '', facts: error?.facts ?? {}, stage }
  } catch (cause) {
    return { status: 0, code: String(cause), facts: {}, stage: '' }
  }
}

/** The same by a person: whoever is challenged has a browser that solves it. */
export async function placeAsPerson(address: string, given: Placing): Promise<OrderPlaced> {
  const first = await placeOrder(address, given)
  if (first.code !== 'orders_challenge') return first
  const { challenge, bits } = first.facts
  if (typeof challenge !== 'string' || typeof bits !== 'number') return first
  return placeOrder(address, {
    ...given,
    headers: { ...given.headers, 'x-order-proof': solveChallenge({ challenge, bits }) },
  })
}
