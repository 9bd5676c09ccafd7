import type { QueryColumn, QueryResult } from '@zhanggui/contract'
import { formatFigure } from './format-figure.ts'
import type { Language } from './language.ts'
import { renderTable } from './render-table.ts'

const TOTAL: Record<Language, string> = { zh: '合计', en: 'Total' }

type Row = QueryResult['rows'][number]

/** A value that is an id is followed by its name. */
function labelled(result: QueryResult, column: QueryColumn, value: string): string {
  const name = result.labels?.[column.id]?.[value]
  return name && name !== value ? `${value} ${name}` : value
}

/** A query's answer for people, with a total row under it where there is more than one row. */
export function renderQuery(result: QueryResult, language: Language): string {
  const { columns, currency, rows, totals } = result
  const cellsOf = (row: Row): string[] =>
    columns.map((column) => {
      const shown = formatFigure(row[column.id] ?? null, { unit: column.unit, currency, language })
      return column.kind === 'dimension' ? labelled(result, column, shown) : shown
    })
  const body = rows.map(cellsOf)
  const isCut = columns.some((c) => c.kind === 'dimension')
  if (isCut && rows.length > 1)
    body.push([TOTAL[language], ...cellsOf(totals).slice(1).map(blankForDimension(columns))])
  const heads = columns.map((c) => ({
    header: language === 'zh' ? c.nameZh : c.nameEn,
    align: c.kind === 'dimension' ? ('left' as const) : ('right' as const),
  }))
  return renderTable(heads, body)
}

/** A total has no second channel or day. */
const blankForDimension =
  (columns: readonly QueryColumn[]) =>
  (text: string, index: number): string =>
    columns[index + 1]?.kind === 'dimension' ? '' : text
