import type { ColumnType } from '@zhanggui/facts'
import { type Sql, sqlString } from './sql-text.ts'

/** What stands in a fact column that a file says nothing about. */
export function neutralValue(type: ColumnType): Sql {
  if (type.startsWith('Nullable')) return `CAST(NULL, ${sqlString(type)})`
  if (type === 'String' || type === 'LowCardinality(String)') return "''"
  if (type === 'Date') return "toDate('1970-01-01')"
  if (type.startsWith('DateTime64')) return "toDateTime64(0, 3, 'UTC')"
  return '0'
}
