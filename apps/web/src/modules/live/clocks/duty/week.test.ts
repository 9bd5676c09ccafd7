import type { DutyView } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { mondayOf, offsetOf, weekBars } from './week.ts'

const HOURS = { offsetMs: 8 * 3_600_000 }
const person = { person: 'lin@shop.cn', name: '林', known: true, level: 'first' as const, standby: false }
const duty = (more: Partial<DutyView>): DutyView => ({
  now: '2026-11-18T02:00:00.000Z',
  onDuty: [],
  shifts: [],
  gaps: [],
  rest: [],
  unknownPeople: [],
  pages: [],
  ...more,
})

test('a night is drawn on both its days, and a gap in its place', () => {
  const shifts = [{ ...person, from: '2026-11-16T14:00:00.000Z', to: '2026-11-16T22:00:00.000Z' }]
  const gaps = [
    { level: 'first' as const, from: '2026-11-16T22:00:00.000Z', to: '2026-11-17T16:00:00.000Z', people: 0, needed: 1 },
  ]
  const [monday, tuesday, wednesday] = weekBars(duty({ shifts, gaps }), '2026-11-16', HOURS)
  expect(monday?.lanes).toMatchObject([[{ kind: 'shift', from: 22 / 24, to: 1 }]])
  expect(tuesday?.lanes).toMatchObject([
    [
      { kind: 'shift', from: 0, to: 6 / 24 },
      { kind: 'gap', from: 6 / 24, to: 1 },
    ],
  ])
  expect(wednesday?.lanes).toEqual([])
})

test('two people at once stand under one another', () => {
  const shift = { ...person, from: '2026-11-16T00:00:00.000Z', to: '2026-11-16T08:00:00.000Z' }
  const [monday] = weekBars(duty({ shifts: [shift, { ...shift, person: 'he@shop.cn' }] }), '2026-11-16', HOURS)
  expect(monday?.lanes).toHaveLength(2)
})

test('the week begins on the shop’s Monday, and its wall is eight hours ahead', () => {
  expect(mondayOf(Date.parse('2026-11-15T16:30:00.000Z'), 'Asia/Shanghai')).toBe('2026-11-16')
  expect(offsetOf(Date.parse('2026-11-15T16:30:00.123Z'), 'Asia/Shanghai')).toBe(HOURS.offsetMs)
})
