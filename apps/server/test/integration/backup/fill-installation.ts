import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FACT_TABLES, type FactColumn, type FactTable } from '@zhanggui/facts'
import type { Context } from '../../../src/context.ts'
import { createStore } from '../../../src/modules/admin/stores.ts'

const ROWS = 500

/** A value for each type that its neighbours do not share: extremes, signs, Chinese, quotes, line breaks, absences. */
const EXPRESSIONS: Record<string, string> = {
  Date: "toDate('2026-01-01') + number % 90",
  "DateTime64(3, 'UTC')": "toDateTime64('2026-01-01 00:00:00.123', 3, 'UTC') + number",
  UInt8: 'number % 2',
  UInt32: 'cityHash64(number) % 4294967296',
  UInt64: "cityHash64('u', number)",
  Int32: 'toInt32(number) - 250',
  Int64: "toInt64(cityHash64('i', number))",
  Float64: 'number / 7 - 3',
  String: "concat('旗舰店 𠮷 it''s \\\\ \\t\\n\"', toString(number))",
}

function expressionOf(column: FactColumn): string {
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(column.type)?.[1] ?? column.type
  const value = `${EXPRESSIONS[inner]}`
  return column.type.startsWith('Nullable') ? `if(number % 3 = 0, NULL, ${value})` : value
}

async function fillTable({ facts }: Context, table: FactTable): Promise<void> {
  const names = table.columns.map((c) => c.name).join(', ')
  const values = table.columns.map((c) => `${expressionOf(c)} AS ${c.name}`).join(', ')
  await facts.command(`INSERT INTO ${table.name} (${names}) SELECT ${values} FROM numbers(${ROWS})`)
}

/** An installation with something in every fact table, in records and among the files of its folder. */
export async function fillInstallation(context: Context): Promise<void> {
  for (const table of FACT_TABLES) await fillTable(context, table)
  // A replaced row: only the newer one counts.
  await context.facts.command(
    "INSERT INTO items (store, item_id, sku_id, title, version) VALUES ('s', 'i', '', 'old', 1)",
  )
  await context.facts.command(
    "INSERT INTO items (store, item_id, sku_id, title, version) VALUES ('s', 'i', '', 'new', 2)",
  )
  for (const id of ['one', 'two']) await createStore(context, { id, name: `店铺 "${id}" 🎁` }, { actor: 'test' })
  await context.records.query(
    `INSERT INTO installation VALUES ('awkward', '{"big": 12345678901234567890, "text": "a\\nb", "none": null}', '2026-11-11 00:00:00.123456+08')`,
  )
  await mkdir(join(context.settings.home, 'quarantine', '店铺'), { recursive: true })
  await writeFile(join(context.settings.home, 'quarantine', '店铺', `${'很长的名字'.repeat(9)}.csv`), 'a,b\n1,2\n')
}

export type Snapshot = Record<string, string[]>

/** Every row of every table as text, sorted: two equal snapshots are the same data row by row. */
export async function takeSnapshot({ facts, records }: Context): Promise<Snapshot> {
  const snapshot: Snapshot = {}
  for (const table of FACT_TABLES) {
    const final = table.mode === 'replace' ? 'FINAL' : ''
    const columns = table.columns.map((c) => c.name).join(', ')
    const rows = await facts.query<{ row: string }>(
      `SELECT toString(tuple(${columns})) AS row FROM ${table.name} ${final} ORDER BY row`,
    )
    snapshot[`facts ${table.name}`] = rows.map((r) => r.row)
  }
  const tables = await records.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'schema_migrations'",
  )
  await records.query("SET TimeZone = 'UTC'")
  for (const { name } of tables) {
    const rows = await records.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`)
    snapshot[`records ${name}`] = rows.map((r) => r.row).toSorted()
  }
  return snapshot
}
