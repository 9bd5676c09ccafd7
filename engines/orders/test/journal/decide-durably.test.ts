import { beforeEach, expect, it } from 'vitest'
import {
  type Admission,
  createAdmission,
  createJournal,
  decideDurably,
  encodeFrame,
  type Journal,
  readAnswer,
  readItem,
  recover,
  SMALL_OPTIONS,
  sameCore,
} from '../../src/index.ts'
import { SimDisk } from '../simulator/sim-disk.ts'
import { idOf, NOON, reserveOf } from '../support/shop.ts'
import { setupCommands, WORLD_START } from '../support/world.ts'

let disk: SimDisk
let core: Admission
let journal: Journal

beforeEach(() => {
  disk = new SimDisk()
  core = createAdmission(SMALL_OPTIONS)
  journal = createJournal(disk, core.options)
  decideDurably(journal, core, encodeFrame(setupCommands()), WORLD_START)
})

const order = (n: number): Int32Array =>
  encodeFrame([{ ...reserveOf({ lines: [{ item: 1 }], buyer: [n, 0] }), id: idOf(n), issuedAt: NOON }])

it('a frame is decided once it is on disk, and how many commands it held is said', () => {
  expect(decideDurably(journal, core, order(1), NOON)).toEqual({ ok: true, value: 1 })
  expect(readAnswer(core.answers, 0).code).toBe('accepted')
  expect(journal.durable).toBe(journal.sequence - 1)
})

it('[P16.14] the journal replays to the same bytes, also with a clock set back in between', () => {
  for (const [n, now] of [NOON, NOON - 60_000, NOON + 5, NOON - 1].entries())
    decideDurably(journal, core, order(n + 1), now)
  const found = recover(disk, core.options)
  expect(found.ok && sameCore(found.value.core, core)).toBe(true)
})

it('a sync that fails leaves the core as it was, and nothing is decided after it', () => {
  disk.sync = () => {
    throw new Error('I/O error')
  }
  expect(decideDurably(journal, core, order(1), NOON)).toMatchObject({ ok: false, error: { code: 'disk_failed' } })
  expect(decideDurably(journal, core, order(2), NOON).ok).toBe(false)
  expect(readItem(core, 1)?.held).toBe(0)
})
