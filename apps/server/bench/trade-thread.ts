/**
 * `node apps/server/bench/trade-thread.ts [--json]`
 * Does a core decide better in a thread of its own or in the one that serves pages? Same disk, same commands; once with nothing
 * else to do, once with a main thread that is busy half of the time in pieces of twenty milliseconds, as a large report keeps it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, NO_SIGNALS, NO_TERMS } from '@zhanggui/orders'
import { optionsFor } from '../src/modules/trade/core/core-folder.ts'
import { FileDisk } from '../src/modules/trade/core/file-disk.ts'
import { openInProcessCore } from '../src/modules/trade/core/in-process-core.ts'
import { openThreadCore } from '../src/modules/trade/core/thread-core.ts'
import type { TradeCore } from '../src/modules/trade/core/trade-core.ts'

const SECONDS = 4
const BATCH = 256
const CALLERS = 8
const BUSY_MS = 20
const QUEUE_MAX = 65_536
const SNAPSHOT_BYTES = 1 << 30

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
let lastId = 0

const reserve = (): Command => ({
  id: [++lastId, 0, 0, 1],
  issuedAt: Date.now(),
  kind: 'reserve',
  buyer: [lastId, 0],
  address: [0, 0],
  amountCents: 100,
  holdMs: 0,
  paid: true,
  signals: NO_SIGNALS,
  lines: [{ item: 1, quantity: 1, version: 0 }],
})

async function call(core: TradeCore, until: number, waits: number[]): Promise<number> {
  let decided = 0
  while (performance.now() < until) {
    const since = performance.now()
    await core.submit(Array.from({ length: BATCH }, reserve))
    waits.push(performance.now() - since)
    decided += BATCH
  }
  return decided
}

/** Half of the time of the main thread, in pieces. */
function keepBusy(): NodeJS.Timeout {
  return setInterval(() => {
    const until = performance.now() + BUSY_MS
    while (performance.now() < until);
  }, 2 * BUSY_MS)
}

async function measure(core: TradeCore, isBusy: boolean) {
  await core.submit([
    {
      id: [1, 1, 1, 1],
      issuedAt: Date.now(),
      kind: 'openItem',
      item: 1,
      itemKind: 'sku',
      stock: 1e9,
      terms: NO_TERMS,
      parts: [],
    },
  ])
  const busy = isBusy ? keepBusy() : undefined
  const waits: number[] = []
  const until = performance.now() + SECONDS * 1000
  const decided = await Promise.all(Array.from({ length: CALLERS }, () => call(core, until, waits)))
  clearInterval(busy)
  const { latency } = await core.figures()
  waits.sort((a, b) => a - b)
  const round = (ms: number | undefined): number => Math.round((ms ?? 0) * 10) / 10
  return {
    decisionsPerSecond: Math.round(decided.reduce((sum, one) => sum + one, 0) / SECONDS),
    insideP99Ms: round((latency?.p99Us ?? 0) / 1000),
    callP50Ms: round(waits[Math.floor(waits.length / 2)]),
    callP99Ms: round(waits[Math.floor(waits.length * 0.99)]),
  }
}

async function opened(place: string, folder: string): Promise<TradeCore> {
  const options = optionsFor(1 << 22)
  if (place === 'thread')
    return openThreadCore(
      { folder, options, queueMax: QUEUE_MAX, snapshotBytes: SNAPSHOT_BYTES },
      { onTrouble: console.error, onEnd: () => undefined },
    )
  return openInProcessCore({
    store: { disk: new FileDisk(folder), folder, snapshotBytes: SNAPSHOT_BYTES },
    options,
    clocks: { now: Date.now, elapsed: () => performance.now() },
    queueMax: QUEUE_MAX,
  })
}

const rows: object[] = []
for (const main of ['idle', 'busy'])
  for (const place of ['pages', 'thread']) {
    const folder = mkdtempSync(join(tmpdir(), 'zhanggui-thread-'))
    const core = await opened(place, folder)
    rows.push({ core: place, main, ...(await measure(core, main === 'busy')) })
    await core.close()
    rmSync(folder, { recursive: true })
  }
if (values.json) console.log(JSON.stringify(rows, null, 2))
else console.table(rows)
