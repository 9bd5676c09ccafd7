import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openContext } from '../../../src/open-context.ts'
import { readSettings } from '../../../src/settings.ts'
import { takeHomeLock } from '../../../src/storage/home-lock.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { freePort } from '../../support/free-port.ts'
import { createTestClock } from '../../support/test-context.ts'

const clock = createTestClock()
let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-unavailable-'))
  await copyNewInstallation(home)
})
afterEach(() => rm(home, { recursive: true, force: true }))

it.each([
  ['PostgreSQL', 'DATABASE_URL', (port: number) => `postgres://u:secret@127.0.0.1:${port}/d`],
  ['ClickHouse', 'CLICKHOUSE_URL', (port: number) => `http://u:secret@127.0.0.1:${port}`],
])(
  'a %s that does not answer is named with its setting, without its password, and the folder is free again',
  async (server, setting, address) => {
    const port = await freePort()
    const settings = readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent', [setting]: address(port) })
    const failure = await openContext(settings, { clock }).catch((cause: unknown) => cause)
    expect(failure).toMatchObject({ code: 'store_unavailable' })
    const { message, messageEn } = failure as Error & { messageEn: string }
    for (const text of [message, messageEn]) {
      expect(text).toContain(server)
      expect(text).toContain(setting)
      expect(text).toContain(`127.0.0.1:${port}`)
      expect(text).not.toContain('secret')
    }
    takeHomeLock(home, clock).release()
  },
)
