import { type Cents, parseAmount, sumCents } from '@zhanggui/kernel'
import { decodeChunks } from './spool/decode-chunks.ts'
import { type Dialect, spooledDelimiter } from './spool/dialect.ts'
import { parseSample } from './spool/parse-sample.ts'
import type { SourceTable } from './spool/source-table.ts'

/** Enough for thousands of refunds; the answer does not change further down a file. */
const SAMPLE_BYTES = 4 * 1024 * 1024

export type AmountColumns = { total: number; paid: number; refund: number }

async function readText(table: SourceTable, dialect: Dialect): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of decodeChunks(table.read(), dialect)) {
    // The next chunk may lie in the same memory.
    chunks.push(Buffer.from(chunk))
    size += chunk.length
    if (size >= SAMPLE_BYTES) break
  }
  const text = Buffer.concat(chunks).toString('utf8')
  return size >= SAMPLE_BYTES ? text.slice(0, text.lastIndexOf('\n') + 1) : text
}

const amountOf = (cell: string | undefined): Cents | null => {
  const amount = parseAmount(cell ?? '')
  return amount.ok ? amount.value : null
}

/**
 * Whether the paid column is what the buyer paid (`gross`) or what the shop kept after refunds (`net`): on refunded orders
 * the order amount equals paid + refund in one case and paid alone in the other. Without refunds to look at: `gross`.
 */
export async function detectPaidBasis(
  table: SourceTable,
  dialect: Dialect,
  at: AmountColumns,
): Promise<'net' | 'gross'> {
  const rows = parseSample(await readText(table, dialect), spooledDelimiter(dialect), Number.POSITIVE_INFINITY)
  let [net, gross] = [0, 0]
  for (const row of rows) {
    const [total, paid, refund] = [amountOf(row[at.total]), amountOf(row[at.paid]), amountOf(row[at.refund])]
    if (total === null || paid === null || refund === null || refund === 0) continue
    if (total === sumCents([paid, refund])) net++
    else if (total === paid) gross++
  }
  return net > gross ? 'net' : 'gross'
}
