import { expect, test } from 'vitest'
import { sparklinePath } from './sparkline-path.ts'

const size = { width: 10, height: 4 }

test.each([
  ['nothing', [], ''],
  ['one value is no course', [3], ''],
  ['up', [0, 1], 'M0 4L10 0'],
  ['flat runs through the middle', [5, 5, 5], 'M0 2L5 2L10 2'],
  ['an unknown value breaks the line', [0, null, 4, 2], 'M0 4M6.7 0L10 2'],
])('a sparkline: %s', (_name, values, path) => {
  expect(sparklinePath(values, size)).toBe(path)
})
