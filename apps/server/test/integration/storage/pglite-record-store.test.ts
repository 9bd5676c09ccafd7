import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPgliteRecordStore } from '../../../src/storage/records/pglite-record-store.ts'
import { describeRecordStore } from './record-store-behaviour.ts'

async function openFresh() {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-pglite-'))
  const records = await openPgliteRecordStore(join(home, 'records'))
  return {
    records,
    async close() {
      await records.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

describeRecordStore('PGlite', openFresh)

test('more statements than are kept ready, each again and again, are all answered; so are those of every plan’s age', async () => {
  const { records, close } = await openFresh()
  try {
    for (let round = 0; round < 4; round++)
      for (let n = 0; n < 300; n++)
        expect(await records.query(`SELECT $1::int + ${n} AS sum`, [round])).toEqual([{ sum: round + n }])
  } finally {
    await close()
  }
})
