import { readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { SMALL_OPTIONS } from '@zhanggui/orders'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDiskFolder } from '../../../../test/support/disk-folder.ts'
import { makeCoreFolder, optionsFor, readCoreOptions } from './core-folder.ts'
import { FileDisk, type WriteBytes } from './file-disk.ts'
import { openInProcessCore } from './in-process-core.ts'
import { idOf, NOON, openItem, reserve } from './test/commands.ts'
import { openThreadCore } from './thread-core.ts'
import type { TradeCore } from './trade-core.ts'

const KIB = 1024
let folder: string
let core: TradeCore | undefined
const troubles: string[] = []

const open = ({ snapshotBytes = 1024 * KIB, writeBytes }: { snapshotBytes?: number; writeBytes?: WriteBytes } = {}) => {
  const disk = new FileDisk(folder, { roomBytes: 64 * KIB, ...(writeBytes && { writeBytes }) })
  core = openInProcessCore({
    store: { disk, folder, snapshotBytes },
    options: SMALL_OPTIONS,
    clocks: { now: () => NOON, elapsed: () => performance.now() },
    queueMax: 1000,
    onTrouble: ({ message }) => troubles.push(message),
  })
  return core
}

const filesOf = (ending: string): string[] => readdirSync(folder).filter((name) => name.endsWith(ending))
const journalFile = (): string => join(folder, filesOf('.zgj')[0] ?? '')
const codeOf = async (opened: TradeCore, ...commands: Parameters<TradeCore['submit']>[0]): Promise<string[]> =>
  (await opened.submit(commands)).map((answer) => answer.code)

beforeEach(() => {
  folder = makeDiskFolder('zhanggui-core-')
  troubles.length = 0
  core = undefined
})
afterEach(async () => {
  await core?.close()
  rmSync(folder, { recursive: true })
})

test('what was answered is there when the core is opened again', async () => {
  await codeOf(open(), openItem(1, 1, 5), reserve(2, 1, 2))
  await core?.close()
  expect(await open().readItem(1)).toMatchObject({ free: 3, held: 2 })
})

test('a write that a crash cut off is taken away and said, and the answered before it stays', async () => {
  await codeOf(open(), openItem(1, 1, 5), reserve(2, 1, 2))
  await codeOf(core as TradeCore, reserve(3, 1, 1))
  await core?.close()
  // A record is a head of 64 bytes and a body; the second line of the last one never reached the disk.
  const torn = readFileSync(journalFile())
  torn.fill(0, torn.lastIndexOf('ZGJR') + 64)
  writeFileSync(journalFile(), torn)
  expect(await open().readItem(1)).toMatchObject({ free: 3, held: 2 })
  expect((await core?.figures())?.recovery?.cutFile).toBe(filesOf('.zgj')[0])
})

test('a bit that has turned is named by file, byte and record, and there is no core', async () => {
  const opened = open()
  await codeOf(opened, openItem(1, 1, 5))
  await codeOf(opened, reserve(2, 1, 2))
  await opened.close()
  const bytes = readFileSync(journalFile())
  const first = bytes.indexOf('ZGJR', 64)
  bytes[first + 70] = (bytes[first + 70] ?? 0) ^ 1
  writeFileSync(journalFile(), bytes)
  core = undefined
  expect(open).toThrow(
    expect.objectContaining({
      code: 'trade_damaged',
      facts: { damage: 'bit_rot', file: filesOf('.zgj')[0], offset: first, sequence: 2 },
    }),
  )
})

