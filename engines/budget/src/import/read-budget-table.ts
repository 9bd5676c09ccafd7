import { type Cents, type Period, parseAmount, parsePeriod } from '@zhanggui/kernel'
import type { BudgetLine, ShareBase } from '../budget-line.ts'
import { channelNamed } from '../channels/budget-channels.ts'
import { periodFromWords } from './period-words.ts'
import { baseFromText, shareFromText, splitBrackets } from './share-words.ts'
import { columnsFromCells, columnsFromHeader, type TableColumns, type TableField } from './table-columns.ts'

/** A cell that was not understood; its row is left out and nothing else. Rows and columns count from 1, as Excel shows them. */
export type TableProblem = {
  row: number
  column: number
  field: TableField
  value: string
  code: 'name_missing' | 'not_a_share' | 'not_an_amount' | 'not_a_period' | 'unknown_parent' | 'nothing_given'
}

export type BudgetTable = { lines: readonly BudgetLine[]; problems: readonly TableProblem[]; columns: TableColumns }

type Row = {
  number: number
  name: string
  indent: number
  cell(field: TableField): string
}

/** Depth by leading blanks, as pasted outlines have it: a full-width blank or two narrow ones a level. */
const indentOf = (text: string): number =>
  Math.floor((/^[\s　]*/.exec(text)?.[0] ?? '').replace(/　|\t/g, '  ').length / 2)

