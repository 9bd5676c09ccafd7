import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  appendFrame,
  apply,
  createAdmission,
  createJournal,
  LOAD_START,
  type OrderShape,
  syncJournal,
} from '@zhanggui/orders'
import { FileDisk } from '../../../src/modules/trade/core/file-disk.ts'
import type { OrderRow } from '../order-row.ts'
import { framesOf, optionsOf } from './order-shapes.ts'
import { shareOf } from './row.ts'

const WARM_UP_SHARE = 0.1
const QUIET_MS = 3000
/** Nobody wakes it. */
const asleep = new Int32Array(new SharedArrayBuffer(4))
const PARTS = ['append', 'sync', 'decide', 'whole'] as const

/**
 * What a batch's time is made of when nothing overlaps: writing its record, the disk, deciding. One after another in one thread, so
 * that a long batch can be laid at the door of one of them. The first tenth is not counted; after it there is a moment of quiet.
 */
export function batchParts(shape: OrderShape, diskFolder: string): OrderRow[] {
  const folder = mkdtempSync(join(diskFolder, 'zhanggui-parts-'))
  const disk = new FileDisk(folder)
  const core = createAdmission(optionsOf(shape))
  const journal = createJournal(disk, core.options)
  const { setup, frames } = framesOf(shape)
  for (const frame of setup) apply(core, frame, LOAD_START)
  const warm = Math.floor(frames.length * WARM_UP_SHARE)
  const times = frames.map((frame, i) => {
    if (i === warm) Atomics.wait(asleep, 0, 0, QUIET_MS)
    const [began, now] = [performance.now(), LOAD_START + i]
    appendFrame(journal, frame, now)
    const appended = performance.now()
    const synced = syncJournal(journal)
    if (!synced.ok) throw new Error(synced.error.message)
    const onDisk = performance.now()
    apply(core, frame, now)
    const ended = performance.now()
    return { append: appended - began, sync: onDisk - appended, decide: ended - onDisk, whole: ended - began }
  })
  disk.close()
  rmSync(folder, { recursive: true })
  const counted = times.slice(warm)
  return PARTS.flatMap((part) => {
    const sorted = Float64Array.from(counted, (batch) => batch[part]).toSorted()
    return (
      [
        [0.5, 'p50us'],
        [0.99, 'p99us'],
        [1, 'maxUs'],
      ] as const
    ).map(([share, name]) => ({
      id: `batch.${part}.${name}`,
      value: shareOf(sorted, share),
      unit: 'µs',
    }))
  })
}
