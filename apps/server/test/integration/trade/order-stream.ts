import type { TradeAnswers } from '@zhanggui/contract'

/** Until the same buyer wants something else: what is tested is that no order is lost, not how many a machine can take. */
const BETWEEN_MS = 10

export type Sent = { id: number; sentAt: number; answeredAt: number }

/**
 * Buyers that order and pay one after another, each request sent once under an id of its own; what is answered "undecided" is sent
 * again under the same id, as a shop front does.
 */
export class OrderStream {
  readonly paid: Sent[] = []
  readonly failures: string[] = []
  /** Requests that were answered as nobody knows. */
  undecided = 0
  private readonly url: string
  private readonly secret: string
  private last = 0
  private isOver = false
  private readonly buyers: Promise<void>[]

  constructor(address: string, { secret, buyers }: { secret: string; buyers: number }) {
    this.url = `${address}/v1/stores/shop/trade/commands`
    this.secret = secret
    this.buyers = Array.from({ length: buyers }, () => this.buy())
  }

  async end(): Promise<void> {
    this.isOver = true
    await Promise.all(this.buyers)
  }

  private async buy(): Promise<void> {
    while (!this.isOver) {
      const id = ++this.last
      const sentAt = performance.now()
      const head = { issuedAt: new Date().toISOString() }
      const lines = [{ item: 'hot', quantity: 1 }]
      const isHeld = await this.decide({
        ...head,
        id: `1${id}`,
        kind: 'reserve',
        buyer: `b${id}`,
        amountCents: 100,
        lines,
      })
      if (!isHeld) continue
      const isPaid = await this.decide({ ...head, id: `2${id}`, kind: 'pay', order: `1${id}`, amountCents: 100 })
      if (isPaid) this.paid.push({ id, sentAt, answeredAt: performance.now() })
      await new Promise((wake) => setTimeout(wake, BETWEEN_MS))
    }
  }

  private async decide(command: object): Promise<boolean> {
    for (let tries = 0; tries < 200; tries++) {
      const code = await this.send(command)
      if (code === 'accepted') return true
      if (code !== 'busy') {
        this.failures.push(code)
        return false
      }
      this.undecided++
      await new Promise((wake) => setTimeout(wake, 20))
    }
    this.failures.push('busy for ever')
    return false
  }

  private async send(command: object): Promise<string> {
    try {
      const answer = await fetch(this.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.secret}`, 'content-type': 'application/json' },
        body: JSON.stringify({ commands: [command] }),
      })
      if (answer.status !== 200) return `${answer.status} ${await answer.text()}`
      return ((await answer.json()) as TradeAnswers).answers[0]?.code ?? 'no answer'
    } catch (cause) {
      return String(cause)
    }
  }
}
