import { expect, test } from 'vitest'
import { readDiscounts, withDiscount, writeDiscounts } from './planned-discount.ts'

const june = { from: '2027-06-01', to: '2027-06-04', depthBp: 2000 }
const may = { from: '2027-05-01', to: '2027-05-02', depthBp: 500 }

test('what an address says about discounts is what was written there', () => {
  expect(readDiscounts(writeDiscounts([may, june]))).toEqual([may, june])
  expect(writeDiscounts([])).toBeNull()
})

test.each([
  ['nothing', null],
  ['letters', 'June'],
  ['an end before its beginning', '2027-06-04_2027-06-01_2000'],
  ['no depth', '2027-06-01_2027-06-04_0'],
  ['more than everything', '2027-06-01_2027-06-04_10001'],
])('%s is no discount', (_, text) => {
  expect(readDiscounts(text)).toEqual([])
})

test('discounts stand in the order of days, one for the same days', () => {
  expect(withDiscount([june], may)).toEqual([may, june])
  expect(withDiscount([june], { ...june, depthBp: 3000 })).toEqual([{ ...june, depthBp: 3000 }])
})
