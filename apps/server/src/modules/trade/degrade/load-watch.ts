import { performance } from 'node:perf_hooks'
import type { ServiceReading } from '@zhanggui/orders'

/** Counts what happened to orders since it was read last, and how busy the process was. */
export class LoadWatch {
  private orders = 0
  private full = 0
  private slowestMs: number | null = null
  private work = performance.eventLoopUtilization()

  noteAsked(): void {
    this.orders++
  }

  noteFull(): void {
    this.full++
  }

  noteAnswered(ms: number): void {
    this.slowestMs = Math.max(this.slowestMs ?? 0, ms)
  }

  read(): ServiceReading {
    const reading = {
      saturation: performance.eventLoopUtilization(this.work).utilization,
      orders: this.orders,
      ordersFull: this.full,
      slowestOrderMs: this.slowestMs,
    }
    this.work = performance.eventLoopUtilization()
    this.orders = 0
    this.full = 0
    this.slowestMs = null
    return reading
  }
}
