import type { CheckedFinding } from '@zhanggui/contract'
import type { Format } from '../../../format/use-format.ts'
import type { Language } from '../../../locale/strings.ts'
import { figureName } from './figure-names.ts'

type Source = NonNullable<CheckedFinding['source']>

/** Where a thing was read, as a person looks it up. */
export const sourceText = ({ file, sheet, row, column }: Source, rowText: (row: string) => string): string =>
  [file, sheet, rowText(String(row)), column].filter((part) => part !== null && part !== '').join(' / ')

/** The end of a figure's name says what it is: fen, basis points, or a plain number. */
function textOf(name: string, value: number, format: Format): string {
  if (name.endsWith('Cents')) return format.exact(value, 'money')
  if (name.endsWith('Bp')) return format.percent(value / 10_000)
  return String(value)
}

/** The numbers of a finding with their names, in the order in which the rule gives them. */
export const figureRows = (
  figures: CheckedFinding['figures'],
  format: Format,
  language: Language,
): { name: string; text: string }[] =>
  Object.entries(figures).flatMap(([key, value]) => {
    const name = figureName(key, language)
    return name !== null && typeof value === 'number' ? [{ name, text: textOf(key, value, format) }] : []
  })
