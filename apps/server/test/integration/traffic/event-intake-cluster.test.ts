import { describe, it } from 'vitest'
import { startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { createTestContext } from '../../support/test-context.ts'
import { describeEventIntake } from './event-intake-behaviour.ts'

const reason = whyNoClickhouse()
if (reason) describe.skip('event intake on a cluster', () => it(reason, () => undefined))
else
  describeEventIntake('a two-shard ClickHouse cluster', async () => {
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
