import { type OrderPlaced, placeAsPerson } from './place-order.ts'

/** A buyer who has no order by then goes elsewhere. */
const PATIENCE_MS = 20_000
/** As `Retry-After` says; machines press oftener. */
const AGAIN_MS = 1000
/** Until the same buyer wants something else. */
const BETWEEN_MS = 200
/** No room, challenged, or nobody there just now: pressed again under the same number. */
const isPassing = ({ status, code }: OrderPlaced): boolean =>
  status === 429 || status === 503 || status === 0 || code.startsWith('order_ticket_')
const textIn = (fact: unknown): string | undefined => (typeof fact === 'string' ? fact : undefined)

/** Buyers who come through the front, one order after another each, and come again with their ticket where they find no room. */
export class FrontBuyers {
  readonly placed: string[] = []
  readonly failures: string[] = []
  private readonly address: string
  private readonly secret: string
  private last = 0
  private isOver = false
  private readonly buyers: Promise<void>[]

  constructor(address: string, { secret, buyers }: { secret: string; buyers: number }) {
    this.address = address
    this.secret = secret
    this.buyers = Array.from({ length: buyers }, () => this.buy())
  }

  async end(): Promise<void> {
    this.isOver = true
    await Promise.all(this.buyers)
  }

  /** Of those who wanted an order, who got one. */
  get success(): number {
    return this.placed.length / (this.placed.length + this.failures.length)
  }

  /** Orders among those placed that the shop does not know any more: the same order again is answered as it was. */
  async lost(): Promise<string[]> {
    const lost: string[] = []
    for (const orderId of this.placed) if ((await this.place(orderId)).status !== 200) lost.push(orderId)
    return lost
  }

  private async buy(): Promise<void> {
    while (!this.isOver) {
      const orderId = `front-${++this.last}`
      const answer = await this.untilPlaced(orderId)
      if (answer.status === 200) this.placed.push(orderId)
      else this.failures.push(`${orderId}: ${answer.status} ${answer.code}`)
      await new Promise((wake) => setTimeout(wake, BETWEEN_MS))
    }
  }

  /** In line with the ticket of the last refusal, where it gave one. */
  private async untilPlaced(orderId: string): Promise<OrderPlaced> {
    const deadline = performance.now() + PATIENCE_MS
    let ticket: string | undefined
    for (;;) {
      const answer = await this.place(orderId, ticket)
      if (!isPassing(answer) || performance.now() > deadline) return answer
      ticket = textIn(answer.facts.ticket)
      await new Promise((wake) => setTimeout(wake, AGAIN_MS))
    }
  }

  private place(orderId: string, ticket?: string): Promise<OrderPlaced> {
    const order = { orderId, buyer: orderId, source: orderId }
    const headers: Record<string, string> = ticket === undefined ? {} : { 'x-order-ticket': ticket }
    return placeAsPerson(this.address, { secret: this.secret, order, headers })
  }
}
