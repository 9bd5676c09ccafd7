import type { QueryColumn, QueryResult } from '@zhanggui/contract'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { ChangeMark } from '../../../parts/change-mark.tsx'
import { type Column, DataTable } from '../../../parts/data-table.tsx'
import { FigureCell } from '../../../parts/figure-cell.tsx'
import { movementOf, partialWords, whyNoPercentage } from '../partial.ts'
import { strings as insightStrings } from '../strings.ts'
import { useDimensionValue } from '../use-dimension-value.ts'
import { strings } from './strings.ts'

type Row = QueryResult['rows'][number]

/** The metric that a figure or its twin belongs to. */
const metricOf = (column: string): string => column.replace(/Compare$/, '')

const compare = (a: unknown, b: unknown): number => {
  if (a === b) return 0
  if (a === null || a === undefined) return -1
  if (b === null || b === undefined) return 1
  return a < b ? -1 : 1
}

/** Campaign days sort by their number (D-10 before D-2); all else sorts as it is written. */
const sortKey = (dimension: string, row: Row): string | number =>
  dimension === 'campaignDay' ? Number(String(row.campaignDay).slice(1)) : String(row[dimension] ?? '')

/** Every row of the answer, exact, sortable; the twin of the charts above it. */
export function ResultTable({ result, grain }: { result: QueryResult; grain: string }) {
  const t = useStrings(strings)
  const words = useStrings(insightStrings)
  const placeOf = (row: Row, metric: string) => ({ period: String(row[grain] ?? ''), metric })
  const language = useLanguage()
  const format = useFormat(result.currency)
  const valueName = useDimensionValue(result.labels)
  const dimensions = result.columns.filter(({ kind }) => kind === 'dimension')
  const columns = result.columns.flatMap((column): Column<Row>[] => {
    const { id, kind } = column
    if (kind === 'dimension') return [dimensionColumn(column)]
    if (kind === 'comparison') return []
    const twin = result.columns.find((other) => other.id === `${id}Compare`)
    if (!twin) return [figureColumn(column)]
    const change = (row: Row) => movementOf(result, row, placeOf(row, id))
    const changeColumn: Column<Row> = {
      key: `${id}Change`,
      title: t.change,
      numeric: true,
      render: (row) => <ChangeMark change={change(row)} why={whyNoPercentage(result, placeOf(row, id), words)} />,
      sort: (a, b) => compare(change(a)?.amount, change(b)?.amount),
    }
    return [figureColumn(column), figureColumn(twin), changeColumn]
  })
  function dimensionColumn(column: QueryColumn): Column<Row> {
    return {
      key: column.id,
      title: nameOf(column, language),
      render: (row) => valueName(column.id, String(row[column.id] ?? '')),
      sort: (a, b) => compare(sortKey(column.id, a), sortKey(column.id, b)),
    }
  }
  function figureColumn({ id, unit, ...names }: QueryColumn): Column<Row> {
    return {
      key: id,
      title: nameOf(names, language),
      numeric: true,
      render: (row) => (
        <FigureCell
          value={row[id]}
          unit={unit}
          format={format}
          note={partialWords(result, placeOf(row, metricOf(id)), words)}
        />
      ),
      sort: (a, b) => compare(a[id], b[id]),
    }
  }
  const rowKey = (row: Row) => dimensions.map(({ id }) => String(row[id] ?? '')).join('\u0000')
  return <DataTable label={t.result} columns={columns} rows={result.rows} rowKey={rowKey} pageSize={20} />
}
