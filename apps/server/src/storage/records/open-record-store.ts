import { join } from 'node:path'
import type { Settings } from '../../settings.ts'
import { openPgliteRecordStore } from './pglite-record-store.ts'
import { openPostgresRecordStore } from './postgres-record-store.ts'
import type { RecordStore } from './record-store.ts'

/** The record store that the settings name: PostgreSQL, else PGlite under the home folder. */
export function openRecordStore(settings: Settings, onIdleError: (cause: Error) => void): Promise<RecordStore> {
  return settings.databaseUrl
    ? openPostgresRecordStore(settings.databaseUrl, onIdleError)
    : openPgliteRecordStore(join(settings.home, 'records'))
}
