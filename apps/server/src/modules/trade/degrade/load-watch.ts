import { performance } from 'node:perf_hooks'
import type { ServiceReading } from '@zhanggui/orders'

/** An order that was let in, at `since` of the watch's clock, and is not answered yet. */
type Waiting = { since: number; store: string }

/** Counts what happened to orders since it was read last, and how busy the process was. */
export class LoadWatch {
  private orders = 0
  private full = 0
  private slowestMs: number | null = null
  private work = performance.eventLoopUtilization()
  private readonly now: () => number
  /** In the order in which they were let in: the first one waits longest. */
  private readonly waiting = new Set<Waiting>()
  private byStore = new Map<string, number>()
  /** Orders that were asked for between the last two readings, by shop. */
  ordersByStore: ReadonlyMap<string, number> = new Map()

  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  noteAsked(store: string): void {
    this.orders++
    this.byStore.set(store, (this.byStore.get(store) ?? 0) + 1)
  }

  noteFull(): void {
    this.full++
  }

  noteLetIn(order: Waiting): void {
    this.waiting.add(order)
  }

  noteAnswered(order: Waiting): void {
    this.waiting.delete(order)
    this.slowestMs = Math.max(this.slowestMs ?? 0, this.now() - order.since)
  }

  /** Orders that wait count with what they have waited by now: a disk that hangs answers nothing, and that is no calm. */
  read(): ServiceReading {
    const [oldest] = this.waiting
    const waitedMs = oldest ? this.now() - oldest.since : null
    const reading = {
      saturation: performance.eventLoopUtilization(this.work).utilization,
      orders: Math.max(this.orders, this.waiting.size),
      ordersFull: this.full,
      slowestOrderMs: waitedMs === null ? this.slowestMs : Math.max(waitedMs, this.slowestMs ?? 0),
    }
    this.work = performance.eventLoopUtilization()
    this.orders = 0
    this.full = 0
    this.slowestMs = null
    // Not kept for longer: anybody may ask for orders of shops that are not there.
    this.ordersByStore = this.byStore
    this.byStore = new Map()
    return reading
  }
}
