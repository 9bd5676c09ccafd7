import { ApiFailure } from '../../../http/api-failure.ts'
import type { RedisConnection } from './connect.ts'
import { loadLibrary } from './library.ts'
import { LAYOUT_VERSION, layoutKey, SHARD_COUNT, type Shards } from './shards.ts'

type Layout = { version: number; shards: number }

/** Stock that a full memory may throw away is stock that can be sold twice. */
async function checkEviction({ masters }: RedisConnection): Promise<void> {
  for (const master of masters()) {
    const [, policy = 'noeviction'] = (await master.config('GET', 'maxmemory-policy').catch(() => [])) as string[]
    if (policy === 'noeviction') continue
    throw new ApiFailure('trade_redis_unfit', { setting: 'maxmemory-policy', found: policy, wanted: 'noeviction' })
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
 * Errors: rejects with `ApiFailure` `trade_redis_unfit` where Redis may throw keys away, `trade_redis_newer`; else as of the connection.
 */
export async function prepareShop(connection: RedisConnection, shop: string): Promise<Shards> {
  // Which nodes are masters is known after the first answer.
  await connection.redis.ping()
  await checkEviction(connection)
  await loadLibrary(connection.masters())
  const ours: Layout = { version: LAYOUT_VERSION, shards: SHARD_COUNT }
  const key = layoutKey({ shop, count: SHARD_COUNT })
  await connection.redis.setnx(key, JSON.stringify(ours))
  const found = JSON.parse((await connection.redis.get(key)) ?? 'null') as Layout | null
  if (found && found.version <= LAYOUT_VERSION) return { shop, count: found.shards }
  throw new ApiFailure('trade_redis_newer', { found: found?.version ?? '?', known: LAYOUT_VERSION })
}
