import { addDays, type BusinessDay, createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  calledFor,
  type DutyShift,
  headcountFor,
  headsNeeded,
  onDuty,
  proposeRota,
  REST_RULES,
  restProblems,
  uncovered,
} from '../src/index.ts'
import { at, day, HOUR, hoursOf, iso, MINUTE } from './shop-hours.ts'

const shift = (person: string, from: string, hours: number, more: Partial<DutyShift> = {}): DutyShift => ({
  person,
  level: 'first',
  from: at(from),
  to: at(from) + hours * HOUR,
  standby: false,
  ...more,
})

const question = { rules: REST_RULES, timeZone: 'Asia/Shanghai' }
const roundTheClock = hoursOf('00:00-08:00, 08:00-16:00, 16:00-24:00', {
  weekend: '00:00-08:00, 08:00-16:00, 16:00-24:00',
  holiday: 'asUsual',
})
const daysFrom = (first: string, n: number): BusinessDay[] =>
  Array.from({ length: n }, (_, i) => addDays(day(first), i))

describe('[P4.14] hours that nobody covers', () => {
  const asked = { from: at('2026-11-11 00:00'), to: at('2026-11-12 00:00'), level: 'first' as const, needed: 1 }
  const gaps = (shifts: readonly DutyShift[], needed = 1) =>
    uncovered(shifts, { ...asked, needed }).map(({ from, to, people }) => [iso(from), iso(to), people])

  it('are found to the second, at both ends and in the middle', () => {
    const shifts = [
      shift('甲', '2026-11-11 00:30', 8),
      shift('乙', '2026-11-11 08:30', 8),
      shift('丙', '2026-11-11 16:31', 4),
    ]
    expect(gaps(shifts)).toEqual([
      ['2026-11-11 00:00:00', '2026-11-11 00:30:00', 0],
      ['2026-11-11 16:30:00', '2026-11-11 16:31:00', 0],
      ['2026-11-11 20:31:00', '2026-11-12 00:00:00', 0],
    ])
  })

  it('a person with two shifts at once is one person, and another level covers nothing', () => {
    const shifts = [
      shift('甲', '2026-11-10 20:00', 30),
      shift('甲', '2026-11-11 08:00', 8),
      shift('乙', '2026-11-11 00:00', 24, { level: 'lead' }),
    ]
    expect(gaps(shifts)).toEqual([])
    expect(gaps(shifts, 2)).toEqual([['2026-11-11 00:00:00', '2026-11-12 00:00:00', 1]])
  })

  it('agree with a look at every minute', () => {
    const rng = createRng(4)
    for (let round = 0; round < 20; round++) {
      const shifts = Array.from({ length: 6 }, () => {
        const from = at('2026-11-10 12:00') + rng.int(40 * 60) * MINUTE
        return {
          person: rng.pick(['甲', '乙', '丙']),
          level: 'first' as const,
          from,
          to: from + rng.int(600) * MINUTE,
          standby: false,
        }
      })
      let minutes = 0
      for (let t = asked.from; t < asked.to; t += MINUTE)
        if (new Set(shifts.filter((s) => s.from <= t && t < s.to).map((s) => s.person)).size < 2) minutes++
      const found = uncovered(shifts, { ...asked, needed: 2 })
      expect(found.reduce((sum, gap) => sum + (gap.to - gap.from) / MINUTE, 0)).toBe(minutes)
    }
  })
})

describe('[P4.14] the rest that the law wants', () => {
  const rules = (shifts: readonly DutyShift[]) =>
    restProblems(shifts, question).map(({ rule, on, actual }) => [rule, on, actual])

  it.each<[string, DutyShift[], unknown[]]>([
    ['eight hours a day, five days, are fine', daysFrom('2026-11-16', 5).map((d) => shift('甲', `${d} 09:00`, 8)), []],
    ['eleven hours are the most of a day', [shift('甲', '2026-11-16 09:00', 11)], []],
    ['twelve are too many', [shift('甲', '2026-11-16 09:00', 12)], [['dayHours', '2026-11-16', 12]]],
    ['a night counts on both its days', [shift('甲', '2026-11-16 18:00', 12)], []],
    [
      'late out and early in leaves too little sleep',
      [shift('甲', '2026-11-16 16:00', 8), shift('甲', '2026-11-17 08:00', 8)],
      [['betweenShifts', '2026-11-17', 8]],
    ],
    [
      'nobody is in two places',
      [shift('甲', '2026-11-16 08:00', 8), shift('甲', '2026-11-16 14:00', 3)],
      [['overlap', '2026-11-16', -2]],
    ],
    [
      'a week without a day off',
      daysFrom('2026-11-16', 7).map((d) => shift('甲', `${d} 09:00`, 4)),
      [['weekRest', '2026-11-16', 0]],
    ],
    ['seven days over two weeks have one each', daysFrom('2026-11-19', 7).map((d) => shift('甲', `${d} 09:00`, 8)), []],
    [
      'standby at home is no working time',
      daysFrom('2026-11-16', 7).map((d) => shift('甲', `${d} 00:00`, 24, { standby: true })),
      [],
    ],
  ])('%s', (_rule, shifts, problems) => {
    expect(rules(shifts)).toEqual(problems)
  })

  it('overtime of a month is what goes beyond its workdays: 21 in November 2026, so 168 hours and 36', () => {
    const workdays = daysFrom('2026-11-01', 30).filter((d) => new Date(`${d}T00:00Z`).getUTCDay() !== 0)
    const nine = workdays.map((d) => shift('甲', `${d} 09:00`, 8.1))
    expect(rules(nine)).toEqual([])
    const more = workdays.map((d) => shift('甲', `${d} 09:00`, 8.2))
    expect(rules(more).map(([rule, on]) => [rule, on])).toEqual([['monthOvertime', '2026-11-01']])
  })
})

