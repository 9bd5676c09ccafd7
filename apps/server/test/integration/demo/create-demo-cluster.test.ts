import { parseDay } from '@zhanggui/kernel'
import { createMarket } from '@zhanggui/simulator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDemo } from '../../../src/modules/drills/demo/create-demo.ts'
import { type ClickhouseServers, startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { demoFacts } from './demo-facts.ts'

const MARKET = { from: parseDay('2025-11-08'), until: parseDay('2025-11-14'), scale: 0.05 }
const skipReason = whyNoClickhouse()

let servers: ClickhouseServers | undefined
let context: TestContext
beforeAll(async () => {
  if (skipReason) return
  servers = await startClickhouse({ shards: 2 })
  context = await createTestContext({ env: servers.env })
})
afterAll(async () => {
  await context?.close()
  await servers?.stop()
})

it.skipIf(skipReason)(
  'on a cluster of two servers the demo shop holds every row of its market, and made anew each once',
  async () => {
    const counts = { events: 0, order_lines: 0, stock_daily: 0 }
    for (const { rows } of createMarket('cluster', MARKET).days())
      for (const table of Object.keys(counts) as (keyof typeof counts)[]) counts[table] += rows[table].length
    for (const replace of [false, true]) {
      await createDemo(context, { ...MARKET, seed: 'cluster', replace })
      const stored = await demoFacts(context, 'demo')
      for (const [table, rows] of Object.entries(counts)) expect(stored[table]?.rows, table).toBe(rows)
    }
  },
)
