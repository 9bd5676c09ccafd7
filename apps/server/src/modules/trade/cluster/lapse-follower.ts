import { setTimeout as sleep } from 'node:timers/promises'
import type { Lapse } from '@zhanggui/orders'
import { passTime } from './settle.ts'
import type { ShardPort } from './shard-port.ts'
import { idOfText, type Shards } from './shards.ts'

/** Nothing in Redis happens by itself: this is how often somebody asks every shard. */
const EVERY_MS = 20
/** After a shard could not be asked. */
const RETRY_MS = 500

type Listener = (lapse: Lapse) => void

/** Lets time pass on all shards and tells what lapsed, also what lapsed by another server's doing. */
export class LapseFollower {
  private readonly listeners = new Set<Listener>()
  private readonly places = new Map<number, string>()
  private readonly stopping = new AbortController()
  private running: Promise<void> = Promise.resolve()
  private readonly port: ShardPort
  private readonly shards: Shards

  constructor(port: ShardPort, shards: Shards) {
    this.port = port
    this.shards = shards
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  start(): void {
    this.running = this.follow()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.running
  }

  async passAll(): Promise<void> {
    await Promise.all(Array.from({ length: this.shards.count }, (_, shard) => this.pass(shard)))
  }

  private async pass(shard: number): Promise<void> {
    const { lapses, since } = await passTime(this.port, shard, this.places.get(shard))
    this.places.set(shard, since)
    for (const { order, at, deposit } of lapses)
      for (const listener of this.listeners) listener({ order: idOfText(order), at, deposit })
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      const waitMs = await this.passAll().then(
        () => EVERY_MS,
        () => RETRY_MS,
      )
      await sleep(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
