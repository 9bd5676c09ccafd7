import type { CheckedFinding } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'

type Source = NonNullable<CheckedFinding['source']>

/** Where a thing was read, as a person looks it up. */
export const sourceText = ({ file, sheet, row, column }: Source, rowText: (row: string) => string): string =>
  [file, sheet, rowText(String(row)), column].filter((part) => part !== null && part !== '').join(' / ')

/** The end of a figure's name says what it is: fen, basis points, or a plain number or word. */
function textOf(name: string, value: string | number | null, format: Format): string {
  if (value === null) return '–'
  if (typeof value === 'string') return value
  if (name.endsWith('Cents')) return format.exact(value, 'money')
  if (name.endsWith('Bp')) return format.percent(value / 10_000)
  return String(value)
}

/** Figures of a finding for people, in the order in which the rule gives them. */
export const figureRows = (figures: CheckedFinding['figures'], format: Format): { name: string; text: string }[] =>
  Object.entries(figures).map(([name, value]) => ({ name, text: textOf(name, value, format) }))
