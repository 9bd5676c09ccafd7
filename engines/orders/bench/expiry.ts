import { advanceTo, apply, clearEvents, createAdmission, readItem } from '../src/index.ts'
import { type Row, rowOf } from './row.ts'
import { START, streamOf } from './streams.ts'

const CLOCK_STEP_MS = 10
const EVENT_WORDS = 8
const HOLD_MS = 60_000

/**
 * So many live reservations, made over two seconds, lapse while the clock is read every 10 ms. Prints the worst distance between
 * a deadline and the units being free, in the core's time plus the time the step itself took; times are of steps.
 */
export function expiryRow(orders: number): Row {
  const { setup, frames } = streamOf({ skus: 1000, lines: 1, buyerLimit: 2, batch: 256, payShare: 0, orders })
  const core = createAdmission({ orders, lines: orders, replies: orders, limits: orders * 2, holdMs: HOLD_MS })
  for (const frame of setup) apply(core, frame, START)
  const frameMs = 2000 / frames.length
  for (const [i, frame] of frames.entries()) apply(core, frame, Math.floor(START + i * frameMs))
  const times: number[] = []
  const cpu = process.cpuUsage()
  let worst = 0
  let lapsed = 0
  for (let now = START + HOLD_MS - 100; now < START + HOLD_MS + 2200; now += CLOCK_STEP_MS) {
    const from = performance.now()
    advanceTo(core, now)
    const took = performance.now() - from
    times.push(took)
    for (let i = 0; i < core.events.count; i++)
      worst = Math.max(worst, took + ((now | 0) - (core.events.words[i * EVENT_WORDS + 5] as number)))
    lapsed += core.events.count
    clearEvents(core.events)
  }
  const row = rowOf(`expiry.skew${Math.round(worst)}ms`, lapsed, Float64Array.from(times), process.cpuUsage(cpu))
  if ((readItem(core, 1)?.held ?? 1) !== 0) throw new Error('Units are still held')
  return row
}
