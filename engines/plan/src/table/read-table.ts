import type { Period } from '@zhanggui/kernel'
import { TABLE_COLUMNS, type TableColumn, type TableRow } from '../plan.ts'
import { locateTable, type TablePlace } from './locate-table.ts'
import { type MonthSpan, periodLabel, periodsOfSpan, readPeriodLabel } from './period-label.ts'
import type { Grid, Merge } from './table-grid.ts'
import type { TableNote } from './table-note.ts'

type Text = Exclude<TableColumn, 'period'>
type Texts = Record<Text, string>

/** A row while it is read. */
type Draft = { span: MonthSpan; label: string; row: number; texts: Texts }

export type ReadTable = { rows: TableRow[]; notes: TableNote[] }

const TEXTS = TABLE_COLUMNS.filter((column): column is Text => column !== 'period')

const noTexts = (): Texts => Object.fromEntries(TEXTS.map((column) => [column, ''])) as Texts

const joined = (above: string, below: string): string => [above, below].filter((text) => text !== '').join('\n')

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

const cellAt = (cells: readonly string[], index: number | undefined): string =>
  index === undefined ? '' : (cells[index] ?? '').trim()

/** A year's total that stands in a title above the header: "2027 年全年销售目标 200 万". */
function yearRow(grid: Grid, headerRow: number, year: number): Draft | null {
  for (let row = 1; row < headerRow; row++) {
    const text = (grid.rows[row - 1] ?? []).join(' ').trim()
    const stated = /(?:全年|年度|年)[^\d]{0,12}(?:目标|销售|任务|业绩)[^\d]{0,6}(?:[\d.,]+\s*[万亿元]元?|\d{5,})/.exec(
      text,
    )
    if (!stated) continue
    const label = readPeriodLabel(stated[0], year)
    const span = { year: label?.span.year ?? year, fromMonth: 1, toMonth: 12 }
    return { span, label: '', row, texts: { ...noTexts(), target: stated[0] } }
  }
  return null
}

const ignoredRow = (grid: Grid, row: number, text: string): TableNote => ({
  code: 'row_ignored',
  source: { file: grid.file, sheet: grid.sheet, row, column: null },
  text,
  messageZh: '这一行不以时间开头，没有读入；如需要，请补上月份或季度后重新导入',
  messageEn: 'This row does not begin with a period and was not read; add a month or quarter and import again',
})

type Begun = { span: MonthSpan; label: string; target: string }

/** The period that a row begins with; the rest of a combined cell is its target. */
function beginning(cells: readonly string[], place: TablePlace, year: number): Begun | null {
  const text = cellAt(cells, place.columns.get('period') ?? place.columns.get('periodTarget'))
  const found = text === '' ? null : readPeriodLabel(text, year)
  if (!found) return null
  const combined = place.columns.has('periodTarget')
  return { span: found.span, label: combined ? found.label : text, target: combined ? found.rest : '' }
}

const textsOf = (cells: readonly string[], place: TablePlace): Texts =>
  Object.fromEntries(TEXTS.map((column) => [column, cellAt(cells, place.columns.get(column))])) as Texts

/** Rows by their periods; a row without one goes on with the row above, as rows under a merged cell do. */
function draftRows(grid: Grid, place: TablePlace, year: number, notes: TableNote[]): Draft[] {
  const drafts: Draft[] = []
  grid.rows.slice(place.headerRow).forEach((cells, index) => {
    if (isBlank(cells)) return
    const row = place.headerRow + index + 1
    const begun = beginning(cells, place, year)
    const texts = textsOf(cells, place)
    const last = drafts.at(-1)
    if (begun) {
      const target = joined(begun.target, texts.target)
      drafts.push({ span: begun.span, label: begun.label, row, texts: { ...texts, target } })
    } else if (cellAt(cells, place.columns.get('period') ?? place.columns.get('periodTarget')) === '' && last) {
      for (const column of TEXTS) last.texts[column] = joined(last.texts[column], texts[column])
    } else
      notes.push(
        ignoredRow(
          grid,
          row,
          cells
            .filter((cell) => cell.trim() !== '')
            .join(' | ')
            .slice(0, 300),
        ),
      )
  })
  return drafts
}

