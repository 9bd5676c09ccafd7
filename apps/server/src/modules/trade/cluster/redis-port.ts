import type { RedisConnection } from './connect.ts'
import { loadLibrary } from './library.ts'
import type { ShardPort } from './shard-port.ts'
import { keysOf, type Shards } from './shards.ts'

/** A node that was started anew or took a dead one's place may not have the functions. */
const lacksLibrary = (error: unknown): boolean => error instanceof Error && error.message.includes('Function not found')

/** Calls functions on Redis. `now`: UTC ms in place of the server's own clock, for tests alone. */
export function createRedisPort(connection: RedisConnection, shards: Shards, now?: () => number): ShardPort {
  const keys = Array.from({ length: shards.count }, (_, shard) => keysOf(shards, shard))
  const call = async (name: string, shard: number, request: object): Promise<string> => {
    const own = keys[shard] ?? []
    const at = now ? String(now()) : ''
    return String(await connection.redis.fcall(`zhanggui_${name}`, own.length, ...own, at, JSON.stringify(request)))
  }
  return {
    async call(name, shard, request) {
      try {
        return JSON.parse(await call(name, shard, request))
      } catch (error) {
        if (!lacksLibrary(error)) throw error
        await loadLibrary(connection.masters())
        return JSON.parse(await call(name, shard, request))
      }
    },
  }
}
