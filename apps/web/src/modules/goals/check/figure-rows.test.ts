import { expect, test } from 'vitest'
import type { Format } from '../../../format/use-format.ts'
import { figureRows, sourceText } from './figure-rows.ts'

const format = { exact: (v: number) => `¥${v / 100}`, percent: (f: number) => `${f * 100}%` } as unknown as Format

test('numbers are named and written by what they are; words and numbers without a name are left to the sentence', () => {
  const figures = { spendCents: 12_300, feeBp: 2500, goal: '全年', inner: 3, year: 2027, shareBp: null }
  expect(figureRows(figures, format, 'zh')).toEqual([
    { name: '花费', text: '¥123' },
    { name: '费用率', text: '25%' },
    { name: '年份', text: '2027' },
  ])
})

test('a source says file, sheet, row and column, as far as it has them', () => {
  const row = (n: string) => `第 ${n} 行`
  expect(sourceText({ file: 'a.xlsx', sheet: '2027', row: 5, column: '策略' }, row)).toBe(
    'a.xlsx / 2027 / 第 5 行 / 策略',
  )
  expect(sourceText({ file: 'a.csv', sheet: null, row: 2, column: null }, row)).toBe('a.csv / 第 2 行')
})
