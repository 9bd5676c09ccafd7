import { expect, test } from 'vitest'
import { cohortRequest, readCohortState } from './cohort-state.ts'

const DATA = { from: '2024-11-22', to: '2026-11-22' }

test.each([
  ['nothing', '', { grain: 'month', figure: 'retention', span: '12' }],
  ['all of it', 'grain=week&figure=paidToDate&span=all', { grain: 'week', figure: 'paidToDate', span: 'all' }],
  ['nonsense', 'grain=minute&figure=x&span=13', { grain: 'month', figure: 'retention', span: '12' }],
])('an address with %s still opens', (_name, search, state) => {
  const params = new URLSearchParams(search)
  expect(readCohortState((name) => params.get(name))).toEqual(state)
})

test.each([
  ['12', '2025-11-01'],
  ['24', '2024-11-22'],
  ['all', '2024-11-22'],
] as const)(
  'first purchases of the last %s months begin with a whole month, and never before the data',
  (span, from) => {
    expect(cohortRequest({ grain: 'month', span }, DATA, 'buyers')).toEqual({
      grain: 'month',
      measure: 'buyers',
      from,
      to: '2026-11-22',
    })
  },
)
