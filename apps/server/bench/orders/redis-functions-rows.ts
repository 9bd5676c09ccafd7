import { type Command, DEFAULT_OPTIONS, type Id, NO_SIGNALS, NO_TERMS } from '@zhanggui/orders'
import { openRedisCore } from '../../src/modules/trade/cluster/redis-core.ts'
import { systemClock } from '../../src/system-clock.ts'
import { startRedis, whyNoRedis } from '../../test/support/redis.ts'
import { startRedisCluster } from '../../test/support/redis-cluster.ts'
import type { OrderRow, RowGroup, RowOptions } from './order-row.ts'

const ITEMS = 200
const BATCH = 256
/** Redis is asked over a socket by a client that makes every request: as many orders as take a few seconds. */
const SHARE = 25

const order = (n: number, items: readonly number[]): Command => ({
  id: [n, 1, 2, 3] satisfies Id as Id,
  issuedAt: systemClock.now().getTime(),
  kind: 'reserve',
  buyer: [n, 1],
  address: [0, 0],
  amountCents: 9_900,
  holdMs: 0,
  paid: false,
  signals: NO_SIGNALS,
  lines: items.map((item) => ({ item, quantity: 1, version: 0 })),
})

const openItems = (): Command[] =>
  Array.from({ length: ITEMS }, (_, i) => ({
    id: [i, 9, 9, 9] satisfies Id as Id,
    issuedAt: systemClock.now().getTime(),
    kind: 'openItem',
    item: i + 1,
    itemKind: 'sku',
    stock: 1_000_000,
    terms: { ...NO_TERMS, buyerLimit: 2 },
    parts: [],
  }))

async function rateOf(urls: readonly string[], replicas: number, orders: number, lines: number): Promise<number> {
  const core = await openRedisCore({
    urls,
    shop: `bench${lines}`,
    times: DEFAULT_OPTIONS,
    replicas,
    clock: systemClock,
  })
  await core.submit(openItems())
  const from = performance.now()
  for (let n = 0; n < orders; n += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, i) =>
      order(
        n + i,
        Array.from({ length: lines }, (__, line) => 1 + ((n + i + line * 7) % ITEMS)),
      ),
    )
    const answers = await core.submit(batch)
    const refused = answers.find(({ code }) => code !== 'accepted')
    if (refused) throw new Error(`An order was answered ${refused.code}`)
  }
  const perSecond = (orders * 1000) / (performance.now() - from)
  await core.close()
  return Math.round(perSecond)
}

/** The same rules as the core's, on Redis: one with every write synced, and a cluster of six on this machine that waits for replicas. */
export async function redisFunctionsRows({ orders }: RowOptions): Promise<RowGroup> {
  const reason = whyNoRedis()
  if (reason) return { rows: [], notes: [`redis.functions: ${reason}`] }
  const some = Math.ceil(orders / SHARE / BATCH) * BATCH
  const rows: OrderRow[] = []
  const one = await startRedis({ appendonly: 'yes', appendfsync: 'always' })
  rows.push({ id: 'redis.functions', value: await rateOf([one.url], 0, some, 1), unit: 'decisions/s' })
  rows.push({ id: 'redis.functions.twoLines', value: await rateOf([one.url], 0, some, 2), unit: 'decisions/s' })
  await one.stop()
  const cluster = await startRedisCluster()
  const clustered = await rateOf(cluster.url.split(','), 1, some, 1)
  rows.push({ id: 'redis.functions.cluster', value: clustered, unit: 'decisions/s' })
  await cluster.stop()
  return {
    rows,
    notes: [
      'redis.functions: all rules of admission as functions, from one Node process in batches of 256, a limit on each of 200 items; `cluster`: three masters with a replica each on these same processors, answers wait for the replica',
    ],
  }
}
