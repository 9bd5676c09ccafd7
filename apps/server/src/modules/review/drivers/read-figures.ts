import type { QueryResult, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'
import type { Days } from './resolve-sides.ts'

/** Who asks of which shop; the asker is left out by the shell and by the shop's own jobs. */
export type Reader = { context: Context; store: Store; asker: Asker | undefined }
export type Row = QueryResult['rows'][number]

/** Cells that one question may bring: fifty values over two years of days. */
const CELLS_MAX = 100_000

export const numberOf = (value: Row[string] | undefined): number | null => (typeof value === 'number' ? value : null)

/** Totals of some metrics over some days. */
export async function readTotals(reader: Reader, metrics: string[], days: Days): Promise<Row> {
  const { totals } = await runQuery(reader.context, reader.store, { metrics, ...days }, reader.asker)
  return totals
}

/** The same cut by dimensions, with what their values are called. */
export async function readRows(
  reader: Reader,
  asked: { metrics: string[]; by: string[]; days: Days; only?: { dimension: string; values: string[] } },
): Promise<{ rows: Row[]; labels: Record<string, string> }> {
  const { metrics, by, days, only } = asked
  if (only && only.values.length === 0) return { rows: [], labels: {} }
  const filters = only ? [{ dimension: only.dimension, op: 'in' as const, values: only.values }] : []
  const request = { metrics, by, filters, ...days, limit: CELLS_MAX }
  const { rows, labels } = await runQuery(reader.context, reader.store, request, reader.asker)
  return { rows, labels: labels?.[by.at(-1) ?? ''] ?? {} }
}
