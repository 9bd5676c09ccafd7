import type { Redis } from 'ioredis'
import type { RedisConnection } from './connect.ts'
import type { ShardPort } from './shard-port.ts'
import { keysOf, type Shards } from './shards.ts'

/** A replica that keeps up answers within a millisecond; one that does not is waited for no longer, as the connection waits too. */
const WITHIN_MS = 200

/** A port that notes which shards it has asked. */
export function notingPort(port: ShardPort): ShardPort & { readonly asked: Set<number> } {
  const asked = new Set<number>()
  return {
    asked,
    call(name, shard, request) {
      asked.add(shard)
      return port.call(name, shard, request)
    },
  }
}

/** Knows whether replicas have what was written to shards on a connection. */
export class Replication {
  private readonly connection: RedisConnection
  private readonly shards: Shards
  private readonly replicas: number
  private slots: number[] | undefined

  constructor(connection: RedisConnection, shards: Shards, replicas: number) {
    this.connection = connection
    this.shards = shards
    this.replicas = replicas
  }

  /**
   * Of these shards, those whose master has told as many replicas as wanted all that this connection wrote so far. One that cannot
   * say is not among them: whoever asked repeats the request and finds out.
   */
  async kept(asked: Iterable<number>): Promise<ReadonlySet<number>> {
    if (this.replicas === 0) return new Set(asked)
    const slots = await this.slotsOf()
    const masters = new Map<number, Redis | undefined>()
    for (const shard of asked) masters.set(shard, this.connection.masterOf(slots[shard] ?? -1))
    const sure = new Map<Redis, boolean>()
    await Promise.all(
      [...new Set(masters.values())].map(async (master) => {
        if (master) sure.set(master, (await master.wait(this.replicas, WITHIN_MS).catch(() => 0)) >= this.replicas)
      }),
    )
    return new Set([...masters].filter(([, master]) => master && sure.get(master)).map(([shard]) => shard))
  }

  /** The slot of each shard, which never changes. One Redis has no slots and needs none. */
  private async slotsOf(): Promise<number[]> {
    if (this.slots) return this.slots
    const { redis } = this.connection
    const keys = Array.from({ length: this.shards.count }, (_, shard) => keysOf(this.shards, shard)[0] ?? '')
    this.slots = redis.isCluster
      ? await Promise.all(keys.map(async (key) => Number(await redis.cluster('KEYSLOT', key))))
      : keys.map(() => 0)
    return this.slots
  }
}
