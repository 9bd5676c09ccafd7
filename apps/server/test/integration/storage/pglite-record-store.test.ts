import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPgliteRecordStore } from '../../../src/storage/records/pglite-record-store.ts'
import { describeRecordStore } from './record-store-behaviour.ts'

describeRecordStore('PGlite', async () => {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-pglite-'))
  const records = await openPgliteRecordStore(join(home, 'records'))
  return {
    records,
    async close() {
      await records.close()
      await rm(home, { recursive: true, force: true })
    },
  }
})
