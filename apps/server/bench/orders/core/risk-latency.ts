import { createRng } from '@zhanggui/kernel'
import {
  apply,
  clearFrame,
  createAdmission,
  createFrameWriter,
  frameOf,
  LOAD_START,
  NO_SIGNALS,
  orderFrames,
  writeCommand,
} from '@zhanggui/orders'
import type { OrderRow } from '../order-row.ts'
import { scorecardFrame } from './scorecard.ts'

/**
 * One order a frame, each judged by a scorecard of forty bins with all counters of recent requests: how long the whole decision
 * takes, from reading the frame to the answer, and how much of it the judging is. Without a disk.
 */
export function riskFigures(orders: number): OrderRow[] {
  const [plain, judged] = [timesOf(orders, false), timesOf(orders, true)]
  return [
    { id: 'risk.p50us', value: at(judged, 0.5), unit: 'µs' },
    { id: 'risk.p99us', value: at(judged, 0.99), unit: 'µs' },
    { id: 'risk.addedP50us', value: at(judged, 0.5) - at(plain, 0.5), unit: 'µs' },
  ]
}

const at = (sortedMs: Float64Array, share: number): number =>
  Math.round((sortedMs[Math.floor(share * (sortedMs.length - 1))] ?? 0) * 100_000) / 100

function timesOf(orders: number, isJudged: boolean): Float64Array {
  const core = createAdmission({ orders, lines: orders, replies: orders, limits: 1024 })
  for (const frame of orderFrames({ skus: 1, lines: 1, buyerLimit: 0, batch: 1, orders: 1 }, createRng('risk')).setup)
    apply(core, frame, LOAD_START)
  if (isJudged) apply(core, scorecardFrame(), LOAD_START)
  const writer = createFrameWriter()
  const times = new Float64Array(orders)
  for (let n = 0; n < orders; n++) {
    clearFrame(writer)
    const key = [Math.imul(n, 0x9e3779b1), n] as const
    writeCommand(writer, {
      kind: 'reserve',
      id: [n, Math.imul(n, 0x85ebca6b), 7, 1],
      issuedAt: LOAD_START,
      buyer: key,
      address: [n % 5000, 3],
      amountCents: 9_900,
      holdMs: 0,
      paid: false,
      signals: { ...NO_SIGNALS, source: [n % 20_000, 1], device: key, accountAgeDays: n % 700 },
      lines: [{ item: 1, quantity: 1, version: 1 }],
    })
    const frame = frameOf(writer)
    const from = performance.now()
    apply(core, frame, LOAD_START + Math.floor(n / 100))
    times[n] = performance.now() - from
  }
  return times.toSorted()
}
