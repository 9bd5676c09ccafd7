import { TABLE_COLUMNS, type TableRow } from '../plan.ts'
import { periodLabel } from './period-label.ts'
import { COLUMN_TITLES } from './table-headers.ts'

/**
 * The table as rows of texts, header first: what `readTable` reads back to the same rows.
 * @example writeTable(plan.table, 'zh')[0] // ['时间', '目标', '主题', …]
 */
export function writeTable(rows: readonly TableRow[], language: 'zh' | 'en'): string[][] {
  const header = TABLE_COLUMNS.map((column) => COLUMN_TITLES[column][language])
  const time = (row: TableRow): string => row.label ?? periodLabel(row.period)
  return [header, ...rows.map((row) => TABLE_COLUMNS.map((column) => (column === 'period' ? time(row) : row[column])))]
}
