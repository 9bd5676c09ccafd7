import type { EditGoals, Goal, GoalsView } from '@zhanggui/contract'
import { figureFromText } from '../figure-text.ts'
import type { GoalLine } from '../goal-lines.ts'

export type PastedCell = { goal: Goal; line: GoalLine; before: number | null; after: number | null }
/** `row` and `column` of the block count from 1. */
export type PastedFault = { row: number; column: number; text: string; kind: 'noFigure' | 'noGoal' | 'locked' }
export type PastedBlock = { cells: PastedCell[]; faults: PastedFault[]; same: number }

/** What Excel puts on the clipboard: rows by line ends, cells by tabs, quotes around cells with line ends. */
export function blockOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, quoted, plain = '', end] = match
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== '\t') {
      rows.push(row)
      row = []
    }
    if (end === '' || whole === '') break
  }
  const last = rows.at(-1)
  return last?.length === 1 && last[0] === '' ? rows.slice(0, -1) : rows
}

type Place = { lines: readonly GoalLine[]; columns: readonly string[]; row: number; column: number }

/**
 * What a pasted block would write, from the cell that has the focus to the right and down. Cells without a goal, locked ones
 * and texts that are no figure are named and left alone.
 */
export function readBlock(
  text: string,
  { lines, columns, row, column }: Place,
  view: Pick<GoalsView, 'metrics' | 'currency'>,
): PastedBlock {
  const cells: PastedCell[] = []
  const faults: PastedFault[] = []
  let same = 0
  for (const [r, texts] of blockOf(text).entries())
    for (const [c, cell] of texts.entries()) {
      const at = { row: r + 1, column: c + 1, text: cell }
      const line = lines[row + r]
      const period = columns[column + c]
      const goal = line && period !== undefined ? line.cells.get(period) : undefined
      const unit = view.metrics.find((m) => m.id === line?.metric)?.unit ?? null
      const after = figureFromText(cell, unit, view.currency)
      if (!line || !goal) {
        if (cell.trim() !== '') faults.push({ ...at, kind: 'noGoal' })
      } else if (after === undefined) faults.push({ ...at, kind: 'noFigure' })
      else if (after === goal.target) same++
      else if (goal.locked) faults.push({ ...at, kind: 'locked' })
      else cells.push({ goal, line, before: goal.target, after })
    }
  return { cells, faults, same }
}

export const editsOf = (block: PastedBlock): EditGoals['edits'] =>
  block.cells.map(({ goal, after }) => ({ id: goal.id, target: after }))
