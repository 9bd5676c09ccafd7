import { describe, it } from 'vitest'
import { startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { createTestContext } from '../../support/test-context.ts'
import { describeErasing } from './erase-behaviour.ts'

const reason = whyNoClickhouse()
if (reason) describe.skip('people on a cluster', () => it(reason, () => undefined))
else
  describeErasing('a two-shard ClickHouse cluster', async () => {
    const servers = await startClickhouse({ shards: 2 })
    const context = await createTestContext({ env: servers.env })
    return {
      ...context,
      async close() {
        await context.close()
        await servers.stop()
      },
    }
  })
