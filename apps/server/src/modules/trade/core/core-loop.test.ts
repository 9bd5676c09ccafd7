import {
  type Command,
  createAdmission,
  createJournal,
  encodeFrame,
  type Lapse,
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

/** A disk whose syncs end when a test says so. */
class SlowDisk extends MemoryDisk {
  begun = 0
  fails = false
  beginSync(): void {
    this.begun++
  }
  endSync(): void {
    if (this.fails) throw new Error('I/O error')
  }
}

let disk: SlowDisk
let loop: CoreLoop
let now: number
let told: [call: string, code: string][]

const { options } = createAdmission(SMALL_OPTIONS)

beforeEach(() => {
  now = NOON
  told = []
  disk = new SlowDisk()
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

test('what came in while a group is on its way to the disk goes together, and each group is answered in its turn', () => {
  ask('a', reserve(2, 1))
  expect(loop.turn()).toBe(true)
  expect(told).toEqual([])
  ask('b', reserve(3, 1))
  ask('c', reserve(4, 1), reserve(5, 1))
  const syncs = disk.begun
  expect(loop.turn()).toBe(true)
  expect(disk.begun).toBe(syncs + 1)
  expect(told).toEqual([['a', 'accepted']])
  expect(loop.turn()).toBe(false)
  expect(told.slice(1)).toEqual([
    ['b', 'accepted'],
    ['c', 'accepted'],
    ['c', 'out_of_stock'],
  ])
})

test('a group is as it was handed over when it is decided, though the next has been put together since', () => {
  for (const round of [0, 1, 2]) {
    ask('a', reserve(10 + round * 2, 1))
    ask('a', reserve(11 + round * 2, 1))
    loop.turn()
  }
  while (loop.turn());
  const found = recover(disk, options)
  expect(found.ok && sameCore(found.value.core, loop.core)).toBe(true)
  expect(readItem(loop.core, 1)).toMatchObject({ free: 0, held: 3 })
})

test('a disk that fails: the group that is on it is answered still, the next is not decided, and nothing after it', () => {
  ask('a', reserve(2, 1))
  loop.turn()
  ask('b', reserve(3, 1))
  disk.append = () => {
    throw new Error('I/O error')
  }
  loop.turn()
  ask('c', reserve(4, 1))
  while (loop.turn());
  expect(told).toEqual([
    ['a', 'accepted'],
    ['b', 'journal_failed'],
    ['c', 'journal_failed'],
  ])
  expect(readItem(loop.core, 1)?.held).toBe(1)
})

test('a sync that fails: nobody is told anything of what was on its way', () => {
  ask('a', reserve(2, 1))
  loop.turn()
  ask('b', reserve(3, 1))
  disk.fails = true
  while (loop.turn());
  expect(told).toEqual([
    ['a', 'journal_failed'],
    ['b', 'journal_failed'],
  ])
  expect(readItem(loop.core, 1)?.held).toBe(0)
})

test('time does not pass beside a group on its way, and what it made lapse is told at the next tick', () => {
  ask('a', { ...reserve(2, 1), holdMs: 1000 })
  while (loop.turn());
  now += 2000
  ask('b', reserve(3, 1))
  loop.turn()
  const early: Lapse[] = loop.tick()
  expect([early, readItem(loop.core, 1)?.held]).toEqual([[], 1])
  ask('c', reserve(4, 1))
  loop.turn()
  expect(loop.tick()).toMatchObject([{ at: NOON + 1000 }])
  expect(loop.tick()).toEqual([])
  while (loop.turn());
  const found = recover(disk, options)
  expect(found.ok && sameCore(found.value.core, loop.core)).toBe(true)
})

test('time alone is journaled after what is on its way has been decided', () => {
  ask('a', reserve(2, 1))
  loop.turn()
  now += 5
  expect(loop.writeNothing()).toBe(true)
  expect(told).toEqual([['a', 'accepted']])
  const found = recover(disk, options)
  expect(found.ok && sameCore(found.value.core, loop.core)).toBe(true)
})
