import type { Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { type Asker, runQuery } from '../../insight/run-query.ts'

type Stretch = { from: string; to: string }
type Numbers = Readonly<Record<string, number | null>>

const numberOf = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null)

/** Metrics by one dimension over a stretch of days: each value's figures, and those of the whole. */
export async function askRows(
  context: Context,
  store: Store,
  asked: { metrics: readonly string[]; by: string; stretch: Stretch; asker?: Asker | undefined },
): Promise<{ rows: Map<string, Numbers>; totals: Numbers }> {
  const { metrics, by, stretch, asker } = asked
  const question = { metrics: [...metrics], by: [by], ...stretch, limit: 100_000 }
  const { rows, totals } = await runQuery(context, store, question, asker)
  const numbers = (row: Readonly<Record<string, unknown>>): Numbers =>
    Object.fromEntries(metrics.map((id) => [id, numberOf(row[id])]))
  return { rows: new Map(rows.map((row) => [String(row[by] ?? ''), numbers(row)])), totals: numbers(totals) }
}
