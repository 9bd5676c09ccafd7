import { expect, test } from 'vitest'
import { amountFromText, shareFromText, shareText } from './amount-text.ts'

test.each([
  ['', null],
  ['12000', 1_200_000],
  ['1.2万', 1_200_000],
  ['￥3,000.50', 300_050],
  ['2亿', 20_000_000_000],
  ['0.00001万', 10],
  ['0.001', undefined],
  ['一万', undefined],
  ['-5', undefined],
])('an amount typed as %j is %j fen', (text, expected) => {
  expect(amountFromText(text)).toBe(expected)
})

test.each([
  ['', null],
  ['40', 4000],
  ['12.5%', 1250],
  ['１０％', 1000],
  ['四成', undefined],
  ['12.345', undefined],
])('a share typed as %j is %j basis points', (text, expected) => {
  expect(shareFromText(text)).toBe(expected)
})

test('a share is written as it is typed', () => {
  expect([shareText(null), shareText(4000), shareText(1250)]).toEqual(['', '40', '12.5'])
})
