import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { openContext } from '../../../src/open-context.ts'
import { type Environment, readSettings } from '../../../src/settings.ts'
import { backup, restore } from '../../../src/storage/backup/index.ts'
import { type ClickhouseServers, startClickhouse, whyNoClickhouse } from '../../support/clickhouse.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../support/postgres.ts'
import { createTestClock } from '../../support/test-context.ts'
import { fillInstallation, type Snapshot, takeSnapshot } from './fill-installation.ts'

const clock = createTestClock()
const reason = whyNoClickhouse() ?? whyNoPostgres()

describe.skipIf(reason)(`backups between embedded stores and servers${reason ? ` (${reason})` : ''}`, () => {
  let folder: string
  let postgres: PostgresServer
  let clickhouse: ClickhouseServers
  let original: Snapshot
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhanggui-backup-servers-'))
    postgres = await startPostgres()
    clickhouse = await startClickhouse({ shards: 2 })
  })
  afterAll(async () => {
    await postgres?.stop()
    await clickhouse?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const settingsOf = (home: string, env: Environment = {}) =>
    readSettings({ ZHANGGUI_HOME: join(folder, home), LOG_LEVEL: 'silent', ...env })
  const servers = () => ({ DATABASE_URL: postgres.url, ...clickhouse.env })
  const inContext = async <T>(home: string, env: Environment, work: (c: Context) => Promise<T>): Promise<T> => {
    const context = await openContext(settingsOf(home, env), { clock })
    try {
      return await work(context)
    } finally {
      await context.close()
    }
  }

  it('embedded stores move to PostgreSQL and a ClickHouse cluster, row by row', async () => {
    const file = join(folder, 'embedded.tar')
    await copyNewInstallation(join(folder, 'embedded'))
    await inContext('embedded', {}, async (context) => {
      await fillInstallation(context)
      original = await takeSnapshot(context)
      await backup(context, file)
    })
    await restore(settingsOf('server', servers()), file, { clock })
    await inContext('server', servers(), async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })

  it('and back', async () => {
    const file = join(folder, 'server.tar')
    await inContext('server', servers(), (context) => backup(context, file))
    await restore(settingsOf('back', {}), file, { clock })
    await inContext('back', {}, async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })

  it('a database server that holds tables is refused, with force too', async () => {
    const restoring = restore(settingsOf('third', servers()), join(folder, 'server.tar'), { clock, force: true })
    await expect(restoring).rejects.toMatchObject({ code: 'database_not_empty' })
    await inContext('server', servers(), async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })
})
