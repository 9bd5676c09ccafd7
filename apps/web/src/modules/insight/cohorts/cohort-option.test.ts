import { expect, test } from 'vitest'
import { cohortPoints, cohortScale, livedPeriods } from './cohort-option.ts'

const ROWS = [
  { name: '2026-01', size: 10, values: [1, 0.2, 0.1] },
  { name: '2026-02', size: 20, values: [1, 0.3, null] },
]

test('a period that is not over yet has no cell, a period of nobody has one', () => {
  expect(cohortPoints([{ name: '2026-01', size: 10, values: [1, 0, null] }])).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ])
})

test('a column that no cohort has lived through is not drawn', () => {
  expect([livedPeriods(ROWS), livedPeriods([{ name: '2026-02', size: 20, values: [1, null, null] }])]).toEqual([3, 1])
})

test('everybody in the first period does not wash out the other colours', () => {
  expect([cohortScale(ROWS, true), cohortScale(ROWS, false), cohortScale([], true)]).toEqual([0.3, 1, 0])
})
