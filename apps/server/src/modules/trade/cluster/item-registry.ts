import type { CommandOf, ItemKind, Part } from '@zhanggui/orders'
import type { Cluster, Redis } from 'ioredis'
import { registryKey, type Shards, shardOfItem } from './shards.ts'

/** What never changes about an item, once it is open: enough to know which shards an order needs. */
export type ItemShape = { kind: ItemKind; limitGroup: number; parts: readonly Part[] }

/** The shapes of all items of a shop, read once each: they are the only thing that a server may remember about stock. */
export class ItemRegistry {
  private readonly known = new Map<number, ItemShape>()
  private readonly redis: Redis | Cluster
  private readonly shards: Shards

  constructor(redis: Redis | Cluster, shards: Shards) {
    this.redis = redis
    this.shards = shards
  }

  shardOf(item: number): number {
    return shardOfItem(this.shards, item, this.known.get(item)?.limitGroup ?? 0)
  }

  /** `undefined` for an item that is not open; then it is asked for again next time. After `learn` of the item. */
  shapeOf(item: number): ItemShape | undefined {
    return this.known.get(item)
  }

  /** Reads what is not known yet of these items and of the parts of bundles among them. */
  async learn(items: Iterable<number>): Promise<void> {
    const asked = [...new Set(items)].filter((item) => item > 0 && !this.known.has(item))
    if (asked.length === 0) return
    const texts = await this.redis.hmget(registryKey(this.shards), ...asked.map(String))
    const parts: number[] = []
    for (const [i, text] of texts.entries()) {
      if (text === null) continue
      const shape = JSON.parse(text) as ItemShape
      this.known.set(asked[i] as number, shape)
      parts.push(...shape.parts.map(({ item }) => item))
    }
    await this.learn(parts)
  }

  /** The numbers of all items of the shop. */
  async all(): Promise<number[]> {
    return (await this.redis.hkeys(registryKey(this.shards))).map(Number)
  }

  /**
   * Says what an item that is about to be opened will be. The first to say it holds: true when that was this one. A shape
   * whose opening is refused is taken back with `withdraw`.
   */
  async announce({ item, itemKind, terms, parts }: CommandOf<'openItem'>): Promise<boolean> {
    const shape: ItemShape = { kind: itemKind, limitGroup: terms.limitGroup, parts }
    const first = (await this.redis.hsetnx(registryKey(this.shards), String(item), JSON.stringify(shape))) === 1
    await this.learn([item])
    return first
  }

  async withdraw(item: number): Promise<void> {
    this.known.delete(item)
    await this.redis.hdel(registryKey(this.shards), String(item))
  }
}
