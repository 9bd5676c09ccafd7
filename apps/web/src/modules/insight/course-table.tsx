import type { QueryResult } from '@zhanggui/contract'
import { useFormat } from '../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../locale/strings.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { FigureCell } from '../../parts/figure-cell.tsx'
import { strings } from './cockpit/strings.ts'

type Row = QueryResult['rows'][number]

/** The table twin of a course: one row a period, exact figures, with the comparison where there is one. */
export function CourseTable({ result, grain, metrics }: { result: QueryResult; grain: string; metrics: string[] }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const format = useFormat(result.currency)
  const shown = result.columns.filter(
    ({ id, kind }) => kind !== 'dimension' && metrics.some((metric) => id === metric || id === `${metric}Compare`),
  )
  const columns = [
    { key: grain, title: t.period, render: (row: Row) => format.period(String(row[grain] ?? '')) },
    ...shown.map((column) => ({
      key: column.id,
      title: nameOf(column, language),
      numeric: true,
      render: (row: Row) => <FigureCell value={row[column.id]} unit={column.unit} format={format} />,
    })),
  ]
  return <DataTable label={t.trend} columns={columns} rows={result.rows} rowKey={(row) => String(row[grain])} />
}
