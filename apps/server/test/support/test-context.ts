import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '@zhanggui/kernel'
import type { Context, Passwords } from '../../src/context.ts'
import { openContext } from '../../src/open-context.ts'
import { type Environment, readSettings, type Settings } from '../../src/settings.ts'
import { copyNewInstallation, type EmbeddedStore } from './copy-new-installation.ts'
import { letGo, until } from './let-go.ts'

/** A clock that stands still until told otherwise. */
export type TestClock = Clock & { set(instant: string): void; advance(ms: number): void }

export function createTestClock(instant = '2026-11-10T12:00:00.000Z'): TestClock {
  let now = Date.parse(instant)
  return {
    now: () => new Date(now),
    set: (text) => {
      now = Date.parse(text)
    },
    advance: (ms) => {
      now += ms
    },
  }
}

/** What stands in the home folder, as far as the settings name no server for it. */
const embeddedStores = ({ databaseUrl, clickhouseUrls }: Settings): EmbeddedStore[] => [
  ...(databaseUrl ? [] : ['records' as const]),
  ...(clickhouseUrls.length > 0 ? [] : ['facts' as const]),
]

/** People of tests sign in hundreds of times: what protects a password costs each of them 60 ms, and is tested where it is the matter. */
const CHEAP_PASSWORDS: Passwords = {
  hash: async (password) => createHash('sha256').update(password).digest('hex'),
  verify: async ({ hash, password }) => hash === createHash('sha256').update(password).digest('hex'),
}

export type TestContext = Context & { readonly clock: TestClock }

/**
 * A whole installation on a fresh folder with embedded stores, closed and removed by `close()`.
 * One at a time in a test file: the embedded fact engine binds one folder a process.
 */
export async function createTestContext(
  options: { env?: Environment; clock?: TestClock; passwords?: 'as shipped' | 'cheap' } = {},
): Promise<TestContext> {
  const home = await mkdtemp(join(tmpdir(), 'zhanggui-test-'))
  const clock = options.clock ?? createTestClock()
  const settings = readSettings({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent', ...options.env })
  await copyNewInstallation(settings.home, embeddedStores(settings))
  const opened = await openContext(settings, { clock })
  const context: TestContext = until('itself', {
    ...opened,
    ...(options.passwords === 'as shipped' ? {} : { passwords: CHEAP_PASSWORDS }),
    clock,
    async close() {
      await opened.close()
      await rm(home, { recursive: true, force: true })
      letGo(context)
    },
  })
  return context
}
