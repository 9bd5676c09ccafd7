/**
 * `node apps/server/bench/orders/node-loss.ts [--orders 3000] [--only cluster]`
 * What Redis keeps when the node that decides is killed (SIGKILL) in the middle of a sale: eight clients order one or two of twenty
 * items, a third of the way on the node dies, and comes back or is replaced; unanswered orders are repeated under their ids. Then
 * every order that was answered `accepted` is looked up. `lost`: orders answered for that are not there. `oversold`: units answered
 * for beyond the stock. One row a set-up; see docs/order-core.md, "On Redis Cluster".
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRng } from '@zhanggui/kernel'
import { type Command, DEFAULT_OPTIONS, type Id, NO_SIGNALS, NO_TERMS } from '@zhanggui/orders'
import { openRedisCore, type RedisCore } from '../../src/modules/trade/cluster/redis-core.ts'
import { systemClock } from '../../src/system-clock.ts'
import { endProcess } from '../../test/support/end-process.ts'
import { freePort } from '../../test/support/free-port.ts'
import { startRedisNode } from '../../test/support/redis.ts'
import { startRedisCluster } from '../../test/support/redis-cluster.ts'

const { values } = parseArgs({
  options: { orders: { type: 'string', default: '3000' }, only: { type: 'string', default: '' } },
})
const ORDERS = Number(values.orders)
const CLIENTS = 8
const ITEMS = 20
/** Sold out some time after the loss: what is lost then is sold again. */
const STOCK = Math.ceil((ORDERS * 1.2) / ITEMS)

type SetUp = { urls: string[]; replicas: number; lose(): Promise<void>; stop(): Promise<void> }

async function single(settings: Record<string, string>): Promise<SetUp> {
  const folder = await mkdtemp(join(tmpdir(), 'zhanggui-node-loss-'))
  const port = await freePort()
  let node = await startRedisNode(folder, settings, port)
  return {
    urls: [`redis://127.0.0.1:${port}`],
    replicas: 0,
    async lose() {
      await endProcess(node.child, 'SIGKILL')
      node = await startRedisNode(folder, settings, port)
    },
    async stop() {
      await endProcess(node.child, 'SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function clustered(replicas: number): Promise<SetUp> {
  const cluster = await startRedisCluster()
  return {
    urls: cluster.url.split(','),
    replicas,
    async lose() {
      await cluster.kill(0)
      await cluster.waitForReplacement(0)
      await cluster.startAgain(0)
    },
    stop: () => cluster.stop(),
  }
}

const SET_UPS: Record<string, () => Promise<SetUp>> = {
  'one, as installed (snapshots now and then)': () => single({ save: '3600 1 300 100 60 10000' }),
  'one, append-only, synced every second': () => single({ appendonly: 'yes', appendfsync: 'everysec' }),
  'one, append-only, synced always': () => single({ appendonly: 'yes', appendfsync: 'always' }),
  'cluster, answers at once': () => clustered(0),
  'cluster, answers wait for the replica': () => clustered(1),
}

const command = (n: number, body: object): Command =>
  ({ id: [n, 1, 1, 1] satisfies Id as Id, issuedAt: systemClock.now().getTime(), ...body }) as Command

const open = (item: number): Command =>
  command(item, { kind: 'openItem', item, itemKind: 'sku', stock: STOCK, terms: NO_TERMS, parts: [] })

const order = (n: number, items: readonly number[]): Command =>
  command(n, {
    kind: 'reserve',
    buyer: [n, 1],
    address: [0, 0],
    amountCents: 9_900,
    holdMs: 0,
    paid: false,
    signals: NO_SIGNALS,
    lines: items.map((item) => ({ item, quantity: 1, version: 0 })),
  })

async function untilAnswered(core: RedisCore, asked: Command): Promise<string> {
  for (;;) {
    const [answer] = await core.submit([asked])
    if (answer && answer.code !== 'busy') return answer.code
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Sells until all orders are answered, losing the node on the way. Gives the items of each order that was answered for. */
async function sell(core: RedisCore, lose: () => Promise<void>): Promise<Map<number, readonly number[]>> {
  const accepted = new Map<number, readonly number[]>()
  let next = 0
  let losing: Promise<void> | undefined
  const client = async (lane: number): Promise<void> => {
    const rng = createRng(`node-loss-${lane}`)
    while (next < ORDERS) {
      const n = 1000 + next++
      if (next > ORDERS / 3) losing ??= lose()
      const items = Array.from({ length: 1 + rng.int(2) }, () => 1 + rng.int(ITEMS))
      if ((await untilAnswered(core, order(n, items))) === 'accepted') accepted.set(n, items)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, lane) => client(lane)))
  await losing
  return accepted
}

async function measure(setUp: string, start: () => Promise<SetUp>) {
  const { urls, replicas, lose, stop } = await start()
  const core = await openRedisCore({ urls, shop: 'loss', times: DEFAULT_OPTIONS, replicas, clock: systemClock })
  for (let item = 1; item <= ITEMS; item++) await core.submit([open(item)])
  const accepted = await sell(core, lose)
  let lost = 0
  for (const n of accepted.keys()) if (!(await core.readOrder([n, 1, 1, 1]))) lost++
  const units = Map.groupBy([...accepted.values()].flat(), (item) => item)
  const oversold = [...units.values()].reduce((sum, sold) => sum + Math.max(0, sold.length - STOCK), 0)
  await core.close()
  await stop()
  return { setUp, answered: accepted.size, lost, oversold }
}

const rows = []
for (const [name, start] of Object.entries(SET_UPS))
  if (name.includes(values.only)) rows.push(await measure(name, start))
console.table(rows)
