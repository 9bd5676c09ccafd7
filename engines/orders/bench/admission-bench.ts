/**
 * `node engines/orders/bench/admission-bench.ts [--json] [--orders 1000000] [--batch 256] [--disk folder] [--only durable]`
 * Decisions per second of one thread in this process. `memory`: deciding alone. `durable`: each batch is journaled and
 * fdatasync has come back before it is decided (a new folder under `--disk`, or under the system's temporary one, removed
 * afterwards), a second thread syncing one batch while the one before is decided; `stepwise`: without that thread. `risk`: with a scorecard of forty bins on every order, also one order at a time. `expiry`: live reservations lapsing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRng, type Result } from '@zhanggui/kernel'
import {
  type Admission,
  apply,
  createAdmission,
  createJournal,
  createPipeline,
  decideDurably,
  drainPipeline,
  type JournalFault,
  LOAD_START,
  type OrderShape,
  orderFrames,
  pushFrame,
} from '../src/index.ts'
import { expiryFigures } from './expiry.ts'
import type { Figure } from './figure.ts'
import { FileDisk } from './file-disk.ts'
import { riskFigures } from './risk-latency.ts'
import { type Row, rowOf } from './row.ts'
import { scorecardFrame } from './scorecard.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    orders: { type: 'string', default: '1000000' },
    batch: { type: 'string', default: '256' },
    disk: { type: 'string', default: tmpdir() },
    only: { type: 'string', default: '' },
  },
})
const orders = Number(values.orders)
/** A hundredth of so many is enough to read a p99 from. */
const RISK_ORDERS = 200_000

const SHAPES: Record<string, Partial<OrderShape>> = {
  hotSku: { skus: 1 },
  thousandSkus: { skus: 1000, buyerLimit: 2 },
  fiveLines: { skus: 1000, lines: 5, buyerLimit: 2, orders: Math.ceil(orders / 4) },
}

type Way = 'memory' | 'risk' | 'durable' | 'stepwise'

type Decider = { decide(frame: Int32Array, now: number): number; drain(): number; close(): void }

/** In memory alone. */
const inMemory = (core: Admission): Decider => ({
  decide: (frame, now) => apply(core, frame, now),
  drain: () => 0,
  close: () => undefined,
})

const decidedOf = (result: Result<number, JournalFault>): number => {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** On a real disk: a frame is synced while the one before it is run, or (`stepwise`) each is synced and then run. */
function onDisk(core: Admission, isStepwise: boolean): Decider {
  const folder = mkdtempSync(join(values.disk, 'zhanggui-orders-'))
  const disk = new FileDisk(folder)
  const journal = createJournal(disk, core.options)
  const pipeline = createPipeline(journal, core)
  // The first segment and the thread that syncs are there before anything is measured.
  decidedOf(pushFrame(pipeline, new Int32Array(0), LOAD_START))
  decidedOf(drainPipeline(pipeline))
  return {
    decide: (frame, now) =>
      decidedOf(isStepwise ? decideDurably(journal, core, frame, now) : pushFrame(pipeline, frame, now)),
    drain: () => decidedOf(drainPipeline(pipeline)),
    close() {
      disk.close()
      rmSync(folder, { recursive: true })
    },
  }
}

function coreFor({ orders, lines, buyerLimit }: OrderShape): Admission {
  return createAdmission({
    orders: orders * 1.02,
    lines: orders * lines * 1.02,
    replies: orders * 1.05,
    limits: buyerLimit > 0 ? orders * lines * 2 : 1024,
  })
}

/** A frame's time is from when it is handed over to when its answers are there: with a pipeline, after the next was handed over. */
function run(id: string, shape: OrderShape, way: Way): Row {
  const { setup, frames } = orderFrames(shape, createRng('orders-bench'))
  const core = coreFor(shape)
  for (const frame of setup) apply(core, frame, LOAD_START)
  if (way === 'risk') apply(core, scorecardFrame(), LOAD_START)
  const isDurable = way === 'durable' || way === 'stepwise'
  const decider = isDurable ? onDisk(core, way === 'stepwise') : inMemory(core)
  const from = new Float64Array(frames.length)
  const times = new Float64Array(frames.length)
  const behind = way === 'durable' ? 1 : 0
  let decided = 0
  const cpu = process.cpuUsage()
  const started = performance.now()
  for (const [i, frame] of frames.entries()) {
    from[i] = performance.now()
    decided += decider.decide(frame, LOAD_START + i)
    if (i >= behind) times[i - behind] = performance.now() - (from[i - behind] as number)
  }
  decided += decider.drain()
  if (behind > 0) times[frames.length - 1] = performance.now() - (from[frames.length - 1] as number)
  const seconds = (performance.now() - started) / 1000
  const used = process.cpuUsage(cpu)
  decider.close()
  return rowOf(id, { decided, seconds, times, cpu: used })
}

const rows: Row[] = []
for (const way of ['memory', 'risk', 'durable', 'stepwise'] as const)
  for (const [name, part] of Object.entries(SHAPES)) {
    if (!`${way}.${name}`.includes(values.only)) continue
    const shape = { skus: 1, lines: 1, buyerLimit: 0, batch: Number(values.batch), orders, ...part }
    rows.push(run(`${way}.${name}.batch${values.batch}`, shape, way))
  }
const figures: Figure[] = []
if ('risk.p99us'.includes(values.only)) figures.push(...riskFigures(Math.min(orders, RISK_ORDERS)))
if ('expiry.million'.includes(values.only)) figures.push(...expiryFigures(orders))

if (values.json) console.log(JSON.stringify({ results: rows, figures }))
else {
  if (rows.length > 0) console.table(rows)
  if (figures.length > 0) console.table(figures)
}
