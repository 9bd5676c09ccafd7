import { statutoryDay } from '@zhanggui/calendar'
import { addDays, createRng, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { addWorkingMs, openAt, type ServiceHours, workingMs } from '../src/index.ts'
import { at, day, HOUR, hoursOf, iso, MINUTE, SECOND } from './shop-hours.ts'

const office = hoursOf('9:00-12:00, 13:30-18:00')
const nineToFive = hoursOf('9:00-17:00')
const threeShifts = hoursOf('8:00-16:00, 16:00-24:00', { weekend: '10:00-14:00', holiday: 'asUsual' })
const nights = hoursOf('22:00-06:00', { weekend: '20:00-次日08:00' })
const eves = hoursOf('03:00-05:00, 20:00-02:00')

describe('when working time is used up', () => {
  it.each<[string, ServiceHours | null, string, number, string]>([
    ['nothing is used up at once, also at night', office, '2026-11-20 23:00', 0, '2026-11-20 23:00:00'],
    ['round the clock an hour is an hour', null, '2026-11-20 23:30', HOUR, '2026-11-21 00:30:00'],
    ['the evening and the weekend are left out', nineToFive, '2026-11-20 16:30', HOUR, '2026-11-23 09:30:00'],
    ['before opening it counts from opening', nineToFive, '2026-11-18 07:00', 2 * HOUR, '2026-11-18 11:00:00'],
    ['what is used up at closing time is due then', nineToFive, '2026-11-20 16:00', HOUR, '2026-11-20 17:00:00'],
    ['a millisecond more is the next opening', nineToFive, '2026-11-20 16:00', HOUR + 1000, '2026-11-23 09:00:01'],
    ['lunch is left out', office, '2026-11-18 11:30', HOUR, '2026-11-18 14:00:00'],
    ['begun at lunch it counts from after lunch', office, '2026-11-18 12:30', 30 * MINUTE, '2026-11-18 14:00:00'],
    ['two shifts that touch have no gap', threeShifts, '2026-11-18 15:59', 2 * MINUTE, '2026-11-18 16:01:00'],
    ['a night shift runs over midnight', nights, '2026-11-18 23:00', 4 * HOUR, '2026-11-19 03:00:00'],
    ["before dawn it is still last night's shift", nights, '2026-11-19 05:00', 2 * HOUR, '2026-11-19 23:00:00'],
    ['seven days of National Day are closed', office, '2026-09-30 17:30', HOUR, '2026-10-08 09:30:00'],
    ['a Saturday worked in lieu counts', office, '2026-10-09 17:30', HOUR, '2026-10-10 09:30:00'],
    ['a team that works holidays does not wait', threeShifts, '2026-10-01 09:00', HOUR, '2026-10-01 10:00:00'],
  ])('%s', (_rule, hours, from, ms, due) => {
    expect(iso(addWorkingMs(hours, { from: at(from), ms }))).toBe(due)
  })

  it('own closures win over the week, and the shop states a holiday or workday before the data has it', () => {
    const closures = [{ from: day('2026-11-19'), through: day('2026-11-20'), name: '盘点' }]
    const closed = { ...nineToFive, closures }
    expect(iso(addWorkingMs(closed, { from: at('2026-11-18 16:30'), ms: HOUR }))).toBe('2026-11-23 09:30:00')
    const stated = [
      { day: day('2026-11-19'), kind: 'holiday' as const, nameZh: '店庆' },
      { day: day('2026-11-21'), kind: 'workday' as const, nameZh: '' },
    ]
    const own = { ...nineToFive, overrides: stated }
    expect(iso(addWorkingMs(own, { from: at('2026-11-18 16:30'), ms: 9 * HOUR }))).toBe('2026-11-21 09:30:00')
  })

  it('hours that never open again have no such instant', () => {
    const ended = { ...nineToFive, closures: [{ from: day('2026-12-01'), through: day('2046-12-31'), name: '停业' }] }
    expect(addWorkingMs(ended, { from: at('2026-11-30 16:30'), ms: HOUR })).toBeNull()
  })

  it('follows a zone that changes its clocks: the night in spring is an hour shorter', () => {
    const berlin = { ...hoursOf('00:00-24:00', { weekend: '00:00-24:00' }), timeZone: 'Europe/Berlin' }
    const [from, to] = [Date.parse('2026-03-28T23:00:00Z'), Date.parse('2026-03-29T22:00:00Z')]
    expect(workingMs(berlin, { from, to })).toBe(23 * HOUR)
    const gap = { ...hoursOf('02:00-03:00', { weekend: '02:00-03:00' }), timeZone: 'Europe/Berlin' }
    expect(workingMs(gap, { from, to })).toBe(0)
  })

  it('says whether the team works, and until or from when', () => {
    const open = (wall: string, hours = office) => {
      const { open, changesAt } = openAt(hours, at(wall))
      return [open, iso(changesAt)]
    }
    expect(open('2026-11-20 17:00')).toEqual([true, '2026-11-20 18:00:00'])
    expect(open('2026-11-20 12:00')).toEqual([false, '2026-11-20 13:30:00'])
    expect(open('2026-11-20 18:00')).toEqual([false, '2026-11-23 09:00:00'])
    expect(open('2026-11-18 15:00', threeShifts)).toEqual([true, '2026-11-19 00:00:00'])
    expect(openAt(null, 0)).toEqual({ open: true, changesAt: null })
    expect(openAt(hoursOf('全天', { weekend: '全天', holiday: 'asUsual' }), 0).open).toBe(true)
  })
})

/** Minute by minute, without the engine's own arithmetic: is this minute of Shanghai's wall open? */
function openMinutes(hours: ServiceHours, from: string, days: number): Uint8Array {
  const open = new Uint8Array((days + 2) * 1440)
  for (let i = 0; i < days; i++) {
    const on = addDays(parseDay(from), i)
    const { kind } = statutoryDay(on)
    const week = hours.week[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7] ?? []
    const holiday = hours.holiday === 'asUsual' ? week : hours.holiday
    const inLieu = hours.makeUpDay === 'asUsual' ? week : hours.makeUpDay
    const spans = kind === 'holiday' ? holiday : kind === 'makeUpWorkday' ? inLieu : week
    for (const span of spans) open.fill(1, i * 1440 + span.from, i * 1440 + span.to)
  }
  return open
}

describe('three years, minute by minute', () => {
  const [FROM, DAYS] = ['2024-01-01', 1096]
  const start = at(`${FROM} 00:00`)

  it.each([
    ['office hours with lunch', office],
    ['three shifts that touch', threeShifts],
    ['nights over midnight', nights],
    ['an early and a late span', eves],
  ])('the closed form equals stepping: %s', (_name, hours) => {
    const open = openMinutes(hours, FROM, DAYS)
    const sums = new Int32Array(open.length + 1)
    for (let i = 0; i < open.length; i++) sums[i + 1] = (sums[i] ?? 0) + (open[i] ?? 0)
    /** By stepping, to the second: whole minutes from the sums, the broken minute by its share. */
    const stepped = (instant: number): number => {
      const minute = Math.floor((instant - start) / MINUTE)
      return (sums[minute] ?? 0) * MINUTE + (open[minute] ? (instant - start) % MINUTE : 0)
    }
    const rng = createRng(20261111)
    for (let i = 0; i < 150; i++) {
      // Two days in, so that the night before the first day is in both.
      const from = start + 2 * 86_400_000 + Math.floor(rng.next() * (DAYS - 40) * 86_400) * SECOND
      const to = from + Math.floor(rng.next() ** 4 * 37 * 86_400) * SECOND
      expect(workingMs(hours, { from, to })).toBe(stepped(to) - stepped(from))
    }
    const [from, to] = [start + 2 * 86_400_000, start + (DAYS - 2) * 86_400_000]
    expect(workingMs(hours, { from, to })).toBe(stepped(to) - stepped(from))
  })

  it('the instant at which an amount is used up is the inverse of the time that has passed', () => {
    const rng = createRng(618)
    for (const hours of [office, threeShifts, nights, eves, null])
      for (let i = 0; i < 60; i++) {
        const from = start + Math.floor(rng.next() * 1000 * 86_400_000)
        const ms = 1 + Math.floor(rng.next() ** 3 * 80 * HOUR)
        const due = addWorkingMs(hours, { from, ms })
        if (due === null) throw new Error('these hours never run out')
        expect(workingMs(hours, { from, to: due })).toBe(ms)
        expect(workingMs(hours, { from, to: due - 1 })).toBe(ms - 1)
      }
  })

  it('working time adds up: two stretches are as long as the one they make', () => {
    const rng = createRng(38)
    for (let i = 0; i < 60; i++) {
      const [a = 0, b = 0, c = 0] = [rng.next(), rng.next(), rng.next()]
        .toSorted((x, y) => x - y)
        .map((x) => start + Math.floor(x * 90 * 86_400_000))
      const between = (from: number, to: number) => workingMs(office, { from, to })
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
    }
  })
})
