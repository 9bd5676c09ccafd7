import { createRng } from '@zhanggui/kernel'
import { type Answer, DEFAULT_OPTIONS, SMALL_OPTIONS } from '@zhanggui/orders'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRedisCore } from '../../../src/modules/trade/cluster/redis-core.ts'
import { openInProcessCore } from '../../../src/modules/trade/core/in-process-core.ts'
import { MemoryDisk } from '../../../src/modules/trade/core/memory-disk.ts'
import type { TradeCore } from '../../../src/modules/trade/core/trade-core.ts'
import { FUZZ_TIMES } from '../../support/fuzz-times.ts'
import { startRedis, whyNoRedis } from '../../support/redis.ts'
import { startRedisCluster } from '../../support/redis-cluster.ts'
import { createTestClock } from '../../support/test-context.ts'
import { CASES, commandOf, EVENING, idOf } from './cluster-cases.ts'
import { CommandStream, setupOf } from './cluster-stream.ts'

/** One shop on some backend; `pass` lets time go on to the clock's instant. */
type Shop = { core: TradeCore; pass(): Promise<void> }
type Backend = { open(shop: string, now: () => number): Promise<Shop>; stop(): Promise<void> }

/** Some hundred streams were run when the functions were written; these few keep watch. */
const STREAMS = 2 * FUZZ_TIMES

const OPTIONS = { ...SMALL_OPTIONS, orders: 4096, lines: 8192, replies: 4096, limits: 4096 }

const memory: Backend = {
  async open(_shop, now) {
    const clocks = { now, elapsed: () => performance.now() }
    const core = openInProcessCore({ store: { disk: new MemoryDisk() }, options: OPTIONS, clocks, queueMax: 4096 })
    // A frame of its own lets time pass.
    return { core, pass: async () => void (await core.submit([])) }
  },
  stop: async () => undefined,
}

function redisBackend(server: { url: string; stop(): Promise<void> }): Backend {
  return {
    async open(shop, now) {
      const times = { ...DEFAULT_OPTIONS, ...OPTIONS }
      const urls = server.url.split(',')
      const core = await openRedisCore({ urls, shop, times, replicas: 0, clock: createTestClock(), now })
      return { core, pass: () => core.passTime() }
    },
    stop: () => server.stop(),
  }
}

const written = ({ code, line, detail, repeated, giftAlternative, giftLeftOut }: Answer, withDetail: boolean): string =>
  code +
  (line ? `@${line}` : '') +
  (withDetail ? `=${detail}` : '') +
  (giftAlternative ? '~alternative' : '') +
  (giftLeftOut ? '~left out' : '') +
  (repeated ? '+' : '')

/** An expectation names what matters: a line that is not named is the first, a detail that is not named is any. */
const reads = (answer: Answer, expected: string): string => {
  const got = written(answer, expected.includes('='))
  return expected.includes('@0') ? got.replace('=', '@0=') : got
}

const reason = whyNoRedis()
const skipped = (name: string): boolean => name !== 'memory' && reason !== undefined

describe.each([
  { name: 'memory', start: async () => memory },
  { name: 'one Redis', start: async () => redisBackend(await startRedis()) },
  { name: 'Redis Cluster', start: async () => redisBackend(await startRedisCluster()) },
])('[P7.03] stock on $name', ({ name, start }) => {
  let backend: Backend | undefined
  let now = EVENING

  beforeAll(async () => {
    if (!skipped(name)) backend = await start()
  })
  afterAll(() => backend?.stop())

  const openShop = async (shop: string): Promise<Shop> => {
    if (!backend) throw new Error('not started')
    now = EVENING
    return backend.open(shop, () => now)
  }

  test.skipIf(skipped(name)).each(CASES.map((one, i) => ({ ...one, shop: `case${i}` })))(
    '$rule',
    async ({ steps, stock, shop }) => {
      const { core, pass } = await openShop(shop)
      for (const [place, step] of steps.entries()) {
        now += step.laterMs ?? 0
        await pass()
        const [answer] = await core.submit([commandOf(step, place, now)])
        expect(answer && reads(answer, step.answer), `step ${place}`).toBe(step.answer)
      }
      for (const [item, units] of Object.entries(stock)) {
        const { free, held, locked, sold } = (await core.readItem(Number(item))) ?? {}
        expect(`${free}/${held}/${locked}/${sold}`, `item ${item}`).toBe(units)
      }
      await core.close()
    },
  )

  test.skipIf(skipped(name))('answers a random stream word for word as the core in memory does', async () => {
    for (let seed = 0; seed < STREAMS; seed++) {
      const shop = await openShop(`stream${seed}`)
      const model = await memory.open('model', () => now)
      const both = [shop, model]
      for (const { core } of both) await core.submit(setupOf())
      const rng = createRng(`cluster-${seed}`)
      const stream = new CommandStream(rng)
      for (let i = 0; i < 250; i++) {
        now += rng.int(2500)
        const command = stream.next(now)
        for (const { pass } of both) await pass()
        const [[given], [expected]] = (await Promise.all(both.map(({ core }) => core.submit([command])))) as [
          Answer[],
          Answer[],
        ]
        expect(given, `seed ${seed}, command ${i}: ${JSON.stringify(command)}`).toEqual(expected)
      }
      for (let item = 1; item <= 10; item++)
        expect(await shop.core.readItem(item)).toEqual(await model.core.readItem(item))
      for (let order = 100; order < 360; order++)
        expect(await shop.core.readOrder(idOf(order)), `order ${order}`).toEqual(
          await model.core.readOrder(idOf(order)),
        )
      for (const { core } of both) await core.close()
    }
  })
})

if (reason) test.skip(`Redis is left out: ${reason}`, () => {})