const rowOf = (cells: readonly string[], number: number, columns: TableColumns): Row => {
  const cell = (field: TableField): string => {
    const index = columns[field]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const raw = cells[columns.name ?? 0] ?? ''
  return { number, name: raw.trim(), indent: indentOf(raw), cell }
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')
const isTotalRow = (name: string): boolean => /^(合计|总计|小计|total|sum)$/i.test(name)

type Reader = {
  year: number
  columns: TableColumns
  newId: () => string
  lines: BudgetLine[]
  problems: TableProblem[]
  /** Open outline: the last line of each depth. */
  outline: { indent: number; id: string }[]
}

function problem(reader: Reader, row: Row, field: TableField, code: TableProblem['code'], value: string): null {
  reader.problems.push({ row: row.number, column: (reader.columns[field] ?? 0) + 1, field, value, code })
  return null
}

type Figures = { shareBp: number | null; amountCents: Cents | null; period: Period }

function readFigures(reader: Reader, row: Row): Figures | null {
  const share = splitBrackets(row.cell('share')).outer
  const shareBp = share === '' ? null : shareFromText(share)
  if (share !== '' && shareBp === null) return problem(reader, row, 'share', 'not_a_share', share)
  const text = row.cell('amount')
  const amount = parseAmount(text)
  if (!amount.ok && amount.error !== 'empty') return problem(reader, row, 'amount', 'not_an_amount', text)
  const period = periodFromWords(row.cell('period'), reader.year)
  if (!period) return problem(reader, row, 'period', 'not_a_period', row.cell('period'))
  return { shareBp, amountCents: amount.ok ? amount.value : null, period }
}

/** A parent by its name in a column, else by the outline; `undefined`: named, but not there. */
function findParent(reader: Reader, row: Row): string | null | undefined {
  const named = row.cell('parent')
  if (named !== '') return reader.lines.find((line) => line.name === named)?.id
  while (reader.outline.length > 0 && (reader.outline.at(-1)?.indent ?? 0) >= row.indent) reader.outline.pop()
  return reader.outline.at(-1)?.id ?? null
}

/** `30 + 10` under 40 are of what 40 is of; `60 + 40` fill the line; anything else does not say. */
function baseOfParts(partsBp: readonly number[], line: BudgetLine): ShareBase | null {
  const sum = partsBp.reduce((total, part) => total + part, 0)
  if (sum === line.shareBp) return line.shareBase
  return sum === 10_000 ? 'parent' : null
}

/** `流量（公域、私域）` with `40（30+10）`: a line and its parts. */
function readParts(reader: Reader, row: Row, line: BudgetLine): BudgetLine[] {
  const names = splitBrackets(row.name).inner
  const shares = splitBrackets(row.cell('share')).inner.map(shareFromText)
  const known = shares.filter((share) => share !== null)
  if (known.length === 0 || known.length !== shares.length) return []
  const base = baseOfParts(known, line)
  return known.map((shareBp, i) => {
    const name = names[i] ?? `${line.name} ${i + 1}`
    const channel = channelNamed(name)
    const part = { name, channel: channel?.id ?? null, kind: channel?.kind ?? ('spend' as const), shareBp }
    return { ...line, ...part, id: reader.newId(), parentId: line.id, shareBase: base, amountCents: null, note: '' }
  })
}

function lineOf(reader: Reader, row: Row, figures: Figures, parentId: string | null): BudgetLine {
  const name = splitBrackets(row.name).outer || row.name
  const channel = channelNamed(row.cell('channel')) ?? channelNamed(name)
  return {
    id: reader.newId(),
    parentId,
    name,
    kind: channel?.kind ?? 'spend',
    channel: channel?.id ?? null,
    period: figures.period,
    eventId: row.cell('event') || null,
    shareBp: figures.shareBp,
    shareBase: figures.shareBp === null ? null : baseFromText(row.cell('base')),
    amountCents: figures.amountCents,
    owner: row.cell('owner') || null,
    note: row.cell('note'),
  }
}

function readRow(reader: Reader, row: Row): void {
  if (row.name === '') return void problem(reader, row, 'name', 'name_missing', '')
  const figures = readFigures(reader, row)
  if (!figures) return
  const parentId = findParent(reader, row)
  if (parentId === undefined) return void problem(reader, row, 'parent', 'unknown_parent', row.cell('parent'))
  const line = lineOf(reader, row, figures, parentId)
  reader.lines.push(line, ...readParts(reader, row, line))
  reader.outline.push({ indent: row.indent, id: line.id })
}

/** The row of the whole budget, if it stands among the others, becomes the line that they hang from. */
function asTree(lines: readonly BudgetLine[], year: number): BudgetLine[] {
  const whole = lines.find(
    (line) => line.parentId === null && /^(总预算|预算总额|全年预算|total budget)$/i.test(line.name),
  )
  if (!whole) return [...lines]
  const root = { ...whole, channel: null, period: parsePeriod(String(year)) }
  return lines.map((line) => (line === whole ? root : line.parentId === null ? { ...line, parentId: whole.id } : line))
}

/**
 * Budget lines from a table: a block pasted from Excel, or a sheet. Headers are known in Chinese and English, in any order; a
 * block without them is read by what its cells look like. Nothing is scaled or filled up: 90 % stays 90 % (P4.02).
 * Shape: lines in the order of the rows; rows that were not understood are listed, total rows left out.
 * @example readBudgetTable([['流量（公域、私域）', '40%（30%+10%）']], { year: 2027, base: 'total', newId })
 */
export function readBudgetTable(
  table: readonly (readonly string[])[],
  given: { year: number; newId: () => string; base?: ShareBase | null },
): BudgetTable {
  const headerAt = table.findIndex((row, i) => i < 10 && columnsFromHeader(row) !== null)
  const header = table[headerAt]
  const columns = (header && columnsFromHeader(header)) || columnsFromCells(table)
  const reader: Reader = { ...given, columns, lines: [], problems: [], outline: [] }
  for (const [index, cells] of table.entries()) {
    if (index <= headerAt || isBlank(cells)) continue
    const row = rowOf(cells, index + 1, columns)
    if (!isTotalRow(row.name)) readRow(reader, row)
  }
  const lines = reader.lines.map((line) =>
    line.shareBp !== null && line.shareBase === null && given.base ? { ...line, shareBase: given.base } : line,
  )
  return { lines: asTree(lines, given.year), problems: reader.problems, columns }
}
