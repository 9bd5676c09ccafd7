import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolderForTests, type Room } from './folder-for-tests.ts'

const ROOMY: Room = { freeBytes: 1000, enoughBytes: 500 }
let memory: string
const made: string[] = []

const make = (room: Room): string => {
  const folder = makeFolderForTests(room)
  made.push(folder)
  return folder
}

beforeAll(() => {
  memory = mkdtempSync(join(tmpdir(), 'zhanggui-memory-'))
})

afterAll(() => {
  for (const folder of [...made, memory]) rmSync(folder, { recursive: true, force: true })
})

test('tests write into memory where there is room', () => {
  expect(dirname(make({ ...ROOMY, memory }))).toBe(memory)
})

test.each<[string, Room]>([
  ['the machine has too little memory left', { freeBytes: 999 }],
  ['the folder in memory is too small', { enoughBytes: 2 ** 62, freeBytes: 2 ** 64 }],
  ['there is no folder in memory', { memory: '/no/such/folder' }],
])('tests write to disk where %s', (_why, room) => {
  expect(dirname(make({ ...ROOMY, memory, ...room }))).toBe(tmpdir())
})

test('a database server that runs as another user reaches its folder in there', () => {
  expect(statSync(make({ ...ROOMY, memory })).mode & 0o777).toBe(0o711)
})
