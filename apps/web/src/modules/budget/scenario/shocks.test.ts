import { expect, test } from 'vitest'
import { CALM, questionOf, shocksOf } from './shocks.ts'

const from = (values: Record<string, string>) => shocksOf((name) => values[name] ?? null)

test('a link without sliders is the expected course', () => {
  expect(from({})).toEqual(CALM)
  expect(questionOf(CALM)).toMatchObject({ costInflationBp: 0, roiChangeBp: {}, priceChangeBp: 0 })
})

test('sliders are read from the URL, within their reach, and asked in basis points', () => {
  const shocks = from({ inflation: '20', roi: '-20', price: '-99', volume: 'x', response: 'sameVolume' })
  expect(shocks).toEqual({ ...CALM, inflation: 20, roi: -20, price: -40, response: 'sameVolume' })
  expect(questionOf(shocks)).toMatchObject({ costInflationBp: 2000, roiChangeBp: { all: -2000 }, priceChangeBp: -4000 })
})
