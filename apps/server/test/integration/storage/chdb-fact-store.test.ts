import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openChdbFactStore } from '../../../src/storage/facts/chdb-fact-store.ts'
import { describeFactStore } from './fact-store-behaviour.ts'

describeFactStore('chDB', async () => {
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
})
