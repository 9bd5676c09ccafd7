import { parentPort, workerData } from 'node:worker_threads'
import type { TableName } from '@zhanggui/facts'
import { createMarket, marketColumns, TsvWriter } from '@zhanggui/simulator'
import type { MarketMessage, MarketRequest } from './market-messages.ts'

/** Bytes held back until a table has so many: large inserts make few parts, small ones need little memory. */
const CHUNK_BYTES = 16_000_000
/** Chunks that may be under way to the store; generation waits for the next answer then. */
const CHUNKS_UNDER_WAY = 2

if (!parentPort) throw new Error('generate-worker runs as a worker thread')
const port = parentPort
const { seed, options } = workerData as MarketRequest
const tell = (message: MarketMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

let underWay = 0
let room: (() => void) | undefined
port.on('message', () => {
  underWay -= 1
  room?.()
})

const writers = new Map<TableName, TsvWriter>()

function writerOf(table: TableName): TsvWriter {
  let writer = writers.get(table)
  if (!writer) {
    writer = new TsvWriter(marketColumns(table))
    writers.set(table, writer)
  }
  return writer
}

async function send(table: TableName): Promise<void> {
  const writer = writerOf(table)
  if (writer.size === 0) return
  while (underWay >= CHUNKS_UNDER_WAY)
    await new Promise<void>((resolve) => {
      room = resolve
    })
  underWay += 1
  const data = writer.take()
  tell({ kind: 'chunk', table, data }, [data.buffer])
}

async function add(table: TableName, rows: readonly Record<string, unknown>[]): Promise<void> {
  const writer = writerOf(table)
  for (const row of rows) writer.add(row)
  if (writer.size >= CHUNK_BYTES) await send(table)
}

const market = createMarket(seed, options)
await add('items', market.items)
let done = 0
for (const { rows } of market.days()) {
  for (const [table, added] of Object.entries(rows)) await add(table as TableName, added)
  done += 1
  tell({ kind: 'day', done, total: market.dayCount })
}
for (const table of writers.keys()) await send(table)
tell({ kind: 'end', truth: market.truth() })
port.unref()
