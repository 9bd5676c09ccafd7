import { expect, test } from 'vitest'
import { DEFAULT_PREFERENCES, parsePreferences } from './preferences.ts'

test.each([
  ['nothing stored', null, DEFAULT_PREFERENCES],
  ['broken text', '{', DEFAULT_PREFERENCES],
  ['not an object', '"zh"', DEFAULT_PREFERENCES],
  ['an unknown value keeps the others', '{"language":"fr","theme":"dark"}', { ...DEFAULT_PREFERENCES, theme: 'dark' }],
  ['known values', '{"language":"en","riseIs":"green"}', { ...DEFAULT_PREFERENCES, language: 'en', riseIs: 'green' }],
])('stored preferences are read field by field: %s', (_name, text, expected) => {
  expect(parsePreferences(text)).toEqual(expected)
})
