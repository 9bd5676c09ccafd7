import { expect, test } from 'vitest'
import { evaluateMetric } from './evaluate-metric.ts'

test.each([
  ['a ratio of two measures, not rounded', 'aov', { paid: 12_345, buyers: 2 }, 6172.5],
  ['an empty denominator has no value', 'aov', { paid: 12_345, buyers: 0 }, null],
  ['an unknown measure has no value', 'aov', { paid: 12_345 }, null],
  ['fees over sales', 'feeRatio', { spend: 18, gmv: 100 }, 0.18],
  ['spend over new buyers', 'cac', { spend: 9000, newBuyers: 3 }, 3000],
])('[P16.10] %s', (_, metric, measures, value) => {
  expect(evaluateMetric(metric, measures)).toBe(value)
})

test('an unknown metric is a bug', () => {
  expect(() => evaluateMetric('nothing', {})).toThrow()
})
