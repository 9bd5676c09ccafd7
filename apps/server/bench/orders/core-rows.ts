import { join } from 'node:path'
import { runToEnd } from '../../test/support/end-process.ts'
import type { Row } from './core/row.ts'
import type { OrderRow, RowGroup, RowOptions } from './order-row.ts'

const CORE_BENCH = join(import.meta.dirname, 'core/core-bench.ts')

type CoreReport = {
  results: Row[]
  figures: OrderRow[]
}

/** One measurement in a process of its own, so that no memory of one is in another's way. */
async function measured(only: string, orders: number, disk: string): Promise<CoreReport> {
  const args = [CORE_BENCH, '--json', '--only', only, '--orders', String(orders), '--disk', disk]
  return JSON.parse(await runToEnd(process.execPath, args)) as CoreReport
}

const rowsOf = (id: string, { results: [row] }: CoreReport): OrderRow[] =>
  row
    ? [
        { id, value: row.perSecond, unit: 'decisions/s' },
        { id: `${id}.p50us`, value: row.p50us, unit: 'µs a batch' },
        { id: `${id}.p99us`, value: row.p99us, unit: 'µs a batch' },
      ]
    : []

const rateOf = ({ results }: CoreReport): number => results[0]?.perSecond ?? Number.NaN

/** Expiry is stated for a million, whatever the other measurements are made with. */
const LIVE = 1 << 20

/** The core itself: durable, in memory, judged, lapsing. */
export async function coreRows({ orders, disk }: RowOptions): Promise<RowGroup> {
  const durable = await measured('durable.thousandSkus', orders, disk)
  const pair = await measured('pair.thousandSkus', orders, disk)
  const hot = await measured('durable.hotSku', orders, disk)
  const parts = await measured('batch.parts', orders, disk)
  const memory = await measured('memory.thousandSkus', orders, disk)
  const risk = await measured('risk.p99us', orders, disk)
  const expiry = await measured('expiry.million', LIVE, disk)
  return {
    rows: [
      ...rowsOf('durable.batch256', durable),
      ...rowsOf('durable.pair256', pair),
      ...rowsOf('durable.hotSku', hot),
      { id: 'memory.batch256', value: rateOf(memory), unit: 'decisions/s' },
      ...parts.figures,
      ...risk.figures,
      ...expiry.figures,
    ],
    notes: [
      'durable: one core as the server runs it, each batch of 256 journaled and synced (fdatasync) before it is decided and answered; the next batch when one is answered (pair: two handed over at once, journaled as one), times from handing over to the answers; a limit on each of 1,000 items, or one hot item; the first tenth, in which code is compiled yet, not counted; then three seconds of quiet, in which the room of the next journal files is made',
      'risk: one order a frame with forty bins and all counters, the whole decision; expiry: over two seconds, clock read every 10 ms',
    ],
  }
}
