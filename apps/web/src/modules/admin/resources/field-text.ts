import type { ResourceField } from '@zhanggui/contract'
import { NO_VALUE } from '../../../format/signs.ts'
import type { Format } from '../../../format/use-format.ts'
import { type Language, nameOf } from '../../../locale/strings.ts'
import type { ResourceWords } from './strings.ts'

export type FieldStyle = { format: Format; language: Language; words: Pick<ResourceWords, 'yes' | 'no'> }

/** The value of a field as a list or a history shows it; `–` for no value. */
export function fieldText(field: ResourceField, value: unknown, { format, language, words }: FieldStyle): string {
  if (value === null || value === undefined || value === '') return NO_VALUE
  switch (field.kind) {
    case 'money':
      return typeof value === 'number' ? format.exact(value, 'money') : String(value)
    case 'ratio':
      return typeof value === 'number' ? format.percent(value) : String(value)
    case 'integer':
      return typeof value === 'number' ? format.count(value) : String(value)
    case 'day':
      return format.longDay(String(value))
    case 'instant':
      return format.instant(String(value))
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'choice':
      return choiceText(field, value, language)
    case 'json':
      return JSON.stringify(value)
    case 'text':
    case 'longText':
    case 'reference':
      return String(value)
  }
}

function choiceText(field: ResourceField, value: unknown, language: Language): string {
  const known = field.choices?.find((choice) => choice.value === value)
  return known ? nameOf(known, language) : String(value)
}

const NUMERIC: readonly ResourceField['kind'][] = ['money', 'integer', 'ratio']

/** Figures go to the right of their column. */
export const isNumeric = (field: ResourceField): boolean => NUMERIC.includes(field.kind)
