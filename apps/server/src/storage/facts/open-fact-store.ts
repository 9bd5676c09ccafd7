import { join } from 'node:path'
import type { Settings } from '../../settings.ts'
import { openChdbFactStore } from './chdb-fact-store.ts'
import { openClickhouseFactStore } from './clickhouse-fact-store.ts'
import type { FactStore } from './fact-store.ts'
import { dropScratchTables } from './scratch-tables.ts'

/** The fact store that the settings name: a ClickHouse server or cluster, else chDB under the home folder. */
export async function openFactStore(settings: Settings): Promise<FactStore> {
  const { clickhouseUrls: urls, clickhouseCluster: cluster, factsDatabase: database, home } = settings
  if (urls.length > 0) return openClickhouseFactStore({ urls, database, cluster })
  const facts = await openChdbFactStore({
    folder: join(home, 'facts'),
    temp: join(home, 'tmp', 'facts'),
    database,
    memoryMb: settings.factsMemoryMb,
  })
  await dropScratchTables(facts)
  return facts
}
