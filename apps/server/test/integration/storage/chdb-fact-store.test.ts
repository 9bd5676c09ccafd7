import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openChdbFactStore } from '../../../src/storage/facts/chdb-fact-store.ts'
import { describeFactStore } from './fact-store-behaviour.ts'

const MB = 1024 * 1024

const openFresh = async () => {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-chdb-'))
  const facts = await openChdbFactStore({
    folder: join(home, 'facts'),
    temp: join(home, 'tmp'),
    database: 'zhanggui',
    memoryMb: 1500,
  })
  return {
    facts,
    async close() {
      await facts.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** By default a merge sums up a million rows at a time; four such merges pass what the engine may hold. */
it('what merges in the background sums up a small block of rows at a time', async () => {
  const { facts, close } = await openFresh()
  const [row] = await facts.query(
    "SELECT toUInt64(getSetting('min_insert_block_size_rows')) AS rows, toUInt64(getSetting('min_insert_block_size_bytes')) AS bytes",
  )
  expect(row).toEqual({ rows: 65_536, bytes: 32 * MB })
  await close()
})

describeFactStore('chDB', openFresh)
