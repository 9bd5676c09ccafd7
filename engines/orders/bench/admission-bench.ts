/**
 * `node engines/orders/bench/admission-bench.ts [--json] [--orders 1000000] [--batch 256] [--disk folder] [--only durable]`
 * Decisions per second of one thread in this process. `memory`: deciding alone. `durable`: each batch is journaled and
 * fdatasync has come back before it is decided (a new folder under `--disk`, or under the system's temporary one, removed
 * afterwards). `risk`: with a scorecard of forty bins on every order, also one order at a time. `expiry`: live reservations lapsing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apply, createAdmission, createJournal, decideDurably, type Journal } from '../src/index.ts'
import { expiryFigures } from './expiry.ts'
import type { Figure } from './figure.ts'
import { FileDisk } from './file-disk.ts'
import { riskFigures } from './risk-latency.ts'
import { type Row, rowOf } from './row.ts'
import { scorecardFrame } from './scorecard.ts'
import { START, type StreamShape, streamOf } from './streams.ts'

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

const SHAPES: Record<string, Partial<StreamShape>> = {
  hotSku: { skus: 1 },
  thousandSkus: { skus: 1000, buyerLimit: 2 },
  fiveLines: { skus: 1000, lines: 5, buyerLimit: 2, orders: Math.ceil(orders / 4) },
}

type Way = 'memory' | 'risk' | 'durable'

function run(id: string, shape: StreamShape, way: Way): Row {
  const { setup, frames } = streamOf(shape)
  const core = createAdmission({
    orders: shape.orders * 1.02,
    lines: shape.orders * shape.lines * 1.02,
    replies: shape.orders * 1.05,
    limits: shape.buyerLimit > 0 ? shape.orders * shape.lines * 2 : 1024,
  })
  const folder = mkdtempSync(join(values.disk, 'zhanggui-orders-'))
  const disk = new FileDisk(folder)
  const journal: Journal | undefined = way === 'durable' ? createJournal(disk, core.options) : undefined
  for (const frame of setup) apply(core, frame, START)
  if (way === 'risk') apply(core, scorecardFrame(), START)
  const times = new Float64Array(frames.length)
  let decided = 0
  const cpu = process.cpuUsage()
  for (const [i, frame] of frames.entries()) {
    const from = performance.now()
    if (journal) {
      const result = decideDurably(journal, core, frame, START + i)
      if (!result.ok) throw new Error(result.error.message)
      decided += result.value
    } else decided += apply(core, frame, START + i)
    times[i] = performance.now() - from
  }
  const used = process.cpuUsage(cpu)
  disk.close()
  rmSync(folder, { recursive: true })
  return rowOf(id, decided, times, used)
}

const rows: Row[] = []
for (const way of ['memory', 'risk', 'durable'] as const)
  for (const [name, part] of Object.entries(SHAPES)) {
    if (!`${way}.${name}`.includes(values.only)) continue
    const shape = { skus: 1, lines: 1, buyerLimit: 0, batch: Number(values.batch), payShare: 0, orders, ...part }
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
