import { describe, expect, it } from 'vitest'
import {
  createAdmission,
  createJournal,
  createPipeline,
  drainPipeline,
  encodeFrame,
  pushFrame,
  readAnswer,
  readItem,
  recover,
  SMALL_OPTIONS,
  sameCore,
} from '../../src/index.ts'
import { SimDisk } from '../simulator/sim-disk.ts'
import { idOf, NOON, reserveOf } from '../support/shop.ts'
import { setupCommands, WORLD_START } from '../support/world.ts'

const setUp = () => {
  const disk = new SimDisk()
  const core = createAdmission(SMALL_OPTIONS)
  const pipeline = createPipeline(createJournal(disk, core.options), core)
  pushFrame(pipeline, encodeFrame(setupCommands()), WORLD_START)
  return { disk, core, pipeline }
}

const order = (n: number): Int32Array =>
  encodeFrame([{ ...reserveOf({ lines: [{ item: 1 }], buyer: [n, 0] }), id: idOf(n), issuedAt: NOON }])

describe('frames decided one behind the disk', () => {
  it('give the answers of the frame before, and of the last when it is waited for', () => {
    const { core, pipeline } = setUp()
    expect(pushFrame(pipeline, order(1), NOON)).toEqual({ ok: true, value: 11 })
    expect(readItem(core, 1)?.held).toBe(0)
    expect(pushFrame(pipeline, order(2), NOON)).toEqual({ ok: true, value: 1 })
    expect(readAnswer(core.answers, 0).code).toBe('accepted')
    expect(drainPipeline(pipeline)).toEqual({ ok: true, value: 1 })
    expect(drainPipeline(pipeline)).toEqual({ ok: true, value: 0 })
    expect(readItem(core, 1)?.held).toBe(2)
  })

  it('[P16.14] leave a journal that replays to the same bytes, also with a clock set back in between', () => {
    const { disk, core, pipeline } = setUp()
    for (const [n, now] of [NOON, NOON - 60_000, NOON + 5, NOON - 1].entries()) pushFrame(pipeline, order(n + 1), now)
    drainPipeline(pipeline)
    const found = recover(disk, core.options)
    expect(found.ok && sameCore(found.value.core, core)).toBe(true)
  })

  it('when the disk is full the frame that is on it is answered still, and the next is not run', () => {
    const { disk, core, pipeline } = setUp()
    pushFrame(pipeline, order(1), NOON)
    disk.room = 10
    expect(pushFrame(pipeline, order(2), NOON)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
    expect(drainPipeline(pipeline)).toEqual({ ok: true, value: 1 })
    expect(readItem(core, 1)?.held).toBe(1)
    expect(pushFrame(pipeline, order(3), NOON).ok).toBe(false)
    expect(drainPipeline(pipeline)).toEqual({ ok: true, value: 0 })
  })

  it('when a sync fails the frame is neither run nor answered', () => {
    const { disk, core, pipeline } = setUp()
    pushFrame(pipeline, order(1), NOON)
    disk.endSync = () => {
      throw new Error('I/O error')
    }
    expect(drainPipeline(pipeline)).toMatchObject({ ok: false, error: { code: 'disk_failed' } })
    expect(readItem(core, 1)?.held).toBe(0)
    expect(drainPipeline(pipeline)).toEqual({ ok: true, value: 0 })
  })
})