test('options of a later format are refused by name', () => {
  makeCoreFolder(folder, optionsFor(5000))
  expect(readCoreOptions(folder)).toMatchObject({ orders: 8192, lines: 16_384 })
  const path = join(folder, 'core.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('"format": 1', '"format": 2'))
  expect(() => readCoreOptions(folder)).toThrow(
    expect.objectContaining({ code: 'trade_damaged', facts: expect.objectContaining({ damage: 'newer_version (2)' }) }),
  )
})

test('a full disk stops the core: nothing more is answered as done, and what was is there after a restart', async () => {
  let full = false
  const writeBytes: WriteBytes = (fd, bytes, from, length, position) => {
    if (full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    return writeSync(fd, bytes, from, length, position)
  }
  const opened = open({ writeBytes })
  await codeOf(opened, openItem(1, 1, 5), reserve(2, 1, 2))
  full = true
  expect(await codeOf(opened, reserve(3, 1, 1))).toEqual(['journal_failed'])
  full = false
  expect(await codeOf(opened, reserve(4, 1, 1))).toEqual(['journal_failed'])
  expect((await opened.figures()).journal?.fault).toMatchObject({ code: 'disk_full' })
  expect(troubles).toEqual([expect.stringContaining('The disk is full')])
  await opened.close()
  const again = open()
  expect(await again.readItem(1)).toMatchObject({ free: 3, held: 2 })
  expect(await codeOf(again, reserve(3, 1, 1))).toEqual(['accepted'])
})

test('what comes in at one moment is one record of the journal', async () => {
  const opened = open()
  await codeOf(opened, openItem(1, 1, 5))
  const answers = await Promise.all([2, 3, 4].map((n) => codeOf(opened, reserve(n, 1))))
  expect(answers.flat()).toEqual(['accepted', 'accepted', 'accepted'])
  await opened.close()
  expect((await open().figures()).recovery?.recordsReplayed).toBe(2)
})

test('snapshots are taken beside the work, and a start replays only what came after', async () => {
  const opened = open({ snapshotBytes: 32 * KIB })
  await codeOf(opened, openItem(1, 1, 1_000_000))
  for (let i = 0; i < 400; i++) await codeOf(opened, reserve(10 + i, 1, 1))
  await expect.poll(async () => (await opened.figures()).snapshot?.sequence, { timeout: 5000 }).toBeGreaterThan(0)
  await opened.close()
  const figures = await open().figures()
  expect(figures.recovery?.snapshot).toMatch(/^snapshot-\d+\.zgs$/)
  expect(figures.recovery?.recordsReplayed).toBeLessThan(401)
  expect(await core?.readItem(1)).toMatchObject({ held: 400 })
  expect(troubles).toEqual([])
})

test('a core in a thread of its own answers as one in the caller’s', async () => {
  core = await openThreadCore(
    { folder, options: SMALL_OPTIONS, queueMax: 1000, snapshotBytes: 1024 * KIB },
    { onTrouble: (message) => troubles.push(message), onEnd: () => undefined },
  )
  const now = Date.now()
  expect(await codeOf(core, openItem(1, 1, 3, now), reserve(2, 1, 2, now), reserve(3, 1, 2, now))).toEqual([
    'accepted',
    'accepted',
    'out_of_stock',
  ])
  expect(await core.readItem(1)).toMatchObject({ free: 1, held: 2 })
  expect((await core.readOrder(idOf(2)))?.lines).toMatchObject([{ item: 1, quantity: 2 }])
  expect(await core.figures()).toMatchObject({ backend: 'journal', decided: 3, journal: { fault: null } })
  await core.close()
  await expect(core.submit([reserve(4, 1)])).rejects.toMatchObject({ code: 'trade_stopped' })
})

test('a thread says what is damaged instead of starting', async () => {
  await codeOf(open(), openItem(1, 1, 5))
  await core?.close()
  const bytes = readFileSync(journalFile())
  bytes[20] = (bytes[20] ?? 0) ^ 1
  writeFileSync(journalFile(), bytes)
  const order = { folder, options: SMALL_OPTIONS, queueMax: 1000, snapshotBytes: 1024 * KIB }
  core = undefined
  await expect(openThreadCore(order, { onTrouble: () => undefined, onEnd: () => undefined })).rejects.toMatchObject({
    code: 'trade_damaged',
    facts: { damage: 'bit_rot' },
  })
})
