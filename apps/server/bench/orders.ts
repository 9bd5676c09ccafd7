/**
 * `npm run bench:orders [-- --orders 1000000 --only durable --disk folder --json]`
 * Deciding orders: the core, the core over a socket, orders fully created, and peers, in one run on one machine. Prints a table, or
 * with `--json` rows of `{ id, value, unit, ratio }`. What the rows mean and do not mean: docs/order-core.md, "Measured".
 */
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { coreRows } from './orders/core-rows.ts'
import { fullRows } from './orders/full.ts'
import type { OrderRow, RowGroup, RowOptions } from './orders/order-row.ts'
import { partitionRows } from './orders/partitions/partition-rows.ts'
import { postgresRows } from './orders/postgres-rows.ts'
import { redisFunctionsRows } from './orders/redis-functions-rows.ts'
import { redisRows } from './orders/redis-rows.ts'
import { wireRows } from './orders/wire-rows.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    only: { type: 'string', default: '' },
    disk: { type: 'string', default: tmpdir() },
    json: { type: 'boolean', default: false },
  },
})
const options: RowOptions = { orders: Number(values.orders), disk: values.disk }
if (!Number.isSafeInteger(options.orders) || options.orders < 1) throw new Error('--orders is a whole number above 0')

const GROUPS: Record<string, (options: RowOptions) => Promise<RowGroup>> = {
  core: coreRows,
  partitions: partitionRows,
  wire: wireRows,
  full: fullRows,
  redis: redisRows,
  functions: redisFunctionsRows,
  postgres: postgresRows,
}

const rows: OrderRow[] = []
const notes: string[] = []
for (const [name, measure] of Object.entries(GROUPS)) {
  if (!name.includes(values.only)) continue
  const group = await measure(options)
  rows.push(...group.rows)
  notes.push(...group.notes)
}

/** Only a peer is compared, and only with what the core does durably on one hot item or on many. */
const PEERS = /^(redis|postgres)\./
const ours = rows.find(({ id }) => id === 'durable.batch256')?.value
const compared = rows.map((row) =>
  ours && PEERS.test(row.id) ? { ...row, ratio: Math.round((ours / row.value) * 100) / 100 } : row,
)

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const line = ({ id, value, unit, ratio }: OrderRow): string =>
  `${id.padEnd(30)} ${figure.format(value).padStart(12)} ${unit.padEnd(14)} ${ratio === undefined ? '' : `core is ${ratio} ×`}`

process.stdout.write(
  values.json
    ? `${JSON.stringify({ results: compared, notes })}\n`
    : `${compared.map(line).join('\n')}\n${notes.map((note) => `· ${note}`).join('\n')}\n`,
)
