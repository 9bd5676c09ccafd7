import { expect, test } from 'vitest'
import { goodsText, readGoods } from './goods-text.ts'

const GOODS = [
  { skuId: 'A1', priceCents: 9900, referenceCents: 12_900, stock: 300 },
  { skuId: 'B2', priceCents: 1999, referenceCents: 2999, stock: 0 },
]

test('goods of an entry are lines that a spreadsheet pastes, and read back as they were', () => {
  expect(readGoods('A1, 99, 129, 300\n\nB2\t19.99\t29.99\t0')).toEqual({ ok: true, goods: GOODS })
  expect(readGoods(goodsText(GOODS))).toEqual({ ok: true, goods: GOODS })
})

test.each([
  ['a price that is none', 'A1, 九十九, 129, 300'],
  ['no stock', 'A1, 99, 129'],
  ['half a piece', 'A1, 99, 129, 1.5'],
  ['one cell too many', 'A1, 99, 129, 300, 1'],
  ['no SKU', ', 99, 129, 300'],
])('%s is told with its line', (_what, line) => expect(readGoods(line)).toEqual({ ok: false, line: line.trim() }))
