import type { DrillFault } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { clockOf } from './clock-of.ts'
import { timelineRows } from './timeline.ts'

const fault = (over: Partial<DrillFault>): DrillFault => ({
  kind: 'attack',
  nameZh: '攻击',
  nameEn: 'Attack',
  plan: 'attack',
  planZh: '攻击',
  planEn: 'Attack',
  from: 100,
  to: 200,
  size: 0.5,
  detectedAt: 110,
  startedAt: 120,
  restoredAt: 150,
  times: { detect: 10, start: 10, restore: 30 },
  goals: { detectMinutes: 10, startMinutes: 10, restoreMinutes: 30 },
  passed: true,
  score: 100,
  parts: { detect: 25, start: 20, restore: 25, clocks: 15, told: 15 },
  clocks: [],
  runs: [],
  affected: 0,
  told: 0,
  notes: {},
  lossWithout: { lostSalesCents: 0, directCents: 0, recoveredCents: 0, totalCents: 0 },
  loss: { lostSalesCents: 0, directCents: 0, recoveredCents: 0, totalCents: 0 },
  lessons: [],
  ...over,
})

test('marks stand where they happened, as shares of the drill', () => {
  const [row] = timelineRows([fault({})], { from: 0, to: 200 })
  expect(row?.span).toEqual({ from: 50, width: 50 })
  expect(row?.marks.map(({ kind, at }) => [kind, at])).toEqual([
    ['detect', 55],
    ['start', 60],
    ['restore', 75],
  ])
  expect(row?.answered).toEqual({ from: 60, width: 15 })
})

test('what never came has no mark, and what came after the drill is left out', () => {
  const [never] = timelineRows([fault({ startedAt: null, restoredAt: null })], { from: 0, to: 200 })
  expect([never?.answered, never?.marks.map(({ kind }) => kind)]).toEqual([null, ['detect']])
  const [later] = timelineRows([fault({ restoredAt: 400 })], { from: 0, to: 200 })
  expect(later?.marks).toHaveLength(2)
})

test('minutes of the day are written as a clock, also past midnight', () => {
  expect([clockOf(0), clockOf(605), clockOf(1500)]).toEqual(['00:00', '10:05', '01:00'])
})
