import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Admission,
  apply,
  closeSegment,
  createAdmission,
  createJournal,
  decideDurably,
  encodeFrame,
  pointOf,
  recover,
  resizeCore,
  SMALL_OPTIONS,
  sameCore,
  writeSnapshot,
} from '../../src/index.ts'
import { SimDisk } from '../simulator/sim-disk.ts'
import { Shop } from '../support/shop.ts'
import { createWorld, setupCommands, WORLD_START } from '../support/world.ts'

const LARGER = { items: 128, orders: 1024, lines: 4096, replies: 2048, limits: 4096, tickets: 512 }

describe('a core made larger', () => {
  it('answers everything as the old one would have', () => {
    const rng = createRng('resize')
    const world = createWorld(rng)
    const old = createAdmission(SMALL_OPTIONS)
    apply(old, encodeFrame(setupCommands()), WORLD_START)
    const step = (core: Admission, frame: Int32Array, i: number) => {
      const count = apply(core, frame, WORLD_START + i * 200)
      return [...core.answers.subarray(0, count * 2)]
    }
    const frameAt = (i: number) => encodeFrame(Array.from({ length: 4 }, () => world.next(WORLD_START + i * 200)))
    for (let i = 0; i < 60; i++) step(old, frameAt(i), i)
    const larger = resizeCore(old, LARGER)
    if (!larger.ok) throw new Error(larger.error.message)
    for (let i = 60; i < 120; i++) {
      const frame = frameAt(i)
      expect(step(larger.value, frame, i)).toEqual(step(old, frame, i))
    }
  })

  it('is what recovery begins from, under the new options', () => {
    const disk = new SimDisk()
    const core = createAdmission(SMALL_OPTIONS)
    const journal = createJournal(disk, core.options)
    decideDurably(journal, core, encodeFrame(setupCommands()), WORLD_START)
    const larger = resizeCore(core, LARGER)
    if (!larger.ok) throw new Error(larger.error.message)
    closeSegment(journal)
    writeSnapshot(disk, larger.value, pointOf(journal))
    expect(recover(disk, core.options)).toMatchObject({ ok: false, error: { code: 'options_differ' } })
    const again = recover(disk, larger.value.options)
    expect(again.ok && sameCore(again.value.core, larger.value)).toBe(true)
    if (!again.ok) return
    const world = createWorld(createRng('after'))
    decideDurably(again.value.journal, again.value.core, encodeFrame([world.next(WORLD_START)]), WORLD_START)
    const third = recover(disk, larger.value.options)
    expect(third.ok && sameCore(third.value.core, again.value.core)).toBe(true)
  })

  it('is what to do when a table is full: the same request is taken then', () => {
    const shop = new Shop({ orders: 2 })
    shop.open(1, 'sku', 9)
    const order = { lines: [{ item: 1 }] }
    expect([shop.reserve(order), shop.reserve(order), shop.reserve(order)].map(({ code }) => code)).toEqual([
      'accepted',
      'accepted',
      'core_full',
    ])
    const larger = resizeCore(shop.core, { orders: 4 })
    if (!larger.ok) throw new Error(larger.error.message)
    const second = new Shop(larger.value.options)
    Object.assign(second, { core: larger.value, count: 10 })
    expect(second.reserve(order).code).toBe('accepted')
    expect(second.item(1)).toMatchObject({ free: 6, held: 3 })
  })

  it('cannot be made too small for what it holds: the option is named', () => {
    const shop = new Shop()
    expect(resizeCore(shop.core, { orders: 8 })).toMatchObject({ ok: false, error: { option: 'orders' } })
  })
})
