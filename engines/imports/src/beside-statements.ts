import { createTableSql, type FactTable, getFactTable } from '@zhanggui/facts'
import type { ImportPlan } from './import-plan.ts'
import { NEVER_MERGED } from './scratch-settings.ts'
import { type Sql, sqlString } from './sql-text.ts'

/** A column that no key or index needs. */
const isFree = ({ orderBy, partitionBy, indexes = [] }: FactTable, column: string): boolean =>
  !orderBy.includes(column) && ![partitionBy ?? '', ...indexes].some((text) => new RegExp(`\\b${column}\\b`).test(text))

/** Columns for which every row of the import may say just what an absent column says. */
const candidates = (plan: ImportPlan) => plan.constant.filter((c) => isFree(getFactTable(plan.target.table), c.name))

/** Shape: one row `{ silent }`: the columns that the import says nothing of, so that they need not be written. */
export function silentColumnsSql(plan: ImportPlan): Sql {
  const silent = candidates(plan).map(({ name, type, sql }) => {
    const says = `CAST(${sql}, ${sqlString(type)})`
    const isDefault = type.startsWith('Nullable')
      ? `isNull(${says})`
      : `${says} = defaultValueOfTypeName(${sqlString(type)})`
    return `if(${isDefault}, ${sqlString(name)}, '')`
  })
  return `SELECT arrayFilter(name -> name != '', [${silent.length > 0 ? silent.join(', ') : "''"}]) AS silent`
}

/**
 * Where the rows of an import are written before they are handed over: `leftOut` are columns of `table` that it lacks,
 * `partitionBy` how the fact table is really cut: one of an earlier release may be cut finer than its declaration says now.
 */
export type Beside = { database: string; name: string; leftOut: ReadonlySet<string>; partitionBy: string | null }

/**
 * DDL of a table beside the fact table, with its keys: its parts can become parts of the fact table as they are. They are
 * packed the quick way; the fact table packs them its own way when it merges them.
 */
export function createBesideSql(plan: ImportPlan, { database, name, leftOut, partitionBy }: Beside): Sql[] {
  const table = getFactTable(plan.target.table)
  const columns = table.columns
    .filter((c) => !leftOut.has(c.name))
    .map(({ name, type, meaning }) => ({ name, type, meaning }))
  return createTableSql({ ...table, columns, partitionBy }, { database, name, settings: [NEVER_MERGED] })
}

/** Columns that are added after the rows are not in their parts; read, they give their type's own value. */
export function completeBesideSql(plan: ImportPlan, { database, name, leftOut }: Beside): Sql | null {
  const missing = getFactTable(plan.target.table).columns.filter((c) => leftOut.has(c.name))
  if (missing.length === 0) return null
  const added = missing.map((c) => `ADD COLUMN ${c.name} ${c.type}`)
  return `ALTER TABLE ${database}.${name} ${added.join(', ')}`
}

/** Hands one partition over, as it is: a step of names, not of rows. What stands beside stays until it is dropped. */
export const handOverSql = (facts: string, { database, name }: Beside, partition: string): Sql =>
  `ALTER TABLE ${facts} ATTACH PARTITION ID ${sqlString(partition)} FROM ${database}.${name}`
