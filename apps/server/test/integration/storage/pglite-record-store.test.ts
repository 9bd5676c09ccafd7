import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPgliteRecordStore } from '../../../src/storage/records/pglite-record-store.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { describeRecordStore } from './record-store-behaviour.ts'

async function openIn(fill: (home: string) => Promise<void>) {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-pglite-'))
  await fill(home)
  const records = await openPgliteRecordStore(join(home, 'records'))
  return {
    records,
    async close() {
      await records.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

describeRecordStore('PGlite', () => openIn(async () => undefined))

test('more statements than are kept ready, each again and again, are all answered; so are those of every plan’s age', async () => {
  const { records, close } = await openIn((home) => copyNewInstallation(home, ['records']))
  try {
    for (let round = 0; round < 4; round++)
      for (let n = 0; n < 300; n++)
        expect(await records.query(`SELECT $1::int + ${n} AS sum`, [round])).toEqual([{ sum: round + n }])
  } finally {
    await close()
  }
})
