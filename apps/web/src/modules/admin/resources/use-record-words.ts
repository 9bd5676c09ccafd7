import type { ResourceInfo } from '@zhanggui/contract'
import { NO_VALUE } from '../../../format/signs.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { fieldText } from './field-text.ts'
import { strings } from './strings.ts'
import { useFieldStyle } from './use-field-style.ts'

/** How the trail's fields and values of a record read: paths as the trail names them, `data.listCents` or `state`. */
export type RecordWords = { nameOfField: (path: string) => string; textOf: (path: string, value: unknown) => string }

/** Names and values by the record's declaration; what it does not declare stays as stored. */
export function useRecordWords(store: string, resource: ResourceInfo | undefined): RecordWords {
  const t = useStrings(strings)
  const language = useLanguage()
  const style = useFieldStyle(store)
  const fieldAt = (path: string) => resource?.fields.find((field) => path === `data.${field.id}`)
  const nameOfField = (path: string) => {
    const field = fieldAt(path)
    if (field) return nameOf(field, language)
    return resource && path === 'state' ? t.state : path
  }
  const textOf = (path: string, value: unknown) => {
    const field = fieldAt(path)
    if (field) return fieldText(field, value, style)
    const state = resource?.states.find((known) => path === 'state' && known.id === value)
    return state ? nameOf(state, language) : storedText(value)
  }
  return { nameOfField, textOf }
}

function storedText(value: unknown): string {
  if (value === undefined) return NO_VALUE
  return typeof value === 'string' ? value : JSON.stringify(value)
}
