import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type AdmissionOptions, checkFrame, LOAD_START } from '@zhanggui/orders'
import { CoreRuntime } from '../../../src/modules/trade/core/core-runtime.ts'
import { FileDisk } from '../../../src/modules/trade/core/file-disk.ts'
import '../../../src/modules/trade/core/inline-decisions.ts'
import type { Measured } from './row.ts'

const QUEUE_MAX = 65_536
/** No snapshot comes in between: what one costs the decisions beside it is not measured here. */
const SNAPSHOT_BYTES = Number.MAX_SAFE_INTEGER

/** A core as the server runs it, on a new folder of a real disk. `close` removes the folder. */
export function openBenchCore(options: AdmissionOptions, disk: string) {
  const folder = mkdtempSync(join(disk, 'zhanggui-orders-'))
  const began = performance.now()
  const runtime = new CoreRuntime({
    store: { disk: new FileDisk(folder), folder, snapshotBytes: SNAPSHOT_BYTES },
    options,
    clocks: { now: () => LOAD_START + Math.floor(performance.now() - began), elapsed: () => performance.now() },
    queueMax: QUEUE_MAX,
  })
  return {
    runtime,
    folder,
    async close() {
      await runtime.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Answered = (frame: number, answers: Int32Array) => void

/**
 * Hands frames to a core, `inFlight` at a time, the next as soon as one is answered. A frame's time is from when it is handed over
 * to when its answers are there, being checked included.
 */
export async function driveCore(
  runtime: CoreRuntime,
  frames: readonly Int32Array[],
  { inFlight, answered }: { inFlight: number; answered?: Answered },
): Promise<Measured> {
  const times = new Float64Array(frames.length)
  const cpu = process.cpuUsage()
  const started = performance.now()
  const decided = await new Promise<number>((resolve) => {
    let [next, done, count] = [0, 0, 0]
    const hand = (): void => {
      const at = next++
      const frame = frames[at]
      if (!frame) return
      const since = performance.now()
      const check = checkFrame(frame)
      if (!check.ok) throw new Error(`frame ${at} cannot be read`)
      runtime.enqueue({
        frame,
        count: check.count,
        since,
        answer(answers) {
          times[at] = performance.now() - since
          count += answers.length / 2
          answered?.(at, answers)
          if (++done === frames.length) resolve(count)
          else hand()
        },
      })
    }
    for (let i = 0; i < inFlight; i++) hand()
  })
  return { decided, seconds: (performance.now() - started) / 1000, times, cpu: process.cpuUsage(cpu) }
}
