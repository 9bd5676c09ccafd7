import { join } from 'node:path'
import { runToEnd } from '../../test/support/end-process.ts'
import type { OrderRow, RowGroup, RowOptions } from './order-row.ts'

const ENGINE_BENCH = join(import.meta.dirname, '../../../../engines/orders/bench/admission-bench.ts')

type EngineReport = {
  results: { id: string; perSecond: number; p99us: number }[]
  figures: OrderRow[]
}

/** The bench of the engine, in a process of its own so that no memory of one measurement is in another's way. */
async function engine(only: string, orders: number, disk: string): Promise<EngineReport> {
  const args = [ENGINE_BENCH, '--json', '--only', only, '--orders', String(orders), '--disk', disk]
  return JSON.parse(await runToEnd(process.execPath, args)) as EngineReport
}

const rateOf = ({ results }: EngineReport): number => results[0]?.perSecond ?? Number.NaN

/** Expiry is stated for a million, whatever the other measurements are made with. */
const LIVE = 1 << 20

/** The core itself: durable, in memory, judged, lapsing. */
export async function coreRows({ orders, disk }: RowOptions): Promise<RowGroup> {
  const durable = await engine('durable.thousandSkus', orders, disk)
  const hot = await engine('durable.hotSku', orders, disk)
  const memory = await engine('memory.thousandSkus', orders, disk)
  const risk = await engine('risk.p99us', orders, disk)
  const expiry = await engine('expiry.million', LIVE, disk)
  return {
    rows: [
      { id: 'durable.batch256', value: rateOf(durable), unit: 'decisions/s' },
      { id: 'durable.batch256.p99us', value: durable.results[0]?.p99us ?? Number.NaN, unit: 'µs a batch' },
      { id: 'durable.hotSku', value: rateOf(hot), unit: 'decisions/s' },
      { id: 'durable.hotSku.p99us', value: hot.results[0]?.p99us ?? Number.NaN, unit: 'µs a batch' },
      { id: 'memory.batch256', value: rateOf(memory), unit: 'decisions/s' },
      ...risk.figures,
      ...expiry.figures,
    ],
    notes: [
      'durable: one thread, each batch of 256 journaled and synced (fdatasync) before it is decided and answered, a second thread waiting for the disk meanwhile; a limit on each of 1,000 items, or one hot item',
      'risk: one order a frame with forty bins and all counters, the whole decision; expiry: over two seconds, clock read every 10 ms',
    ],
  }
}
