import { existsSync, fstatSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createRng } from '@zhanggui/kernel'
import { DiskFullError } from '@zhanggui/orders'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDiskFolder } from '../../../../test/support/disk-folder.ts'
import { FileDisk, type WriteBytes } from './file-disk.ts'
import { RoomFiles } from './room-files.ts'

const journal = (number: number): string => `journal-${String(number).padStart(16, '0')}.zgj`
const [FIRST, SECOND, THIRD] = [journal(1), journal(2), journal(3)]
const MIB = 1024 * 1024
const SOON = { interval: 2, timeout: 20_000 }
let folder: string
let disk: FileDisk

beforeEach(() => {
  folder = makeDiskFolder('zhanggui-disk-')
})
afterEach(() => {
  disk?.close()
  rmSync(folder, { recursive: true })
})

const pathOf = (name: string): string => join(folder, name)
const roomIsThere = (): boolean => readdirSync(folder).some((name) => name.startsWith('room-'))
const zerosAfter = (bytes: Uint8Array, from: number): boolean => bytes.subarray(from).every((byte) => byte === 0)

test('files are what was appended, and zeros, whether their room was made ahead or when it was needed', async () => {
  const rng = createRng('room')
  disk = new FileDisk(folder, { roomBytes: 16_384 })
  const written = new Map<string, Uint8Array[]>()
  let [number, begunInRoom] = [1, 0]
  for (let i = 0; i < 900; i++) {
    const bytes = new Uint8Array(1 + rng.int(rng.next() < 0.05 ? 6000 : 300)).fill(1 + rng.int(255))
    if (written.has(journal(number)) && disk.prefersNew(journal(number), bytes.length)) {
      number++
      // On a busy machine the thread that makes room comes late: every other file waits for it, the rest take what is there.
      if (number % 2 === 0) await expect.poll(roomIsThere, SOON).toBe(true)
    }
    disk.append(journal(number), bytes)
    if (!written.has(journal(number)) && statSync(pathOf(journal(number))).size === 16_384) begunInRoom++
    written.set(journal(number), [...(written.get(journal(number)) ?? []), bytes])
    if (rng.next() < 0.5) disk.sync(journal(number))
    if (rng.next() < 0.1) await setTimeout(1)
    // The thread that makes room may take longer to start than the whole of this.
    if (i === 100) await expect.poll(() => disk.prefersNew(journal(number), 20_000), SOON).toBe(true)
  }
  expect(begunInRoom).toBeGreaterThan(2)
  for (const [name, pieces] of written) {
    const [found, expected] = [readFileSync(pathOf(name)), Buffer.concat(pieces)]
    expect(found.subarray(0, expected.length).equals(expected)).toBe(true)
    expect(zerosAfter(found, expected.length)).toBe(true)
  }
})

test('what is cut off is written anew where it was cut', () => {
  disk = new FileDisk(folder, { roomBytes: 128 * 16 })
  disk.append(FIRST, Uint8Array.of(1, 2, 3, 4))
  disk.truncate(FIRST, 2)
  disk.append(FIRST, Uint8Array.of(5))
  expect([...readFileSync(pathOf(FIRST)).subarray(0, 4)]).toEqual([1, 2, 5, 0])
})

test('a file that is there is never begun anew, and one without room left is preferred to be followed', async () => {
  disk = new FileDisk(folder, { roomBytes: 128 * 8 })
  writeFileSync(pathOf(FIRST), Uint8Array.of(1, 2))
  for (let i = 0; i < 3; i++) disk.append(SECOND, new Uint8Array(8).fill(7))
  await expect.poll(() => disk.prefersNew(SECOND, 8), SOON).toBe(true)
  disk.append(FIRST, Uint8Array.of(3))
  expect([...readFileSync(pathOf(FIRST)).subarray(0, 3)]).toEqual([1, 2, 3])
  disk.append(THIRD, Uint8Array.of(4))
  expect(statSync(pathOf(THIRD)).size).toBe(128 * 8)
  expect(disk.prefersNew(THIRD, 8)).toBe(false)
})

test('no room is made for a quiet journal, and none is left behind when the disk is closed', async () => {
  disk = new FileDisk(folder, { roomBytes: MIB })
  disk.append(FIRST, Uint8Array.of(1))
  await setTimeout(20)
  expect(readdirSync(folder)).toEqual([FIRST])
  for (let i = 0; i < 3; i++) disk.append(FIRST, new Uint8Array(MIB / 128))
  await expect.poll(() => existsSync(pathOf('room-0.part')), SOON).toBe(true)
  disk.close()
  expect(readdirSync(folder)).toEqual([FIRST])
})

test('where the disk is full, the room made ahead is given up before an order is refused', async () => {
  const isRoomThere = (): boolean => existsSync(pathOf('room-0.part'))
  // What is written over needs no room; what makes the file longer does.
  const writeBytes: WriteBytes = (fd, bytes, from, length, position) => {
    const isGrowing = position + length > fstatSync(fd).size
    if (isGrowing && position > MIB / 64 && (isRoomThere() || position > MIB / 16))
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    return writeSync(fd, bytes, from, length, position)
  }
  disk = new FileDisk(folder, { roomBytes: MIB, writeBytes })
  const piece = new Uint8Array(MIB / 128).fill(1)
  for (let i = 0; i < 2; i++) disk.append(FIRST, piece)
  await expect.poll(isRoomThere, SOON).toBe(true)
  for (let i = 0; i < 3; i++) disk.append(FIRST, piece)
  expect(isRoomThere()).toBe(false)
  expect(() => {
    for (let i = 0; i < 10; i++) disk.append(FIRST, piece)
  }).toThrow(DiskFullError)
})

test('room that cannot be made is not tried for again', async () => {
  const rooms = new RoomFiles({ folder: join(folder, 'nowhere'), bytes: 64, count: 2 })
  rooms.want()
  await setTimeout(300)
  rooms.want()
  expect(rooms.isReady).toBe(false)
  expect(rooms.giveUp()).toBe(false)
  rooms.close()
})

test('so many files as are asked for are kept ready, whole and of zeros, and none is left behind', async () => {
  const rooms = new RoomFiles({ folder, bytes: 300 * 1024, count: 2 })
  rooms.want()
  const room = (number: number): boolean => existsSync(pathOf(`room-${number}.part`))
  for (const [number, name] of [FIRST, SECOND].entries()) {
    await expect.poll(() => room(number + 1) && rooms.isReady, SOON).toBe(true)
    rooms.take(pathOf(name))
    const made = readFileSync(pathOf(name))
    expect([made.length, zerosAfter(made, 0)]).toEqual([300 * 1024, true])
  }
  await expect.poll(() => room(3), SOON).toBe(true)
  await setTimeout(100)
  expect([room(2), room(4)]).toEqual([true, false])
  rooms.close()
  expect(readdirSync(folder).sort()).toEqual([FIRST, SECOND])
})

test('hardly anything is made beside a busy journal that has a file to go on in', async () => {
  const rooms = new RoomFiles({ folder, bytes: 4 * MIB, count: 3 })
  rooms.want()
  await expect.poll(() => rooms.isReady, SOON).toBe(true)
  for (const until = performance.now() + 200; performance.now() < until; ) rooms.noteWrite()
  expect(existsSync(pathOf('room-2.part'))).toBe(false)
  await expect.poll(() => existsSync(pathOf('room-2.part')), SOON).toBe(true)
  rooms.close()
})