const inside = (row: number, { fromRow, toRow }: Merge): boolean => row >= fromRow && row <= toRow

/**
 * A cell that is merged over several periods speaks of all of them: it becomes a row of its own over the whole span, so that it
 * is neither lost for the later months nor counted for each.
 */
function liftMerged(drafts: Draft[], grid: Grid, place: TablePlace): Draft[] {
  const lifted: Draft[] = []
  for (const merge of grid.merges) {
    const column = TEXTS.find((text) => place.columns.get(text) === merge.fromColumn - 1)
    const covered = drafts.filter(({ row }) => inside(row, merge))
    const [first, last] = [covered[0], covered.at(-1)]
    if (!column || !first || !last || first === last || first.texts[column] === '') continue
    const span = { year: first.span.year, fromMonth: first.span.fromMonth, toMonth: last.span.toMonth }
    const known = lifted.find((draft) => draft.span.fromMonth === span.fromMonth && draft.span.toMonth === span.toMonth)
    const draft = known ?? { span, label: '', row: first.row, texts: noTexts() }
    draft.texts[column] = joined(draft.texts[column], first.texts[column])
    first.texts[column] = ''
    if (!known) lifted.push(draft)
  }
  return [...drafts, ...lifted]
}

/** Rows that say nothing once their merged cells were lifted stay: an empty month is a month to be planned. */
function inOrder(drafts: readonly Draft[]): Draft[] {
  const length = ({ span }: Draft): number => span.toMonth - span.fromMonth
  return drafts.toSorted(
    (a, b) =>
      a.span.year - b.span.year || a.span.fromMonth - b.span.fromMonth || length(b) - length(a) || a.row - b.row,
  )
}

/** How the row's time is written when its period alone does not say it. */
function ownLabel({ span, label }: Draft, period: Period, parts: number): string | undefined {
  const written = label.trim()
  if (parts > 1) return written === '' ? `${span.fromMonth}-${span.toMonth}月` : written
  return written === '' || written === periodLabel(period) ? undefined : written
}

function toRow(draft: Draft, grid: Grid, taken: Set<string>): TableRow | null {
  const periods = periodsOfSpan(draft.span)
  const [period] = periods
  if (!period) return null
  const label = ownLabel(draft, period, periods.length)
  const base = `row:${periods.length > 1 ? `${period}~${periods.at(-1)}` : period}`
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base}#${n}`
  taken.add(id)
  const source = { file: grid.file, sheet: grid.sheet, row: draft.row, column: null }
  return { id, period, ...(label === undefined ? {} : { label }), ...draft.texts, source }
}

const ignoredColumns = (grid: Grid, place: TablePlace): TableNote[] =>
  place.ignored.map((header) => ({
    code: 'column_ignored',
    source: { file: grid.file, sheet: grid.sheet, row: place.headerRow, column: header },
    text: header,
    messageZh: `“${header}”不是年度计划表的列，没有读入`,
    messageEn: `"${header}" is no column of the yearly table and was not read`,
  }))

const otherYears = (rows: readonly TableRow[], year: number): TableNote[] =>
  rows
    .filter(({ period }) => !period.startsWith(String(year)))
    .map(({ period, source }) => ({
      code: 'other_year',
      source,
      text: period,
      messageZh: `这一行写的是 ${period.slice(0, 4)} 年，规划是 ${year} 年；已按原样读入，请核对`,
      messageEn: `This row says ${period.slice(0, 4)}, the plan is for ${year}; it was read as written`,
    }))

/**
 * The yearly table in a sheet: rows by month, quarter, half or year in any usual spelling, the header anywhere in the first rows.
 * Shape: rows in the order of the year; `null` when the sheet holds no such table.
 */
export function readTable(grid: Grid, { year }: { year: number }): ReadTable | null {
  const place = locateTable(grid)
  if (!place) return null
  const notes = ignoredColumns(grid, place)
  const total = yearRow(grid, place.headerRow, year)
  const drafts = liftMerged(draftRows(grid, place, year, notes), grid, place)
  const taken = new Set<string>()
  const rows = inOrder(total ? [total, ...drafts] : drafts).flatMap((draft) => toRow(draft, grid, taken) ?? [])
  return { rows, notes: [...notes, ...otherYears(rows, year)] }
}
