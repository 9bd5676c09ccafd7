import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openContext } from '../../../src/open-context.ts'
import { readSettings } from '../../../src/settings.ts'
import { HomeInUseError, takeHomeLock } from '../../../src/storage/home-lock.ts'
import { startChild } from '../../support/child-process.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { createTestClock } from '../../support/test-context.ts'
import { waitUntil } from '../../support/wait-until.ts'

const HOLDER = join(import.meta.dirname, 'processes/hold-home.ts')
const clock = createTestClock()

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'zhanggui-two-'))
  await copyNewInstallation(home)
})
afterEach(() => rm(home, { recursive: true, force: true }))

const env = () => ({ ZHANGGUI_HOME: home, LOG_LEVEL: 'silent' })

async function startHolder() {
  const holder = startChild(HOLDER, [], env())
  await waitUntil('the holder', async () => holder.lines.includes('open'))
  return holder
}

it('a second process on one folder is refused, told who holds it, and nothing is damaged', async () => {
  const holder = await startHolder()
  const second = startChild(HOLDER, [], env())
  const [code] = (await once(second.process, 'exit')) as [number]
  expect(code).toBe(1)
  expect(second.errors()).toContain(`进程 ${holder.process.pid}`)
  expect(second.errors()).toContain(`process ${holder.process.pid}`)
  expect(second.errors()).toContain('ZHANGGUI_HOME')
  await holder.kill()
  const context = await openContext(readSettings(env()))
  expect(await context.records.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  await context.close()
})

it('the folder of a process that was killed is free at once', async () => {
  const holder = await startHolder()
  await holder.kill()
  takeHomeLock(home, clock).release()
})

it('a note left by a dead process whose pid lives again holds nobody up', async () => {
  await writeFile(join(home, 'lock.json'), JSON.stringify({ pid: process.ppid, since: 'x', host: 'y' }))
  takeHomeLock(home, clock).release()
})

it('of many that ask at once exactly one gets the folder', async () => {
  const children = Array.from({ length: 3 }, () => startChild(HOLDER, [], env()))
  await waitUntil(
    'one holder and two refusals',
    async () => children.filter((c) => c.process.exitCode === 1).length === 2,
  )
  const [winner] = children.filter((c) => c.process.exitCode === null)
  await waitUntil('the winner', async () => winner?.lines.includes('open') ?? false)
  await winner?.kill()
})

it('a refusal is an error with a code and the holder', () => {
  const lock = takeHomeLock(home, clock)
  try {
    takeHomeLock(home, clock)
    expect.unreachable()
  } catch (cause) {
    expect(cause).toBeInstanceOf(HomeInUseError)
    expect(cause).toMatchObject({ code: 'home_in_use', holder: { pid: process.pid, since: clock.now().toISOString() } })
  }
  lock.release()
  takeHomeLock(home, clock).release()
})
