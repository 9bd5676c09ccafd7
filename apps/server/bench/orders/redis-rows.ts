import { Redis } from 'ioredis'
import { runToEnd } from '../../test/support/end-process.ts'
import { startRedis, whyNoRedis } from '../../test/support/redis.ts'
import type { OrderRow, RowGroup, RowOptions } from './order-row.ts'

/** What flash sale tutorials do: the stock, once a buyer. No answer to remember, no hold that lapses, no second line. */
const SCRIPT = `
if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then return -1 end
if tonumber(redis.call('GET', KEYS[1])) < 1 then return 0 end
redis.call('DECR', KEYS[1])
redis.call('SADD', KEYS[2], ARGV[1])
return 1`

const CLIENTS = 50
const BUYERS = 100_000_000
/** Commands in flight on a connection: alone, as many web servers pipeline by themselves, and as batches of ours. */
const PIPELINES = [1, 16, 64, 256] as const

async function rateOf(port: number, sha: string, orders: number, pipeline: number): Promise<number> {
  const evalsha = ['EVALSHA', sha, '2', 'stock:1', 'buyers:1', '__rand_int__']
  const load = ['-c', String(CLIENTS), '-P', String(pipeline), '-n', String(orders), '-r', String(BUYERS), '--csv']
  const text = await runToEnd('redis-benchmark', ['-p', String(port), ...load, ...evalsha])
  const [, rate = ''] = /^"EVALSHA[^"]*","([\d.]+)"/m.exec(text) ?? []
  if (!rate) throw new Error(`redis-benchmark said: ${text}`)
  return Math.round(Number(rate))
}

/** Redis with every write synced before its answer, asked by its own bench in C; the best of four ways of sending counts. */
export async function redisRows({ orders }: RowOptions): Promise<RowGroup> {
  const reason = whyNoRedis()
  if (reason) return { rows: [], notes: [`redis.luaAlways: ${reason}`] }
  const server = await startRedis({ appendonly: 'yes', appendfsync: 'always' })
  const client = new Redis(server.url)
  try {
    const sha = String(await client.script('LOAD', SCRIPT))
    const rows: OrderRow[] = []
    for (const pipeline of PIPELINES) {
      await client.flushall()
      await client.set('stock:1', BUYERS)
      const value = await rateOf(server.node.port, sha, orders, pipeline)
      rows.push({ id: `redis.luaAlways.pipeline${pipeline}`, value, unit: 'decisions/s' })
    }
    const best = Math.max(...rows.map(({ value }) => value))
    return {
      rows: [{ id: 'redis.luaAlways', value: best, unit: 'decisions/s' }, ...rows],
      notes: [
        `redis.luaAlways: redis-benchmark, ${CLIENTS} clients, one hot item, stock and once-a-buyer only, appendfsync always; the best of pipelines of ${PIPELINES.join(', ')}`,
      ],
    }
  } finally {
    client.disconnect()
    await server.stop()
  }
}
