import type { PartialFigure, QueryResult } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { movementOf, partialWords, whyNoPercentage } from './partial.ts'
import { strings } from './strings.ts'

const result = (partial: PartialFigure[]): QueryResult => ({
  columns: [
    { id: 'month', kind: 'dimension', nameZh: '月', nameEn: 'Month', unit: null },
    { id: 'paid', kind: 'metric', nameZh: '支付金额', nameEn: 'Paid', unit: 'money' },
  ],
  rows: [{ month: '2025-11', paid: 900, paidCompare: 300 }],
  totals: { paid: 900, paidCompare: 300 },
  range: null,
  compareRange: null,
  elapsed: null,
  partial,
  freshness: null,
  truncated: false,
  currency: 'CNY',
})
const row = { month: '2025-11', paid: 900, paidCompare: 300 }
const place = { period: '2025-11', metric: 'paid' }
const mark = { period: '2025-11', days: 9, ofDays: 30, running: false }

test('a comparison with nine days of a month shows the nine days instead of a percentage', () => {
  const partly = result([{ ...mark, column: 'paidCompare', comparable: false }])
  expect(movementOf(partly, row, place)).toBeNull()
  expect(whyNoPercentage(partly, place, strings.zh)).toBe('对比期仅 9 天有数据')
  expect(whyNoPercentage(partly, place, strings.en)).toBe('only 9 days before')
})

test('another period, and the total, keep their percentage', () => {
  const partly = result([{ ...mark, column: 'paidCompare', comparable: false }])
  expect(movementOf(partly, row, { ...place, period: '2025-12' })).toEqual({ amount: 2, kind: 'relative' })
})

test('nine days beside nine days are compared, and the note says so', () => {
  const both = result([
    { ...mark, column: 'paid', running: true, comparable: true },
    { ...mark, column: 'paidCompare', comparable: true },
  ])
  expect(movementOf(both, row, place)).toEqual({ amount: 2, kind: 'relative' })
  expect(partialWords(both, place, strings.zh)).toBe('仅 9 天有数据；今天还没过完；对比期仅 9 天有数据')
  expect(whyNoPercentage(both, place, strings.zh)).toBeNull()
})

test('stretches of different length have no percentage, though both are whole', () => {
  const odd = result([{ ...mark, days: 30, column: 'paidCompare', comparable: false }])
  expect(whyNoPercentage(odd, place, strings.zh)).toBe('天数不同')
})
