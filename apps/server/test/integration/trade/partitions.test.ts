import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply, createAdmission, LOAD_START } from '@zhanggui/orders'
import { describe, expect, onTestFinished, test } from 'vitest'
import { framesOf, optionsOf, SHAPES } from '../../../bench/orders/core/order-shapes.ts'
import { checkAnswers } from '../../../bench/orders/partitions/check-answers.ts'
import { runPartitions, togetherPerSecond } from '../../../bench/orders/partitions/partition-rows.ts'

const ORDERS = 8192

/** A core that has decided some orders, with its frames and their answers. */
function decided() {
  const shape = { ...SHAPES.thousandSkus, orders: 512, batch: 64 }
  const core = createAdmission(optionsOf(shape))
  const { setup, frames } = framesOf(shape)
  const answersOf = (frame: Int32Array): Int32Array => {
    const count = apply(core, frame, LOAD_START)
    return core.answers.slice(0, count * 2)
  }
  setup.map(answersOf)
  return { core, frames, answers: frames.map(answersOf) }
}

describe('[P7.02] throughput of partitions', () => {
  test('cores beside each other decide durably, at a rate that is reported, with no order lost and none twice', async () => {
    const disk = await mkdtemp(join(tmpdir(), 'zhanggui-partitions-'))
    onTestFinished(() => rm(disk, { recursive: true }))
    const reports = await runPartitions(2, ORDERS, disk)
    for (const report of reports) {
      expect(report).toMatchObject({ lost: 0, duplicates: 0, faults: [] })
      expect(report.accepted).toBeGreaterThan(ORDERS * 0.9)
      expect(report.perSecond).toBeGreaterThan(0)
    }
    expect(togetherPerSecond(reports)).toBeGreaterThan(0)
  })

  test('an answer whose order is not there counts as lost, an order accepted twice as a duplicate', () => {
    const { core, frames, answers } = decided()
    expect(checkAnswers(core, frames, answers)).toMatchObject({ lost: 0, duplicates: 0, faults: [] })
    const before = createAdmission(core.options)
    expect(checkAnswers(before, frames, answers).lost).toBe(checkAnswers(core, frames, answers).accepted)
    const twice = checkAnswers(core, [...frames, frames[0] as Int32Array], [...answers, answers[0] as Int32Array])
    expect(twice.duplicates).toBe(checkAnswers(core, frames.slice(0, 1), answers).accepted)
  })
})
