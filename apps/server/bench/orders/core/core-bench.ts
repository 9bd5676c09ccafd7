/**
 * `node apps/server/bench/orders/core/core-bench.ts [--json] [--orders 1000000] [--batch 256] [--disk folder] [--only durable]`
 * Decisions per second of one core in this process. `memory`: deciding alone; `risk`: with a scorecard of forty bins on every order,
 * also one order at a time; `durable`: as the server runs it, on a new folder under `--disk` or under the system's temporary one
 * (removed afterwards), the next batch when one is answered; `pair`: two handed over at once, which are journaled as one; `batch.parts`:
 * what a batch's time is made of; `expiry`: live reservations lapsing. The first tenth of the batches is not counted: a core that has just started compiles its
 * code yet. A moment of quiet follows it, as a shop is open before its peak.
 */
import { tmpdir } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { apply, createAdmission, LOAD_START, type OrderShape } from '@zhanggui/orders'
import type { OrderRow } from '../order-row.ts'
import { batchParts } from './batch-parts.ts'
import { driveCore, openBenchCore } from './drive-core.ts'
import { expiryFigures } from './expiry.ts'
import { framesOf, optionsOf, SHAPES } from './order-shapes.ts'
import { riskFigures } from './risk-latency.ts'
import { type Measured, type Row, rowOf } from './row.ts'
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
const batch = Number(values.batch)
/** So many are enough to read a p99 from. */
const RISK_ORDERS = 200_000
const WARM_UP_SHARE = 0.1
/** A peak comes to a core that has been open: by then the room of its next journal files has been made. */
const QUIET_MS = 3000
/** Orders of several lines are fewer, so that the run takes about as long. */
const ordersOf = (lines: number): number => Math.ceil(orders / (lines > 1 ? lines - 1 : 1))

const IN_FLIGHT = { durable: 1, pair: 2 } as const
type Way = 'memory' | 'risk' | keyof typeof IN_FLIGHT

/** In memory alone: no journal, no queue. */
function inMemory(shape: OrderShape, isJudged: boolean): Measured {
  const core = createAdmission(optionsOf(shape))
  const { setup, frames } = framesOf(shape)
  for (const frame of setup) apply(core, frame, LOAD_START)
  if (isJudged) apply(core, scorecardFrame(), LOAD_START)
  const warm = Math.floor(frames.length * WARM_UP_SHARE)
  for (const frame of frames.slice(0, warm)) apply(core, frame, LOAD_START)
  const times = new Float64Array(frames.length - warm)
  const cpu = process.cpuUsage()
  const started = performance.now()
  let decided = 0
  for (const [i, frame] of frames.slice(warm).entries()) {
    const from = performance.now()
    decided += apply(core, frame, LOAD_START + i)
    times[i] = performance.now() - from
  }
  return { decided, seconds: (performance.now() - started) / 1000, times, cpu: process.cpuUsage(cpu) }
}

async function onDisk(shape: OrderShape, inFlight: number): Promise<Measured> {
  const { setup, frames } = framesOf(shape)
  const { runtime, close } = openBenchCore(optionsOf(shape), values.disk)
  const warm = Math.floor(frames.length * WARM_UP_SHARE)
  await driveCore(runtime, setup, { inFlight: 1 })
  await driveCore(runtime, frames.slice(0, warm), { inFlight })
  await setTimeout(QUIET_MS)
  const measured = await driveCore(runtime, frames.slice(warm), { inFlight })
  await close()
  return measured
}

const measure = (way: Way, shape: OrderShape): Promise<Measured> | Measured =>
  way === 'memory' || way === 'risk' ? inMemory(shape, way === 'risk') : onDisk(shape, IN_FLIGHT[way])

const rows: Row[] = []
for (const way of ['memory', 'risk', 'durable', 'pair'] as const)
  for (const [name, { skus, lines, buyerLimit }] of Object.entries(SHAPES)) {
    if (!`${way}.${name}`.includes(values.only)) continue
    const shape = { skus, lines, buyerLimit, batch, orders: ordersOf(lines) }
    rows.push(rowOf(`${way}.${name}.batch${batch}`, await measure(way, shape)))
  }
const figures: OrderRow[] = []
if ('batch.parts'.includes(values.only))
  figures.push(...batchParts({ ...SHAPES.thousandSkus, batch, orders }, values.disk))
if ('risk.p99us'.includes(values.only)) figures.push(...riskFigures(Math.min(orders, RISK_ORDERS)))
if ('expiry.million'.includes(values.only)) figures.push(...expiryFigures(orders))

if (values.json) console.log(JSON.stringify({ results: rows, figures }))
else {
  if (rows.length > 0) console.table(rows)
  if (figures.length > 0) console.table(figures)
}
