import { SMALL_OPTIONS } from '@zhanggui/orders'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openInProcessCore } from './in-process-core.ts'
import { MemoryDisk } from './memory-disk.ts'
import { idOf, NOON, openItem, reserve } from './test/commands.ts'
import type { TradeCore } from './trade-core.ts'

let now = NOON
let core: TradeCore
let disk: MemoryDisk

const open = (): TradeCore =>
  openInProcessCore({
    store: { disk },
    options: SMALL_OPTIONS,
    clocks: { now: () => now, elapsed: () => performance.now() },
    queueMax: 600,
  })

beforeEach(() => {
  now = NOON
  disk = new MemoryDisk()
  core = open()
})
afterEach(() => core.close())

test('answers stand in the order of the commands, also over more than one frame', async () => {
  const many = Array.from({ length: 300 }, (_, i) => reserve(10 + i, 1))
  const answers = await core.submit([openItem(1, 1, 200), ...many])
  expect(answers.map((answer) => answer.code)).toEqual([
    ...Array.from({ length: 201 }, () => 'accepted'),
    ...Array.from({ length: 100 }, () => 'out_of_stock'),
  ])
  expect(await core.readItem(1)).toMatchObject({ free: 0, held: 200, sold: 0, stock: 200 })
})

test('a malformed command is answered so and the others of its call are decided', async () => {
  const bad = { ...reserve(3, 1), lines: [] }
  const answers = await core.submit([openItem(1, 1, 1), bad, reserve(4, 1)])
  expect(answers.map((answer) => answer.code)).toEqual(['accepted', 'command_malformed', 'accepted'])
})

test('more than may wait is told to come again, and nothing of it is decided', async () => {
  const calls = Array.from({ length: 4 }, (_, call) =>
    core.submit(Array.from({ length: 200 }, (_, i) => openItem(1 + call * 200 + i, 1 + (i % 60), 1))),
  )
  const answers = await Promise.all(calls)
  expect(answers.map((of) => new Set(of.map((answer) => answer.code)).has('busy'))).toEqual([false, false, false, true])
})

test('an order that is not paid lapses by itself and is told once', async () => {
  const lapsed: unknown[] = []
  core.onLapse((lapse) => lapsed.push(lapse))
  await core.submit([openItem(1, 1, 1), reserve(2, 1)])
  now += SMALL_OPTIONS.holdMs + 100
  await expect.poll(() => lapsed).toEqual([{ order: idOf(2), at: NOON + SMALL_OPTIONS.holdMs, deposit: false }])
  expect((await core.readOrder(idOf(2)))?.state).toBe('lapsed')
})

test('what is read holds at the instant of asking, before the next tick comes round', async () => {
  await core.submit([openItem(1, 1, 1), reserve(2, 1)])
  now += SMALL_OPTIONS.holdMs + 100
  const [item, order] = await Promise.all([core.readItem(1), core.readOrder(idOf(2))])
  expect(item).toMatchObject({ free: 1, held: 0 })
  expect(order?.state).toBe('lapsed')
})

test('a core opened on the same disk knows what was answered', async () => {
  await core.submit([openItem(1, 1, 5), reserve(2, 1, 3)])
  await core.close()
  core = open()
  expect(await core.readItem(1)).toMatchObject({ free: 2, held: 3 })
  expect((await core.submit([reserve(2, 1, 3)]))[0]).toMatchObject({ code: 'accepted', repeated: true })
})

test('figures count decisions by how they were answered', async () => {
  await core.submit([openItem(1, 1, 1), reserve(2, 1), reserve(3, 1), reserve(4, 1, 0)])
  await expect.poll(async () => (await core.figures()).stock).toEqual({ free: 0, held: 1, locked: 0, sold: 0 })
  expect(await core.figures()).toMatchObject({ decided: 4, accepted: 2, refused: 2, undecided: 0, items: 1 })
})

test('a closed core refuses and keeps what it has answered', async () => {
  const answered = core.submit([openItem(1, 1, 1)])
  await core.close()
  expect((await answered)[0]?.code).toBe('accepted')
  await expect(core.submit([reserve(2, 1)])).rejects.toMatchObject({ code: 'trade_stopped' })
})
