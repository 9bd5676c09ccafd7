import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createRng } from '@zhanggui/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileDisk } from './file-disk.ts'
import { RoomAhead } from './room-ahead.ts'
import { ROOM_WORD, RoomThread } from './room-thread.ts'

const JOURNAL = 'journal-0000000000000001.zgj'
/** A handle that no process has. */
const NEVER_OPEN = 1_000_000
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-disk-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('room that a thread makes never comes upon what was written: a file is what was appended, and zeros', async () => {
  const rng = createRng('room')
  const disk = new FileDisk(folder, { aheadBytes: 8192 })
  const written: Uint8Array[] = []
  for (let i = 0; i < 600; i++) {
    const bytes = new Uint8Array(1 + rng.int(rng.next() < 0.05 ? 6000 : 300)).fill(1 + rng.int(255))
    disk.append(JOURNAL, bytes)
    written.push(bytes)
    if (rng.next() < 0.5) disk.sync(JOURNAL)
    if (rng.next() < 0.1) await setTimeout(1)
  }
  disk.close()
  const found = readFileSync(join(folder, JOURNAL))
  const expected = Buffer.concat(written)
  expect(found.subarray(0, expected.length).equals(expected)).toBe(true)
  expect(found.subarray(expected.length).every((byte) => byte === 0)).toBe(true)
})

test('what is cut off is written anew where it was cut', () => {
  const disk = new FileDisk(folder, { aheadBytes: 1024 })
  disk.append(JOURNAL, Uint8Array.of(1, 2, 3, 4))
  disk.truncate(JOURNAL, 2)
  disk.append(JOURNAL, Uint8Array.of(5))
  disk.close()
  expect([...readFileSync(join(folder, JOURNAL)).subarray(0, 4)]).toEqual([1, 2, 5, 0])
})

test('room that could not be made by the thread is said so, then and ever after', async () => {
  const thread = new RoomThread()
  await expect.poll(() => thread.isReady, { interval: 5, timeout: 20_000 }).toBe(true)
  thread.begin(NEVER_OPEN, 64, 0)
  expect([thread.end(), thread.end()]).toEqual([false, false])
  thread.close()
})

test('a thread that is woken for a job it has done does not do it again', async () => {
  const path = join(folder, JOURNAL)
  const words = new Int32Array(new SharedArrayBuffer(ROOM_WORD.words * 4))
  const worker = new Worker(new URL('./room-worker.ts', import.meta.url), { workerData: words })
  const fd = openSync(path, 'w+')
  const job = async (zeros: number): Promise<void> => {
    words.set([fd, zeros, 0, 0], ROOM_WORD.fd)
    const asked = Atomics.add(words, ROOM_WORD.asked, 1) + 1
    Atomics.notify(words, ROOM_WORD.asked)
    await expect.poll(() => words[ROOM_WORD.ended], { interval: 2, timeout: 20_000 }).toBe(asked)
  }
  await job(100)
  writeSync(fd, new Uint8Array(100).fill(7), 0, 100, 0)
  await expect.poll(() => Atomics.notify(words, ROOM_WORD.asked), { interval: 2, timeout: 20_000 }).toBe(1)
  await setTimeout(50)
  await job(0)
  expect(readFileSync(path).every((byte) => byte === 7)).toBe(true)
  closeSync(fd)
  await worker.terminate()
})

test('room that could not be made ahead is met when it is needed, not before', () => {
  writeFileSync(join(folder, JOURNAL), '')
  const made: number[] = []
  let asked = 0
  const failing = {
    isReady: true,
    isIdle: true,
    begin: () => asked++,
    end: () => false,
  }
  const room = new RoomAhead({
    path: join(folder, JOURNAL),
    from: 0,
    aheadBytes: 6400,
    writeZeros: (_, bytes) => made.push(bytes),
    thread: () => failing,
  })
  for (let end = 0; end < 800; end += 100) room.provide(end, 100)
  expect(made).toEqual([400, 400])
  expect(asked).toBe(1)
  room.close()
})
