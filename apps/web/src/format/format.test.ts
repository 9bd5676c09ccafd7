import { expect, test } from 'vitest'
import { axisLabel } from './axis-label.ts'
import { bytes } from './bytes.ts'
import { changeOf, changeText, pointsText } from './change.ts'
import { shortCount } from './count.ts'
import { daysInText } from './days-in-text.ts'
import { duration } from './duration.ts'
import { exactValue, shortValue } from './metric-value.ts'
import { exactMoney, shortMoney } from './money.ts'
import { dayRange, instant, periodLabel, shortRange } from './period.ts'
import { percent, signedPercent } from './ratio.ts'
import { verdictOf } from './verdict.ts'

const yuan = { currency: 'CNY', language: 'zh' } as const

test.each([
  ['nothing', 0, '¥0.00'],
  ['one fen', 1, '¥0.01'],
  ['below ten thousand stays to the fen', 999_999, '¥9,999.99'],
  ['ten thousand', 1_000_000, '¥1万'],
  ['two decimals', 1_234_567, '¥1.23万'],
  ['one decimal', 12_345_678, '¥12.3万'],
  ['thousands of 万', 4_560_000_000, '¥4,560万'],
  ['rounding up takes the next unit', 9_999_999_999, '¥1亿'],
  ['亿', 12_000_000_000, '¥1.2亿'],
  ['negative with a minus sign', -1_234_567, '−¥1.23万'],
])('short money in Chinese: %s', (_name, minor, text) => {
  expect(shortMoney(minor, yuan)).toBe(text)
})

test.each([
  ['12.3K', 1_234_567, '¥12.3K'],
  ['millions', 123_456_789, '¥1.23M'],
  ['a million, rounded up', 99_999_999, '¥1M'],
  ['billions', 123_456_789_012, '¥1.23B'],
])('short money in English: %s', (_name, minor, text) => {
  expect(shortMoney(minor, { currency: 'CNY', language: 'en' })).toBe(text)
})

test.each([
  ['yuan', 'CNY', 123_456_789, '¥1,234,567.89'],
  ['pounds', 'GBP', -105, '−£1.05'],
  ['yen have no minor unit', 'JPY', 1_234_567, '¥1,234,567'],
])('exact money goes by digits: %s', (_name, currency, minor, text) => {
  expect(exactMoney(minor, { currency, language: 'en' })).toBe(text)
})

test.each([
  ['no value is a dash, never 0', null, 'money', '–'],
  ['missing is a dash', undefined, 'count', '–'],
  ['a ratio is a percentage with one decimal', 0.12345, 'ratio', '12.3%'],
  ['a count', 12_345, 'count', '1.23万'],
  ['a multiple', 2.71503, 'multiple', '2.72'],
  ['seconds', 95, 'seconds', '1 分 35 秒'],
] as const)('a cell by its unit: %s', (_name, value, unit, text) => {
  expect(shortValue(value, { unit, ...yuan })).toBe(text)
})

test('hover gives every digit', () => {
  expect(exactValue(1_234_567, { unit: 'money', ...yuan })).toBe('¥12,345.67')
  expect(exactValue(0.123456, { unit: 'ratio', ...yuan })).toBe('12.3456%')
})

test.each([
  ['2011', '2011年'],
  ['2011-Q4', '2011-Q4'],
  ['2011-11', '2011年11月'],
  ['2026-11-11', '2026年11月11日 周三'],
  ['2011-11-07T13', '11月7日 13:00'],
  ['2011-11-07T13:05', '11月7日 13:05'],
  ['D-7', 'D-7'],
])('a period key in words: %s', (key, text) => {
  expect(periodLabel(key, 'zh')).toBe(text)
})

test('a half-open range shows the last day that counts', () => {
  expect(dayRange({ from: '2026-11-01', to: '2026-11-12' }, 'zh')).toBe('2026年11月1日 – 11月11日')
  expect(dayRange({ from: '2026-11-11', to: '2026-11-12' }, 'en')).toBe('11 Nov 2026')
  expect(shortRange({ from: '2026-11-01', to: '2026-11-12' })).toBe('11/1–11/11')
  expect(dayRange({ from: '2025-12-20', to: '2026-01-02' }, 'zh')).toBe('2025年12月20日 – 2026年1月1日')
})

test.each([
  ['a share of the old value', 120, 100, 'count', '+20.0%'],
  ['rates in percentage points', 0.05, 0.038, 'ratio', '+1.2 百分点'],
  ['a fall with a minus sign', 80, 100, 'money', '−20.0%'],
  ['no movement has no sign', 100, 100, 'count', '0.0%'],
] as const)('a change: %s', (_name, now, before, unit, text) => {
  const change = changeOf(now, before, unit)
  expect(change && changeText(change, 'zh')).toBe(text)
})

test('growth from nothing or from the unknown has no rate', () => {
  expect(changeOf(10, 0, 'count')).toBeNull()
  expect(changeOf(10, null, 'count')).toBeNull()
  expect(changeOf(null, 10, 'ratio')).toBeNull()
})

test.each([
  ['more of a good thing', 0.1, true, 'better'],
  ['more of a bad thing', 0.1, false, 'worse'],
  ['less of a bad thing', -0.1, false, 'better'],
  ['within the noise', 0.01, true, 'steady'],
  ['neither good nor bad', 0.5, null, null],
] as const)('a verdict: %s', (_name, amount, higherIsBetter, verdict) => {
  expect(verdictOf({ amount, kind: 'relative' }, higherIsBetter)).toBe(verdict)
})

test('rounding to nothing leaves no sign', () => {
  expect(percent(-0.0001)).toBe('0.0%')
  expect(signedPercent(-0.0001)).toBe('0.0%')
})

test('durations, sizes and counts as people say them', () => {
  expect(duration(12.34, 'en')).toBe('12.3 s')
  expect(duration(3_725, 'zh')).toBe('1 小时 2 分')
  expect(bytes(1_536_000)).toBe('1.5 MB')
  expect(shortCount(123_456_789, 'zh')).toBe('1.23亿')
})

test.each([
  ['2026-11-07', '11/7'],
  ['2026-11-07T00', '11/7'],
  ['2026-11-07T13', '13:00'],
  ['2026-11-07T13:05', '13:05'],
  ['2026-11', '26年11月'],
  ['2026', '2026'],
  ['D+3', 'D+3'],
])('an axis says as little as it can: %s', (key, text) => {
  expect(axisLabel(key, 'zh')).toBe(text)
})

test("an instant reads in the shop's time zone", () => {
  expect(instant('2026-11-10T16:30:00Z', 'zh', 'Asia/Shanghai')).toBe('2026年11月11日 00:30')
  expect(instant('2026-11-10T16:30:00Z', 'en', 'Europe/London')).toBe('10 Nov 2026, 16:30')
})

test('a distance of two rates is a size in points, without a sign', () => {
  expect([pointsText(-0.006, 'zh'), pointsText(0.0123, 'en')]).toEqual(['0.6 百分点', '1.2 pp'])
})

test.each([
  ['a day inside', '应在 2026-09-30 前完成', '应在2026年9月30日前完成'],
  ['two days', '2026-01-02 至 2026-01-03', '2026年1月2日至2026年1月3日'],
  ['a longer number is none', '编号 12026-09-301', '编号 12026-09-301'],
])('days of a sentence read as people write them: %s', (_name, text, read) => {
  expect(daysInText(text, 'zh')).toBe(read)
})

test('English keeps the blanks around a day', () => {
  expect(daysInText('due before 2026-09-30, late', 'en')).toBe('due before 30 Sep 2026, late')
})
