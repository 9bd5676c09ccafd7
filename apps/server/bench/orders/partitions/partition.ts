/**
 * `fork('partition.ts', [orders, seed, disk])`: one partition, a core of its own with items, journal and a process of its own. Says
 * `ready` when it is warm, decides when told `go`, and sends what came of it, checked against its journal.
 */
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { recover } from '@zhanggui/orders'
import { FileDisk } from '../../../src/modules/trade/core/file-disk.ts'
import { driveCore, openBenchCore } from '../core/drive-core.ts'
import { framesOf, optionsOf, SHAPES } from '../core/order-shapes.ts'
import { rowOf } from '../core/row.ts'
import { checkAnswers } from './check-answers.ts'
import type { PartitionReport } from './partition-rows.ts'

const BATCH = 256
const IN_FLIGHT = 1
const WARM_UP_SHARE = 0.1

const [orders = '', seed = '', disk = ''] = process.argv.slice(2)
const shape = { ...SHAPES.thousandSkus, orders: Number(orders), batch: BATCH }
const { setup, frames } = framesOf(shape, seed)
const { runtime, folder } = openBenchCore(optionsOf(shape), disk)
const warm = Math.floor(frames.length * WARM_UP_SHARE)
const answers: Int32Array[] = []

await driveCore(runtime, setup, { inFlight: 1 })
const answered = (from: number) => (frame: number, given: Int32Array) => {
  answers[from + frame] = given
}
await driveCore(runtime, frames.slice(0, warm), { inFlight: IN_FLIGHT, answered: answered(0) })
process.send?.('ready')
await once(process, 'message')
const startedAt = performance.timeOrigin + performance.now()
const measured = await driveCore(runtime, frames.slice(warm), { inFlight: IN_FLIGHT, answered: answered(warm) })
const endedAt = performance.timeOrigin + performance.now()

// What the journal says, and not what the core that wrote it remembers.
const found = recover(new FileDisk(folder), runtime.loop.core.options)
if (!found.ok) throw new Error(found.error.message)
const { perSecond, p99us } = rowOf(seed, measured)
const report: PartitionReport = {
  ...{ decided: measured.decided, startedAt, endedAt, perSecond, p99us },
  ...checkAnswers(found.value.core, frames, answers),
}
process.send?.(report)
rmSync(folder, { recursive: true })
process.disconnect()
process.exit()
