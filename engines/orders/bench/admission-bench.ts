/**
 * `node engines/orders/bench/admission-bench.ts [--json] [--orders 2000000] [--seconds …]`
 * Decisions per second in memory, one thread, without and with the work a journal asks of the processor (record and checksum).
 * Nothing is written to a disk here: durable figures are those of the server's bench.
 */
import { parseArgs } from 'node:util'
import { appendFrame, apply, createAdmission, createJournal, type Disk } from '../src/index.ts'
import { START, type StreamShape, streamOf } from './streams.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, orders: { type: 'string', default: '1000000' } },
})
const orders = Number(values.orders)

const SHAPES: Record<string, Partial<StreamShape>> = {
  hotSku: { skus: 1 },
  thousandSkus: { skus: 1000 },
  thousandSkusLimited: { skus: 1000, buyerLimit: 2 },
  fiveLines: { skus: 1000, lines: 5, buyerLimit: 2 },
}

const NOWHERE: Disk = {
  list: () => [],
  read: () => new Uint8Array(),
  append: () => undefined,
  sync: () => undefined,
  rename: () => undefined,
  remove: () => undefined,
  truncate: () => undefined,
  syncNames: () => undefined,
}

type Row = { id: string; perSecond: number; p50us: number; p99us: number; maxUs: number }

function run(id: string, shape: StreamShape, journaled: boolean): Row {
  const { setup, frames } = streamOf(shape)
  const core = createAdmission({
    orders: shape.orders * 1.02,
    lines: shape.orders * shape.lines,
    replies: shape.orders * 2,
    limits: shape.orders * 4,
  })
  const journal = createJournal(NOWHERE, core.options)
  for (const frame of setup) apply(core, frame, START)
  const times = new Float64Array(frames.length)
  let decided = 0
  const begun = performance.now()
  for (const [i, frame] of frames.entries()) {
    const from = performance.now()
    if (journaled) appendFrame(journal, frame, START)
    decided += apply(core, frame, START + i)
    times[i] = performance.now() - from
  }
  const seconds = (performance.now() - begun) / 1000
  times.sort()
  const at = (share: number): number => Math.round((times[Math.floor(share * (times.length - 1))] ?? 0) * 1000)
  return { id, perSecond: Math.round(decided / seconds), p50us: at(0.5), p99us: at(0.99), maxUs: at(1) }
}

const rows: Row[] = []
for (const [name, part] of Object.entries(SHAPES))
  for (const journaled of [false, true]) {
    const shape = { skus: 1, lines: 1, buyerLimit: 0, batch: 256, payShare: 0, ...part, orders }
    rows.push(run(`${journaled ? 'journaled' : 'memory'}.${name}`, shape, journaled))
  }

if (values.json) console.log(JSON.stringify({ results: rows }))
else console.table(rows)
