import type { QueryResult } from '@zhanggui/contract'
import { dictionary } from '@zhanggui/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runCohorts } from '../../../src/modules/insight/run-cohorts.ts'
import { runFunnel } from '../../../src/modules/insight/run-funnel.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { boardClock } from '../../../src/modules/live/board/board-clock.ts'
import { boardSource } from '../../../src/modules/live/board/board-source.ts'
import { composeBoard } from '../../../src/modules/live/board/compose-board.ts'
import { readMinutes } from '../../../src/modules/live/minutes/read-minutes.ts'
import { type ClickhouseServers, startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { fillMaoyi } from './maoyi-shop.ts'

const reason = whyNoClickhouse()

describe.skipIf(reason)(`a two-shard cluster answers as the embedded engine does ${reason ?? ''}`, () => {
  let servers: ClickhouseServers
  let contexts: TestContext[]

  beforeAll(async () => {
    servers = await startClickhouse({ shards: 2 })
    contexts = [await createTestContext(), await createTestContext({ env: servers.env })]
    for (const context of contexts) {
      await createStore(context, { id: 'maoyi', name: '猫衣' }, { actor: 'test' })
      await fillMaoyi(context)
    }
  }, 120_000)
  afterAll(async () => {
    for (const context of contexts ?? []) await context.close()
    await servers?.stop()
  })

  const store = {
    id: 'maoyi',
    name: '猫衣',
    currency: 'CNY',
    timezone: 'Asia/Shanghai',
    platform: 'tmall',
    foundedDay: null,
    demo: false,
    createdAt: '2026-01-01T00:00:00.000Z',
  }
  const both = <T>(ask: (context: TestContext) => Promise<T>): Promise<T[]> => Promise.all(contexts.map(ask))
  const figures = ({ rows, totals }: QueryResult) => ({ rows, totals })

  // Joins on the product list and on first purchases, nested sources, bound arrays: what shards could get wrong.
  test.each(['month', 'category', 'buyerKind', 'trafficClass', 'memberTier'])('every metric by %s', async (by) => {
    const ids = dictionary()
      .filter((e) => by === 'month' || e.dimensions.includes(by))
      .map((e) => e.id)
    for (let i = 0; i < ids.length; i += 40) {
      const metrics = ids.slice(i, i + 40)
      const [embedded, cluster] = await both(async (c) => figures(await runQuery(c, store, { metrics, by: [by] })))
      expect(cluster).toEqual(embedded)
    }
  })

  test('funnels and cohorts', async () => {
    const funnels = await both((c) => runFunnel(c, store, { steps: ['view', 'cart'], by: 'channel' }))
    expect(funnels[1]).toEqual(funnels[0])
    const cohorts = await both((c) => runCohorts(c, store, { measure: 'paid' }))
    expect(cohorts[1]).toEqual(cohorts[0])
  })

  test('[P9.02] minutes and the board of a day, before parts are merged and after', async () => {
    const [row] = await (contexts[0]?.facts.query<{ at: string }>(
      "SELECT toString(toStartOfHour(max(at))) AS at FROM events WHERE store = 'maoyi'",
    ) ?? [])
    const to = new Date(`${row?.at.replace(' ', 'T')}Z`)
    const from = new Date(to.getTime() - 3_600_000)
    const look = () =>
      both(async (context) => ({
        minutes: [
          await readMinutes(context, { store, metric: 'pv', from, to }),
          await readMinutes(context, { store, metric: 'uv', from, to, slice: { channel: ['搜索'] } }),
          await readMinutes(context, { store, metric: 'paid', from, to }),
        ],
        board: await composeBoard(boardSource(context, store), store, boardClock(store.timezone, { now: to, at: to })),
      }))
    const [embedded, cluster] = await look()
    expect(cluster).toEqual(embedded)
    await contexts[1]?.facts.command('OPTIMIZE TABLE events_local FINAL')
    expect(await look()).toEqual([embedded, embedded])
  })
})
