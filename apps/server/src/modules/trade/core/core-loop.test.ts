import {
  type Command,
  createAdmission,
  createJournal,
  encodeFrame,
  readAnswer,
  readItem,
  recover,
  SMALL_OPTIONS,
  sameCore,
} from '@zhanggui/orders'
import { beforeEach, expect, test } from 'vitest'
import { CoreLoop } from './core-loop.ts'
import { MemoryDisk } from './memory-disk.ts'
import { NOON, openItem, reserve } from './test/commands.ts'

/** A disk that may fail, and counts what it is asked for. */
class CountingDisk extends MemoryDisk {
  syncs = 0
  fails = false
  override sync(): void {
    this.syncs++
    if (this.fails) throw new Error('I/O error')
  }
}

let disk: CountingDisk
let loop: CoreLoop
let now: number
let told: [call: string, code: string][]

const { options } = createAdmission(SMALL_OPTIONS)

beforeEach(() => {
  now = NOON
  told = []
  disk = new CountingDisk()
  const core = createAdmission(options)
  loop = new CoreLoop(core, createJournal(disk, core.options), {
    clocks: { now: () => now, elapsed: () => 0 },
    queueMax: 100,
  })
  ask('open', openItem(1, 1, 3))
  while (loop.turn());
  told = []
})

function ask(call: string, ...commands: Command[]): void {
  const answer = (answers: Int32Array): void => {
    for (let i = 0; i < answers.length; i += 2) told.push([call, readAnswer(answers, i / 2).code])
  }
  loop.enqueue({ frame: encodeFrame(commands), count: commands.length, since: 0, answer })
}

test('what came in meanwhile is decided together after one sync, and each frame is answered in its turn', () => {
  ask('a', reserve(2, 1))
  ask('b', reserve(3, 1))
  ask('c', reserve(4, 1), reserve(5, 1))
  const { syncs } = disk
  expect(loop.turn()).toBe(false)
  expect(disk.syncs).toBe(syncs + 1)
  expect(told).toEqual([
    ['a', 'accepted'],
    ['b', 'accepted'],
    ['c', 'accepted'],
    ['c', 'out_of_stock'],
  ])
})

test('more than fits one frame is decided at the next turn', () => {
  const many = Array.from({ length: options.commandsMax }, (_, i) => reserve(10 + i, 1))
  loop = new CoreLoop(loop.core, loop.journal, { ...loop, queueMax: options.commandsMax * 2 })
  ask('a', reserve(2, 1))
  ask('b', ...many)
  expect(loop.turn()).toBe(true)
  expect(told).toEqual([['a', 'accepted']])
  expect(loop.turn()).toBe(false)
  expect(told.length).toBe(1 + options.commandsMax)
})

test('groups put together in one buffer replay to what was answered', () => {
  for (const round of [0, 1, 2]) {
    ask('a', reserve(10 + round * 2, 1))
    ask('a', reserve(11 + round * 2, 1))
    loop.turn()
  }
  const found = recover(disk, options)
  expect(found.ok && sameCore(found.value.core, loop.core)).toBe(true)
  expect(readItem(loop.core, 1)).toMatchObject({ free: 0, held: 3 })
})

test('a disk that fails: nobody is told anything of the group, and nothing is decided after it', () => {
  ask('a', reserve(2, 1))
  loop.turn()
  disk.fails = true
  ask('b', reserve(3, 1))
  loop.turn()
  disk.fails = false
  ask('c', reserve(4, 1))
  loop.turn()
  expect(told).toEqual([
    ['a', 'accepted'],
    ['b', 'journal_failed'],
    ['c', 'journal_failed'],
  ])
  expect(readItem(loop.core, 1)?.held).toBe(1)
})

test('what time made lapse is told at a tick, once, and is journaled by then', () => {
  ask('a', { ...reserve(2, 1), holdMs: 1000 })
  loop.turn()
  now += 2000
  expect(loop.tick()).toMatchObject([{ at: NOON + 1000 }])
  expect(loop.tick()).toEqual([])
  const found = recover(disk, options)
  expect(found.ok && sameCore(found.value.core, loop.core)).toBe(true)
})
