import type { CampaignSummary } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { ribbonOf, yearsOf } from './ribbon-bars.ts'

const campaign = (id: string, from: string, to: string): CampaignSummary => ({
  id,
  name: id,
  template: null,
  size: 'small',
  state: 'draft',
  wave: 1,
  clockPhase: null,
  mainDay: from,
  windows: [{ phase: 'burst', wave: 1, from, to, startMinute: 0 }],
  next: null,
  targetCents: null,
  budgetCents: null,
  tasks: { all: 0, done: 0, overdue: 0 },
  revision: 1,
  changedBy: '',
  changedAt: '',
})

test('a campaign stands at its share of the year, and is cut where the year ends', () => {
  const { rows, todayShare } = ribbonOf(
    [campaign('b', '2026-12-31', '2027-01-05'), campaign('a', '2026-01-01', '2026-01-02')],
    2026,
    '2026-07-02',
  )
  expect(
    rows.map(({ id, parts }) => [id, parts.map(({ start, width }) => [start, Number((start + width).toFixed(6))])]),
  ).toEqual([
    ['a', [[0, Number((1 / 365).toFixed(6))]]],
    ['b', [[364 / 365, 1]]],
  ])
  expect(todayShare).toBeCloseTo(182 / 365, 6)
})

test('a year is offered when a campaign has a day in it, and the year of today always', () => {
  expect(yearsOf([campaign('a', '2027-12-31', '2028-01-02')], '2026-07-02')).toEqual([2026, 2027, 2028])
})
