import { Cluster, Redis } from 'ioredis'

/** Long enough for a replica to take a dead master's place; then whoever asks is told to come again. */
const ANSWER_WITHIN_MS = 5000

export type RedisConnection = {
  redis: Redis | Cluster
  /** The masters that are known just now. */
  masters(): Redis[]
  /** The one of them that serves a slot; `undefined` while nobody does. */
  masterOf(slot: number): Redis | undefined
  close(): void
}

const nodeOf = (url: URL) => ({ host: url.hostname, port: Number(url.port || 6379) })

function connectCluster(urls: readonly URL[], first: URL): RedisConnection {
  const secure = first.protocol === 'rediss:' ? { tls: {} } : {}
  const account = first.password === '' ? {} : { username: first.username || undefined, password: first.password }
  const redis = new Cluster(urls.map(nodeOf), {
    enableAutoPipelining: true,
    redisOptions: { commandTimeout: ANSWER_WITHIN_MS, ...secure, ...account },
    slotsRefreshTimeout: 2000,
  })
  // Told to whoever asks for something; the connection is tried again by itself.
  redis.on('error', () => undefined)
  return {
    redis,
    masters: () => redis.nodes('master'),
    masterOf(slot) {
      const [address] = redis.slots[slot] ?? []
      return redis.nodes('master').find(({ options }) => `${options.host}:${options.port}` === address)
    },
    close: () => redis.disconnect(),
  }
}

/**
 * `urls`: one Redis, or several nodes of a cluster. Calls of one turn of the event loop travel together.
 * Errors: none here; a server that cannot be reached is found out by the first call.
 */
export function connectRedis(urls: readonly string[]): RedisConnection {
  const [first = '', ...others] = urls
  if (others.length > 0)
    return connectCluster(
      urls.map((url) => new URL(url)),
      new URL(first),
    )
  const redis = new Redis(first, {
    enableAutoPipelining: true,
    commandTimeout: ANSWER_WITHIN_MS,
    maxRetriesPerRequest: 3,
  })
  redis.on('error', () => undefined)
  return { redis, masters: () => [redis], masterOf: () => redis, close: () => redis.disconnect() }
}
