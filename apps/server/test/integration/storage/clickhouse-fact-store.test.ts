import { describe, it } from 'vitest'
import { readSettings } from '../../../src/settings.ts'
import { openFactStore } from '../../../src/storage/facts/open-fact-store.ts'
import { startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { describeFactStore } from './fact-store-behaviour.ts'

const cases = [
  { name: 'a ClickHouse server over HTTP', shards: 1 },
  { name: 'a two-shard ClickHouse cluster', shards: 2 },
]

const reason = whyNoClickhouse()
for (const { name, shards } of cases)
  if (reason) describe.skip(`fact store on ${name}`, () => it(reason, () => undefined))
  else
    describeFactStore(name, async () => {
      const servers = await startClickhouse({ shards })
      const facts = await openFactStore(readSettings(servers.env))
      return {
        facts,
        async close() {
          await facts.close()
          await servers.stop()
        },
      }
    })
