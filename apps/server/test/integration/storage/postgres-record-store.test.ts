import { describe, it } from 'vitest'
import { openPostgresRecordStore } from '../../../src/storage/records/postgres-record-store.ts'
import { startPostgres, whyNoPostgres } from '../../support/postgres.ts'
import { describeRecordStore } from './record-store-behaviour.ts'

const reason = whyNoPostgres()
if (reason) describe.skip('record store on PostgreSQL', () => it(reason, () => undefined))
else
  describeRecordStore('PostgreSQL', async () => {
    const server = await startPostgres()
    const records = await openPostgresRecordStore(server.url, () => undefined)
    return {
      records,
      async close() {
        await records.close()
        await server.stop()
      },
    }
  })
