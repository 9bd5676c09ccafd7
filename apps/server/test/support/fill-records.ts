import { join } from 'node:path'
import { openPgliteRecordStore } from '../../src/storage/records/pglite-record-store.ts'
import type { RecordStore } from '../../src/storage/records/record-store.ts'

/** Works on the records of a home that nobody has opened, and closes them again. */
export async function fillRecords(home: string, fill: (records: RecordStore) => Promise<unknown>): Promise<void> {
  const records = await openPgliteRecordStore(join(home, 'records'))
  try {
    await fill(records)
  } finally {
    await records.close()
  }
}
