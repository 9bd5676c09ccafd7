import { createRng } from '@zhanggui/kernel'
import {
  type Admission,
  advanceTo,
  apply,
  clearEvents,
  coreArrays,
  createAdmission,
  LOAD_START,
  orderFrames,
  readItem,
} from '@zhanggui/orders'
import type { OrderRow } from '../order-row.ts'

const CLOCK_STEP_MS = 10
const EVENT_WORDS = 8
const DEADLINE_WORD = 5
const HOLD_MS = 60_000
const SPREAD_MS = 2000
const SKUS = 1000

/**
 * So many live reservations, made over two seconds, lapse over two seconds while the clock is read every 10 ms. The skew is the
 * worst distance between a deadline and the units being free: in the core's time, plus how long a step of the clock took, plus what
 * it began late because the one before was still at work. `skewMs` is by the clock on the wall, so it holds whatever else the
 * machine did; `skewOwnCoreMs` by processor time, as on a core of its own. Memory is what the tables take, over the reservations.
 */
export function expiryFigures(orders: number): OrderRow[] {
  const core = withLiveOrders(orders)
  const live = heldOf(core)
  const [wall, own] = [new SkewMeter(() => performance.now()), new SkewMeter(ownCoreMs)]
  let lapsed = 0
  const before = ownCoreMs()
  for (let now = LOAD_START + HOLD_MS - 100; now < LOAD_START + HOLD_MS + SPREAD_MS + 200; now += CLOCK_STEP_MS) {
    wall.start()
    own.start()
    advanceTo(core, now)
    const late = latestOf(core, now)
    wall.stop(late)
    own.stop(late)
    lapsed += core.events.count
    clearEvents(core.events)
  }
  const spentMs = ownCoreMs() - before
  if (lapsed !== live || heldOf(core) !== 0) throw new Error(`${live} were live, ${lapsed} lapsed`)
  const bytes = coreArrays(core).reduce((sum, array) => sum + array.byteLength, 0) - fixedBytes()
  return [
    { id: 'expiry.million.live', value: live, unit: 'reservations' },
    { id: 'expiry.million.skewMs', value: Math.round(wall.worstMs * 10) / 10, unit: 'ms' },
    { id: 'expiry.million.skewOwnCoreMs', value: Math.round(own.worstMs * 10) / 10, unit: 'ms' },
    { id: 'expiry.million.cpuNs', value: Math.round((spentMs * 1e6) / lapsed), unit: 'ns each' },
    { id: 'expiry.million.bytes', value: Math.round(bytes / live), unit: 'bytes each' },
  ]
}

function ownCoreMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The worst skew by one way of telling how long work takes. A step that takes longer than the time to the next makes that one late. */
class SkewMeter {
  worstMs = 0
  private behindMs = 0
  private from = 0
  private readonly clock: () => number

  constructor(clock: () => number) {
    this.clock = clock
  }

  start(): void {
    this.from = this.clock()
  }

  /** `lateMs`: how long before this step's instant the earliest of its deadlines was; nothing lapsed: none. */
  stop(lateMs: number | undefined): void {
    const took = this.behindMs + this.clock() - this.from
    this.behindMs = Math.max(0, took - CLOCK_STEP_MS)
    if (lateMs !== undefined) this.worstMs = Math.max(this.worstMs, took + lateMs)
  }
}

function latestOf({ events }: Admission, now: number): number | undefined {
  let late: number | undefined
  for (let i = 0; i < events.count; i++)
    late = Math.max(late ?? 0, (now | 0) - (events.words[i * EVENT_WORDS + DEADLINE_WORD] as number))
  return late
}

function withLiveOrders(orders: number): Admission {
  const { setup, frames } = orderFrames(
    { skus: SKUS, lines: 1, buyerLimit: 2, batch: 256, orders },
    createRng('expiry'),
  )
  const core = createAdmission({ orders, lines: orders, replies: orders, limits: orders * 2, holdMs: HOLD_MS })
  for (const frame of setup) apply(core, frame, LOAD_START)
  const frameMs = SPREAD_MS / frames.length
  for (const [i, frame] of frames.entries()) apply(core, frame, Math.floor(LOAD_START + i * frameMs))
  return core
}

/** Tables whose size has nothing to do with how many orders there are. */
const fixedBytes = (): number =>
  coreArrays(createAdmission({ orders: 1, lines: 1, replies: 1, limits: 1 })).reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  )

function heldOf(core: Admission): number {
  let held = 0
  for (let item = 1; item <= SKUS; item++) held += readItem(core, item)?.held ?? 0
  return held
}
