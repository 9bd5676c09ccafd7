import { expect, test } from 'vitest'
import { formatChange, formatFigure } from './format-figure.ts'

const short = { currency: 'CNY', language: 'zh', form: 'short' } as const

test.each([
  ['below ten thousand stays to the fen', 999_999, 'money', '¥9,999.99'],
  ['万', 1_234_567, 'money', '¥1.23万'],
  ['thousands of 万', 4_560_000_000, 'money', '¥4,560万'],
  ['rounding up takes the next unit', 9_999_999_999, 'money', '¥1亿'],
  ['亿', 12_000_000_000, 'money', '¥1.2亿'],
  ['negative with a minus sign', -1_234_567, 'money', '−¥1.23万'],
  ['a count', 12_345, 'count', '1.23万'],
  ['a ratio with one decimal', 0.12345, 'ratio', '12.3%'],
  ['a ratio that rounds to nothing has no sign', -0.0001, 'ratio', '0.0%'],
  ['days', 30, 'days', '30 天'],
  ['no value is a dash, never 0', null, 'money', '–'],
] as const)('%s', (_, value, unit, text) => {
  expect(formatFigure({ value, unit }, short)).toBe(text)
})

test.each([
  ['yuan by digits', 123_456_789, 'money', 'CNY', '¥1,234,567.89'],
  ['yen have no minor unit', 1_234_567, 'money', 'JPY', '¥1,234,567'],
  ['a ratio with two decimals', 0.054545, 'ratio', 'CNY', '5.45%'],
  ['a count in full', 1_234_567, 'count', 'CNY', '1,234,567'],
] as const)('exact: %s', (_, value, unit, currency, text) => {
  expect(formatFigure({ value, unit }, { currency, language: 'en', form: 'exact' })).toBe(text)
})

test.each([
  ['growth', 130, 100, 'money', '+30.0%'],
  ['a fall', 90, 100, 'count', '−10.0%'],
  ['two rates differ in points', 0.05, 0.04, 'ratio', '+1.0 百分点'],
  ['from nothing there is no rate', 5, 0, 'money', null],
  ['unknown stays unknown', null, 5, 'money', null],
] as const)('a movement: %s', (_, now, before, unit, text) => {
  expect(formatChange(now, before, unit, 'zh')).toBe(text)
})