describe('[P4.14] a rota round the clock', () => {
  const wish = {
    ...question,
    shifts: roundTheClock,
    days: daysFrom('2026-11-02', 28),
    level: 'first' as const,
    needed: 1,
    given: [],
  }
  const span = { from: at('2026-11-02 00:00'), to: at('2026-11-30 00:00'), level: 'first' as const, needed: 1 }

  it('needs five people by hours alone, and with six no hour is uncovered and every rest is kept', () => {
    expect(headcountFor({ shifts: roundTheClock, week: daysFrom('2026-11-16', 7), needed: 1 })).toBe(5)
    const rota = proposeRota({ ...wish, people: ['甲', '乙', '丙', '丁', '戊', '己'] })
    expect(rota.unfilled).toEqual([])
    expect(uncovered(rota.shifts, span)).toEqual([])
    expect(restProblems(rota.shifts, question)).toEqual([])
    const hours = Map.groupBy(rota.shifts, ({ person }) => person)
    const counts = [...hours.values()].map((mine) => mine.length)
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2)
  })

  it('with too few people it breaks no rule but leaves hours open, and says which', () => {
    const rota = proposeRota({ ...wish, people: ['甲', '乙'] })
    expect(restProblems(rota.shifts, question)).toEqual([])
    const open = rota.unfilled.reduce((sum, { from, to }) => sum + to - from, 0)
    const gaps = uncovered(rota.shifts, span).reduce((sum, { from, to }) => sum + to - from, 0)
    expect(open).toBe(gaps)
    expect(open).toBeGreaterThan(0)
  })

  it('leaves what is fixed alone and counts its rest', () => {
    const given = [shift('甲', '2026-11-02 00:00', 8), shift('乙', '2026-11-02 08:00', 8)]
    const rota = proposeRota({ ...wish, days: daysFrom('2026-11-02', 1), people: ['甲', '乙', '丙'], given })
    expect(rota.shifts.map(({ person, from }) => [person, iso(from)])).toEqual([['丙', '2026-11-02 16:00:00']])
  })
})

describe('[P7.09] whom a page calls', () => {
  const shifts = [
    shift('甲', '2026-11-11 00:00', 8),
    shift('丁', '2026-11-11 00:00', 24, { level: 'lead', standby: true }),
  ]
  it('the people on duty at the level, at the very instant of the call', () => {
    expect(onDuty(shifts, at('2026-11-11 07:59'))[0]).toEqual({ level: 'first', people: ['甲'] })
    expect(onDuty(shifts, at('2026-11-11 08:00'))[0]).toEqual({ level: 'first', people: [] })
  })
  it('goes to the next level at once when nobody is on duty, and in the end to those who answer for the shop', () => {
    const called = (level: 'first' | 'second' | 'lead', when: string) =>
      calledFor(level, { shifts, at: at(when), lastResort: ['店主'] })
    expect(called('second', '2026-11-11 03:00')).toEqual({ level: 'lead', people: ['丁'] })
    expect(called('first', '2026-11-12 03:00')).toEqual({ level: 'lastResort', people: ['店主'] })
  })
})

describe('[P4.14] how many people a seat takes', () => {
  it.each([
    ['a desk round the clock', 168, 1, 5],
    ['two seats in the day, seven days', 56, 2, 3],
    ['a live room of four hours a day', 28, 1, 1],
    ['exactly one week of work', 40, 1, 1],
    ['an hour more', 41, 1, 2],
    ['nothing to hold', 0, 3, 0],
  ])('%s', (_what, hoursWeek, seats, heads) => expect(headsNeeded({ hoursWeek, seats })).toBe(heads))
})
