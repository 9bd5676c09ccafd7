import type { ProgrammeFact } from '@zhanggui/contract'
import { oddsText } from '../../../format/odds.ts'
import type { Format } from '../../../format/use-format.ts'
import { type Language, nameOf } from '../../../locale/strings.ts'

/** A fact's value as people read it; `–` for none. */
export function factText(
  { unit, value }: Pick<ProgrammeFact, 'unit' | 'value'>,
  format: Format,
  language: Language,
): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'object') return nameOf(value, language)
  switch (unit) {
    case 'money':
      return format.exact(Number(value), 'money')
    case 'count':
      return format.count(Number(value))
    case 'odds':
      return oddsText(Number(value))
    case 'percent':
      return format.percent(Number(value) / 10_000)
    case 'multiple':
      return format.short(Number(value), 'multiple')
    case 'day':
      return format.longDay(String(value))
    default:
      return String(value)
  }
}

/** The unrounded figure behind a fact; null where it is no figure. */
export const factFigure = ({ value }: Pick<ProgrammeFact, 'value'>): number | null =>
  typeof value === 'number' ? value : null
