import { occasionInYear, occasionsBetween, TMALL_OCCASIONS } from '@zhanggui/calendar'
import { addDays, createRng, daysBetween, parseDay } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  CAMPAIGN_PHASES,
  checkPhases,
  isBrokenSchedule,
  joinWindows,
  type PhaseWindow,
  scheduleOccasion,
  schedulePhases,
  windowIndexAt,
} from '../../src/index.ts'

const D0 = parseDay('2026-11-11')
const shape = (windows: readonly PhaseWindow[]) =>
  windows.map(({ phase, from, to }) => [phase, daysBetween(D0, from), daysBetween(D0, to) - 1])

/** Each window ends on the day the next begins, and none is empty: every day stands in exactly one. */
function expectWhole(windows: readonly PhaseWindow[]): void {
  windows.forEach(({ from, to }, i) => {
    expect(from < to).toBe(true)
    if (i > 0) expect(from).toBe(windows[i - 1]?.to)
  })
  expect(checkPhases(windows).filter(isBrokenSchedule)).toEqual([])
}

describe('phases counted from the main day', () => {
  it('[P3.16] pre-heat stands 10 days before, burst on D0, closing D+1 to D+3, long tail to D+7', () => {
    expect(shape(schedulePhases(D0))).toEqual([
      ['reservoir', -24, -11],
      ['preheat', -10, -1],
      ['burst', 0, 0],
      ['closing', 1, 3],
      ['longTail', 4, 7],
      ['review', 8, 14],
    ])
  })

  it('[P3.16] closing and long tail never share a day: closing keeps its days, or the encore opens on D+2, as the shop says', () => {
    expect(shape(schedulePhases(D0, { overlapRule: 'longTailFirst' })).slice(3, 5)).toEqual([
      ['closing', 1, 1],
      ['longTail', 2, 7],
    ])
  })

  it('[P3.16] over any main day, any lengths and either rule there is no gap and no double phase', () => {
    const rng = createRng('phases')
    for (let i = 0; i < 100; i++) {
      const mainDay = addDays(parseDay('2024-01-01'), rng.int(1500))
      const lengths = {
        reservoirDays: rng.int(46),
        preheatDays: rng.int(16),
        burstDays: 1 + rng.int(12),
        closingDays: rng.int(5),
        longTailLastDay: rng.int(12),
        reviewDays: rng.int(15),
      }
      const windows = schedulePhases(mainDay, { lengths, overlapRule: rng.pick(['closingFirst', 'longTailFirst']) })
      expectWhole(windows)
      expect(windows.some(({ phase, from }) => phase === 'burst' && from === mainDay)).toBe(true)
    }
  })

  it('[P3.16] over windows that leave holes or share days, joining leaves no gap and no double day', () => {
    const rng = createRng('loose windows')
    for (let i = 0; i < 100; i++) {
      let from = D0
      const loose = CAMPAIGN_PHASES.map((phase) => {
        const to = addDays(from, 1 + rng.int(9))
        const window = { phase, from, to }
        from = addDays(to, rng.int(7) - 3)
        return window
      })
      const windows = joinWindows(loose)
      expect(windows.slice(1).map(({ from }) => from)).toEqual(windows.slice(0, -1).map(({ to }) => to))
      expect(windows.every((window) => window.from < window.to)).toBe(true)
    }
  })

  it('[P3.16] every occasion of three years becomes a campaign without a gap', () => {
    for (const occasion of occasionsBetween(parseDay('2024-01-01'), parseDay('2027-01-01')))
      expectWhole(scheduleOccasion(occasion))
  })

  it('a campaign of Double 11 has the two waves of the platform', () => {
    const rule = TMALL_OCCASIONS.find(({ id }) => id === 'double11')
    const occasion = rule && occasionInYear(rule, 2026)
    if (!occasion) throw new Error('Double 11 comes in 2026')
    expect(scheduleOccasion(occasion).map(({ phase, wave }) => `${phase} ${wave}`)).toEqual([
      'reservoir 1',
      'preheat 1',
      'burst 1',
      'preheat 2',
      'burst 2',
      'closing 1',
      'longTail 1',
      'review 1',
    ])
  })
})

describe('which phase a moment lies in', () => {
  const windows = schedulePhases(parseDay('2026-11-10'), { burstStartMinute: 1200 })
  it.each([
    ['2026-10-16', 1439, -1],
    ['2026-10-17', 0, 0],
    ['2026-11-10', 1199, 1],
    ['2026-11-10', 1200, 2],
    ['2026-11-11', 0, 3],
    ['2026-11-24', 1439, 5],
    ['2026-11-25', 0, 6],
  ] as const)('%s at minute %i lies in window %i', (day, minute, index) => {
    expect(windowIndexAt(windows, { day: parseDay(day), minute })).toBe(index)
  })
})

describe('what is said of wrong days', () => {
  const good = schedulePhases(D0)
  const change = (phase: string, more: Partial<PhaseWindow>) =>
    checkPhases(good.map((w) => (w.phase === phase ? { ...w, ...more } : w))).map(({ code }) => code)
  it.each([
    ['a hole between two phases', 'closing', { to: addDays(D0, 3) }, 'days_between'],
    ['two phases on a day', 'burst', { to: addDays(D0, 2) }, 'days_twice'],
    ['an empty phase', 'burst', { to: D0 }, 'empty_window'],
    ['a pre-heat of 16 days', 'preheat', { from: addDays(D0, -16) }, 'out_of_tolerance'],
    ['a long tail of nine days', 'longTail', { to: addDays(D0, 10) }, 'long_tail_too_late'],
    ['phases in the wrong order', 'closing', { phase: 'reservoir' }, 'wrong_order'],
    ['a start outside the day', 'burst', { startMinute: 1440 }, 'start_minute_outside_day'],
  ] as const)('[P3.16] %s is named', (_what, phase, more, code) => {
    expect(change(phase, more)).toContain(code)
  })
  it('a campaign as scheduled has nothing to say', () => expect(checkPhases(good)).toEqual([]))
})
