import { join } from 'node:path'
import type { Settings } from '../../settings.ts'
import { openChdbFactStore } from './chdb-fact-store.ts'
import { openClickhouseFactStore } from './clickhouse-fact-store.ts'
import type { FactStore } from './fact-store.ts'

/** The fact store that the settings name: a ClickHouse server or cluster, else chDB under the home folder. */
export function openFactStore(settings: Settings): Promise<FactStore> {
  const { clickhouseUrls: urls, clickhouseCluster: cluster, factsDatabase: database, home } = settings
  if (urls.length > 0) return openClickhouseFactStore({ urls, database, cluster })
  return openChdbFactStore({
    folder: join(home, 'facts'),
    temp: join(home, 'tmp', 'facts'),
    database,
    memoryMb: settings.factsMemoryMb,
  })
}
