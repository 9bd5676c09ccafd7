import type { Rng } from '@zhanggui/kernel'
import type { Command } from '../../src/index.ts'

type Message = { command: Command; arrivesAt: number }

const RETRY_MS = 3000
const RETRIES = 4

/** Carries requests to the core: late, twice, in another order, or not at all; whoever hears nothing sends again. */
export class Network {
  private messages: Message[] = []
  private readonly waiting = new Map<string, { command: Command; sendAt: number; left: number }>()
  private readonly rng: Rng

  constructor(rng: Rng) {
    this.rng = rng
  }

  send(command: Command, now: number): void {
    this.post(command, now)
    this.waiting.set(command.id.join('/'), { command, sendAt: now + RETRY_MS, left: RETRIES })
  }

  /** Answers can be lost as well; then the client will ask again. */
  acknowledge(command: Command): void {
    if (this.rng.next() < 0.85) this.waiting.delete(command.id.join('/'))
  }

  /** What arrives by now, in no order. */
  arrivals(now: number): Command[] {
    for (const entry of this.waiting.values()) {
      if (entry.sendAt > now || entry.left === 0) continue
      this.post(entry.command, now)
      entry.sendAt = now + RETRY_MS
      entry.left--
    }
    const here = this.messages.filter((message) => message.arrivesAt <= now)
    this.messages = this.messages.filter((message) => message.arrivesAt > now)
    return shuffled(here, this.rng).map((message) => message.command)
  }

  private post(command: Command, now: number): void {
    const copies = this.rng.pick([0, 1, 2], [1, 8, 2])
    for (let copy = 0; copy < copies; copy++)
      this.messages.push({ command, arrivesAt: now + this.rng.pick([0, 50, 900, 40_000], [6, 4, 2, 0.5]) })
  }
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const list = [...items]
  for (let i = list.length - 1; i > 0; i--) {
    const j = rng.int(i + 1)
    const kept = list[i] as T
    list[i] = list[j] as T
    list[j] = kept
  }
  return list
}
