import { DEFAULT_OPTIONS } from '@zhanggui/orders'
import type { Context } from '../../../context.ts'
import type { RedisCore, RedisCoreOptions } from './redis-core.ts'

// By the store of records and not by the context: tests wrap contexts, an installation has its stores once.
const coresOf = new WeakMap<Context['records'], Map<string, Promise<RedisCore>>>()

function coresFor(context: Context): Map<string, Promise<RedisCore>> {
  const known = coresOf.get(context.records)
  if (known) return known
  const cores = new Map<string, Promise<RedisCore>>()
  coresOf.set(context.records, cores)
  context.onClose(async () => {
    for (const opening of cores.values()) await (await opening.catch(() => undefined))?.close()
  })
  return cores
}

/** Its library is loaded where a Redis is named in the settings. */
async function open(options: RedisCoreOptions): Promise<RedisCore> {
  const { openRedisCore } = await import('./redis-core.ts')
  return openRedisCore(options)
}

/**
 * A shop's orders on the Redis of the settings, opened by the first who asks and closed with the context.
 * Errors: as `openRedisCore`; tried again at the next call.
 */
export function redisCoreOf(context: Context, store: string): Promise<RedisCore> {
  const cores = coresFor(context)
  const known = cores.get(store)
  if (known) return known
  const { settings, clock, log } = context
  const { redisUrls: urls, redisReplicas: replicas } = settings
  const onTrouble = (message: string): void => log.warn({ store, message }, 'order core on Redis')
  const opening = open({ urls, shop: store, times: DEFAULT_OPTIONS, replicas, clock, onTrouble })
  cores.set(store, opening)
  opening.catch(() => cores.delete(store))
  return opening
}
