import { displayWidth, truncateToWidth } from './display-width.ts'

export type TableColumn = { header: string; align: 'left' | 'right' }

/** Wider cells are cut in tables only; `--json` always has the whole text. */
const CELL_WIDTH_MAX = 60

function pad(text: string, width: number, align: TableColumn['align']): string {
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? gap + text : text + gap
}

// A control character in shop data must not move the cursor or colour the terminal.
const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ')

/**
 * A table for people: columns lined up by the width a terminal gives each character, a rule under the head.
 * Shape: `rows` hold one text a column. No line ends in a blank.
 */
export function renderTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => columns.map((_, i) => truncateToWidth(onOneLine(row[i] ?? ''), CELL_WIDTH_MAX)))
  const widths = columns.map((column, i) =>
    Math.max(displayWidth(column.header), ...cells.map((row) => displayWidth(row[i] ?? ''))),
  )
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => pad(text, widths[i] ?? 0, columns[i]?.align ?? 'left'))
      .join('  ')
      .trimEnd()
  return [line(columns.map((c) => c.header)), line(widths.map((w) => '─'.repeat(w))), ...cells.map(line)].join('\n')
}
