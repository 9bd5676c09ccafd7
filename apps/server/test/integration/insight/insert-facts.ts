import { getFactTable, type TableName } from '@zhanggui/facts'
import type { Context } from '../../../src/context.ts'
import { bumpGoodsRevision } from '../../../src/modules/promotions/records/price-revision.ts'

type Value = string | number | null
export type FactRow = Record<string, Value>

/** What a row says when a test does not care. */
const NEUTRAL: Partial<Record<TableName, FactRow>> = {
  order_lines: { status: 'done', kind: 'sale', is_product: 1, quantity: 1 },
  events: { type: 'view', consent: 1 },
}

/** Stores fact rows as an import would have left them. Instants may be ISO; columns left out are empty, 0 or NULL. */
export async function insertFacts(context: Context, table: TableName, rows: readonly FactRow[]): Promise<void> {
  const { columns } = getFactTable(table)
  const structure = columns.map((c) => `${c.name} ${c.type.replace('LowCardinality(String)', 'String')}`).join(', ')
  const names = columns.map((c) => c.name).join(', ')
  const lines = rows.map((row) => JSON.stringify({ ...NEUTRAL[table], ...row }))
  await context.facts.ingest({
    sql: (source) => `INSERT INTO ${table} (${names}) SELECT ${names} FROM ${source}`,
    structure,
    format: 'JSONEachRow',
    body: { data: Buffer.from(lines.join('\n')) },
    settings: { date_time_input_format: 'best_effort' },
  })
  const stores = table === 'items' ? new Set(rows.map(({ store }) => String(store))) : []
  for (const store of stores) await bumpGoodsRevision(context.records.db, store)
}
