import type { FactColumn, FactTable } from './fact-table.ts'

const NEUTRAL: Partial<Record<FactColumn['type'], string>> = { String: "''", 'LowCardinality(String)': "''" }
const neutral = ({ type }: FactColumn): string => NEUTRAL[type] ?? '0'

/** Another name for an id, the same for the same id, from which the old one cannot be read. Parameters: `e0`, `e1`. */
const renamed = (id: string): string => `concat('x', hex(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), ${id})))`

/**
 * What a column of a row says when its person is forgotten: SQL over the row, for stored and arriving rows alike.
 * `isForgotten` is a condition over the row. A column that stays is itself.
 */
export function forgottenColumn(table: FactTable, column: FactColumn, isForgotten: string): string {
  const { name } = column
  const { person } = table
  if (!person) return name
  if (name === person.column || person.blank.includes(name)) return `if(${isForgotten}, ${neutral(column)}, ${name})`
  if (!person.rename.includes(name)) return name
  const holdsHash = `position(${name}, toString(${person.column})) > 0`
  return `if(${isForgotten} AND ${holdsHash}, ${renamed(name)}, ${name})`
}

/**
 * True where a row's person is on the list of the forgotten, which holds another keyed hash than the rows do.
 * Parameters: `e0`, `e1`, `forgotten` (Array(String)).
 */
export const isForgottenSql = (person: { column: string }): string =>
  `(${person.column} != 0 AND has({forgotten:Array(String)}, toString(sipHash64Keyed(({e0:UInt64}, {e1:UInt64}), ${person.column}))))`
