import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohortRates, overallRates } from './cohort-rates.ts'

const JANUARY = { cohort: '2026-01', size: 4, values: [4, 1, 2] }
const FEBRUARY = { cohort: '2026-02', size: 6, values: [6, 3, null] }

test('retention is the share of the first buyers who bought in a period, and never a running total', () => {
  expect(cohortRates(JANUARY, 'buyers')).toEqual({ each: [1, 0.25, 0.5], toDate: [] })
})

test('paid per buyer is whole fen, rounded half up; to date it is rounded once, not period by period', () => {
  const paid = { size: 8, values: [1_000, 4, 4] }
  expect(cohortRates(paid, 'paid')).toEqual({ each: [125, 1, 1], toDate: [125, 126, 126] })
})

test('a period that is not over is unknown, and so is everything to date from it on', () => {
  expect(cohortRates({ size: 2, values: [200, null, 100] }, 'paid').toDate).toEqual([100, null, null])
})

test('all together, a period counts the cohorts that lived through it, in figure and size', () => {
  expect(overallRates([JANUARY, FEBRUARY], 'buyers').each).toEqual([1, 0.4, 0.5])
})

test.each([
  ['no cohort', [], { each: [], toDate: [] }],
  ['nobody', [{ cohort: '2026-01', size: 0, values: [0] }], { each: [null], toDate: [null] }],
])('of nothing there is no rate: %s', (_name, cohorts, rates) => {
  expect(overallRates(cohorts, 'paid')).toEqual(rates)
})

test('one cohort alone has the rates of all together', () => {
  const figure = fc.option(fc.integer({ min: 0, max: 10_000_000 }))
  const given = fc.record({ size: fc.integer({ min: 1, max: 9_999 }), values: fc.array(figure, { maxLength: 12 }) })
  fc.assert(
    fc.property(given, fc.constantFrom('buyers' as const, 'paid' as const), (cohort, measure) => {
      expect(overallRates([{ cohort: '2026-01', ...cohort }], measure)).toEqual(cohortRates(cohort, measure))
    }),
    { seed: 20261122, numRuns: 200 },
  )
})
