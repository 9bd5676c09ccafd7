import type { QueryResult } from '@zhanggui/contract'
import { dictionary } from '@zhanggui/metrics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStore } from '../../../src/modules/admin/stores.ts'
import { runCohorts } from '../../../src/modules/insight/run-cohorts.ts'
import { runFunnel } from '../../../src/modules/insight/run-funnel.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
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
})
