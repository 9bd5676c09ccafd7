import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { openContext } from '../../../src/open-context.ts'
import { readSettings } from '../../../src/settings.ts'
import { BackupError, backup, restore } from '../../../src/storage/backup/index.ts'
import { copyNewInstallation } from '../../support/copy-new-installation.ts'
import { createTestClock } from '../../support/test-context.ts'
import { fillInstallation, type Snapshot, takeSnapshot } from './fill-installation.ts'

const clock = createTestClock()
let folder: string
let file: string
let original: Snapshot
let secret: string

const settingsOf = (name: string) => readSettings({ ZHANGGUI_HOME: join(folder, name), LOG_LEVEL: 'silent' })

async function inContext<T>(name: string, work: (context: Context) => Promise<T>): Promise<T> {
  const context = await openContext(settingsOf(name), { clock })
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (cause: unknown) => (cause instanceof BackupError ? cause.code : cause),
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhanggui-backup-'))
  file = join(folder, 'shop.backup.tar')
  await copyNewInstallation(join(folder, 'original'))
  await inContext('original', async (context) => {
    await fillInstallation(context)
    original = await takeSnapshot(context)
    secret = context.secrets.storeHashKey('one').k0.toString()
    await backup(context, file)
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a backup', () => {
  it('is one tar file that only its owner may read, and any tar can list', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const listed = execFileSync('tar', ['-tf', file], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    expect(listed).toContain('manifest.json')
    expect(listed).toContain('secret.key')
  })

  it('overwrites no file and leaves none when it fails', async () => {
    await inContext('original', async (context) => {
      expect(await codeOf(backup(context, file))).toBe('backup_exists')
      const failing = { ...context, facts: { ...context.facts, dump: () => Promise.reject(new Error('disk full')) } }
      await expect(backup(failing, join(folder, 'fails.tar'))).rejects.toThrow('disk full')
      expect(existsSync(join(folder, 'fails.tar'))).toBe(false)
      expect(existsSync(join(folder, 'fails.tar.part'))).toBe(false)
    })
  })
})

describe('a restore into an empty folder', () => {
  it('gives back records, facts, secret and files row by row', async () => {
    await restore(settingsOf('copy'), file, { clock })
    await inContext('copy', async (context) => {
      expect(await takeSnapshot(context)).toEqual(original)
      expect(context.secrets.storeHashKey('one').k0.toString()).toBe(secret)
      expect(await verifyAudit(context)).toMatchObject({ intact: true })
      const name = `${'很长的名字'.repeat(9)}.csv`
      expect(await readFile(join(context.settings.home, 'quarantine', '店铺', name), 'utf8')).toBe('a,b\n1,2\n')
    })
  })
})

describe('a restore over existing data', () => {
  it('is refused without force, and changes nothing', async () => {
    const failure = await restore(settingsOf('original'), file, { clock }).catch((e: unknown) => e)
    expect(failure).toMatchObject({ code: 'home_not_empty' })
    expect((failure as BackupError).message).toContain('--force')
    expect((failure as BackupError).messageEn).toContain('--force')
    await inContext('original', async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })

  it('replaces it with force; a restored installation goes on, so that its own backup may be what replaces it', async () => {
    const second = join(folder, 'second.tar')
    await inContext('copy', (context) => backup(context, second))
    await copyNewInstallation(join(folder, 'other'))
    await inContext('other', (context) => context.records.query("INSERT INTO installation VALUES ('mine', '1', now())"))
    await restore(settingsOf('other'), second, { clock, force: true })
    await inContext('other', async (context) => expect(await takeSnapshot(context)).toEqual(original))
    expect(existsSync(join(folder, 'other', 'replaced'))).toBe(false)
  })

  it('is refused while a server runs on the folder', async () => {
    await inContext('original', async () => {
      await expect(restore(settingsOf('original'), file, { clock, force: true })).rejects.toMatchObject({
        code: 'home_in_use',
      })
    })
  })

  it('that was cut short stops the server from opening half the data, and a second one finishes it', async () => {
    await copyNewInstallation(join(folder, 'cut'))
    await inContext('cut', async () => undefined)
    await writeFile(join(folder, 'cut', 'restoring.json'), '{}')
    expect(await codeOf(openContext(settingsOf('cut'), { clock }))).toBe('restore_unfinished')
    expect(await codeOf(restore(settingsOf('cut'), file, { clock }))).toBe('home_not_empty')
    await restore(settingsOf('cut'), file, { clock, force: true })
    await inContext('cut', async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })
})

describe('a backup that cannot be used changes nothing', () => {
  const spoil = async (name: string, change: (path: string) => Promise<void>): Promise<string> => {
    const path = join(folder, name)
    await copyFile(file, path)
    await change(path)
    return path
  }
  const flipByte = (at: number) => async (path: string) => {
    const handle = await open(path, 'r+')
    const byte = Buffer.alloc(1)
    await handle.read(byte, 0, 1, at)
    await handle.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at)
    await handle.close()
  }

  it.each([
    ['another file', (path: string) => writeFile(path, 'hello '.repeat(500)), 'not_a_backup'],
    ['an empty file', (path: string) => truncate(path, 0), 'not_a_backup'],
    [
      'a file cut in the middle',
      async (path: string) => truncate(path, (await stat(path)).size >> 1),
      'damaged_backup',
    ],
    ['a flipped bit in the secret', flipByte(520), 'damaged_backup'],
  ])('%s', async (name, change, code) => {
    const path = await spoil(name, change)
    expect(await codeOf(restore(settingsOf('original'), path, { clock, force: true }))).toBe(code)
    await inContext('original', async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })

  it('one that is not there', async () => {
    expect(await codeOf(restore(settingsOf('none'), join(folder, 'absent.tar'), { clock }))).toBe('backup_not_found')
  })

  it('one whose rows do not fit puts the former data back', async () => {
    const path = await spoil('unfit.tar', async (target) => {
      const text = await readFile(target)
      // The facts are sound by their sums; the table they name is not there.
      const at = text.lastIndexOf('"table": "events"')
      expect(at).toBeGreaterThan(0)
      text.write('"table": "evenTs"', at)
      await writeFile(target, text)
    })
    await expect(restore(settingsOf('original'), path, { clock, force: true })).rejects.toThrow()
    await inContext('original', async (context) => expect(await takeSnapshot(context)).toEqual(original))
  })
})
