import type { RedisConnection } from './connect.ts'
import { loadLibrary } from './library.ts'
import { LAYOUT_VERSION, layoutKey, SHARD_COUNT, type Shards } from './shards.ts'

type Layout = { version: number; shards: number }

/** What is wrong with a Redis that was to decide orders. `message`: Chinese, then English, what to do. */
export class UnfitRedisError extends Error {
  override readonly name = 'UnfitRedisError'
}

/** Stock that a full memory may throw away is stock that can be sold twice. */
async function checkEviction({ masters }: RedisConnection): Promise<void> {
  for (const master of masters()) {
    const [, policy = 'noeviction'] = (await master.config('GET', 'maxmemory-policy').catch(() => [])) as string[]
    if (policy === 'noeviction') continue
    throw new UnfitRedisError(
      `Redis 的 maxmemory-policy 为 ${policy}，内存满时会丢库存；请设为 noeviction。` +
        `maxmemory-policy of Redis is ${policy}: a full memory would throw stock away. Set it to noeviction.`,
    )
  }
}

async function setting(connection: RedisConnection, name: string): Promise<string> {
  const [master] = connection.masters()
  const [, value = ''] = ((await master?.config('GET', name).catch(() => [])) ?? []) as string[]
  return value
}

/** Without replicas to wait for, what was answered is on disk only where each write is synced before it is answered. */
export async function warnOfLoss(connection: RedisConnection, warn?: (message: string) => void): Promise<void> {
  const synced = (await setting(connection, 'appendonly')) === 'yes'
  if (synced && (await setting(connection, 'appendfsync')) === 'always') return
  warn?.(
    'Redis 崩溃时会丢失已应答的订单：请设 appendonly yes 与 appendfsync always，或使用带从库的集群并设 REDIS_REPLICAS。' +
      'Redis may lose orders that were answered for when it crashes: set appendonly yes and appendfsync always, or use a cluster with replicas and REDIS_REPLICAS.',
  )
}

/**
 * Makes a shop ready to be decided on: the functions are there, and the shards are as many as when it was begun.
 * Errors: `UnfitRedisError` where Redis may evict keys or was written by a newer version; else as of the connection.
 */
export async function prepareShop(connection: RedisConnection, shop: string): Promise<Shards> {
  await checkEviction(connection)
  await loadLibrary(connection.masters())
  const ours: Layout = { version: LAYOUT_VERSION, shards: SHARD_COUNT }
  const key = layoutKey({ shop, count: SHARD_COUNT })
  await connection.redis.setnx(key, JSON.stringify(ours))
  const found = JSON.parse((await connection.redis.get(key)) ?? 'null') as Layout | null
  if (found && found.version <= LAYOUT_VERSION) return { shop, count: found.shards }
  throw new UnfitRedisError(
    `Redis 中的数据由更新的版本写入，请先升级本程序。What is in Redis was written by a newer version: upgrade this program first.`,
  )
}
