import { expect, test } from 'vitest'
import { micros } from '../../format/micros.ts'
import { toOpenTradeItem } from './stock/to-open-item.ts'

test.each([
  [640, '640 微秒', '640 µs'],
  [1000, '1 毫秒', '1 ms'],
  [7549, '7.5 毫秒', '7.5 ms'],
  [1_250_000, '1.3 秒', '1.3 s'],
])('%i microseconds are said in the unit that people read', (us, zh, en) => {
  expect([micros(us, 'zh'), micros(us, 'en')]).toEqual([zh, en])
})

test('what the form leaves empty is left out, and minutes become seconds', () => {
  const values = { item: 'cup', title: null, kind: 'sku' as const, stock: 5, buyerLimit: 2, addressLimit: null }
  expect(toOpenTradeItem({ ...values, holdMinutes: 10 })).toEqual({
    item: 'cup',
    title: '',
    kind: 'sku',
    stock: 5,
    terms: { buyerLimit: 2, holdSeconds: 600 },
  })
})
