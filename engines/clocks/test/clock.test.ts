import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { applyEvent, breaches, type ClockEvent, type PauseReason, readClock } from '../src/index.ts'
import { after, policy, solve, start, step, stepAt } from './clock-cases.ts'
import { at, HOUR, hoursOf, iso, MINUTE, SECOND } from './shop-hours.ts'

const TEN = at('2026-11-18 10:00')

describe('a deadline is kept to the millisecond', () => {
  it.each([
    ['2 h 00 m 00 s is in time', 2 * HOUR, false],
    ['2 h 00 m 00.001 s is late', 2 * HOUR + 1, true],
    ['2 h 00 m 01 s is late', 2 * HOUR + SECOND, true],
  ])('[P9.08] a plan due within two hours: %s', (_rule, ms, late) => {
    const filed = after(start(solve, TEN), { kind: 'done', at: TEN + ms, step: 'solve' })
    expect(stepAt(filed, TEN + 10 * HOUR)).toMatchObject({ state: 'done', late, dueAt: TEN + 2 * HOUR })
    expect(breaches(filed, TEN + 10 * HOUR)).toHaveLength(late ? 1 : 0)
  })

  it('a pause at the very instant of the deadline is in time; the deadline is then the end of the pause', () => {
    const paused = after(start(solve, TEN), { kind: 'pause', at: TEN + 2 * HOUR, reason: 'customer' })
    expect(breaches(paused, TEN + 5 * HOUR)).toEqual([])
    const resumed = after(paused, { kind: 'resume', at: TEN + 5 * HOUR, reason: 'customer' })
    expect(breaches(resumed, TEN + 5 * HOUR + 1)).toEqual([{ step: 'solve', round: 1, dueAt: TEN + 5 * HOUR }])
  })

  it('an answer after closing time is late when the deadline was closing time', () => {
    const office = policy([step('solve', HOUR)], { hours: hoursOf('9:00-17:00') })
    const evening = after(start(office, at('2026-11-18 16:00')), {
      kind: 'done',
      at: at('2026-11-18 20:00'),
      step: 'solve',
    })
    expect(stepAt(evening, at('2026-11-18 20:00'))).toMatchObject({ late: true, remainingMs: 0 })
  })
})

describe('pauses', () => {
  it('[P12.13] two reasons that overlap stop the clock once, until the last of them ends', () => {
    const clock = after(
      start(solve, TEN),
      { kind: 'pause', at: TEN + 10 * MINUTE, reason: 'customer' },
      { kind: 'pause', at: TEN + 20 * MINUTE, reason: 'platform' },
      { kind: 'resume', at: TEN + 30 * MINUTE, reason: 'customer' },
      { kind: 'resume', at: TEN + 50 * MINUTE, reason: 'platform' },
    )
    expect(stepAt(clock, TEN + 40 * MINUTE)).toMatchObject({ state: 'paused', pausedFor: ['platform'] })
    expect(stepAt(clock, TEN + HOUR).elapsedMs).toBe(20 * MINUTE)
  })

  it('[P12.13] a step stops only for its own reasons: waiting for the customer does not delay the first answer', () => {
    const ladder = policy([step('answer', 15 * MINUTE, { pausedBy: [] }), step('solve', 2 * HOUR)])
    const clock = after(start(ladder, TEN), { kind: 'pause', at: TEN + MINUTE, reason: 'customer' })
    expect(readClock(clock, TEN + 20 * MINUTE).steps.map((s) => [s.state, s.late])).toEqual([
      ['running', true],
      ['paused', false],
    ])
  })

  it('[P12.13] a pause outside the service hours takes nothing off', () => {
    const office = policy([step('solve', 2 * HOUR)], { hours: hoursOf('9:00-17:00') })
    const begun = start(office, at('2026-11-18 16:30'))
    const paused = after(
      begun,
      { kind: 'pause', at: at('2026-11-18 19:00'), reason: 'customer' },
      { kind: 'resume', at: at('2026-11-19 08:00'), reason: 'customer' },
    )
    const now = at('2026-11-19 08:30')
    expect(stepAt(paused, now).dueAt).toBe(stepAt(begun, now).dueAt)
  })

  it('[P12.13] events entered in any order give one clock', () => {
    const rng = createRng(1111)
    const reasons: readonly PauseReason[] = ['customer', 'platform']
    for (let round = 0; round < 15; round++) {
      const events = reasons.flatMap((reason): ClockEvent[] => {
        const points = Array.from({ length: 6 }, () => TEN + rng.int(4 * 3600) * SECOND).toSorted((a, b) => a - b)
        return points.map((when, i) => ({ kind: i % 2 === 0 ? 'pause' : 'resume', at: when, reason }))
      })
      const clock = { ...start(solve, TEN), events: events.toSorted((a, b) => a.at - b.at) }
      // Equal instants keep their order: a pause before its own resumption.
      const shuffled = {
        ...clock,
        events: reasons.toReversed().flatMap((r) => events.filter((e) => 'reason' in e && e.reason === r)),
      }
      const now = TEN + 5 * HOUR
      expect(readClock(shuffled, now)).toEqual(readClock(clock, now))
      expect(stepAt(clock, now).elapsedMs).toBe(secondsRunning(events, now) * SECOND)
    }
  })

  /** Second by second: does anything pause the clock in this second? */
  function secondsRunning(events: readonly ClockEvent[], now: number): number {
    let count = 0
    for (let t = TEN; t < now; t += SECOND) {
      const isPaused = (reason: PauseReason) =>
        events.filter((e) => 'reason' in e && e.reason === reason && e.at <= t).length % 2 === 1
      if (!isPaused('customer') && !isPaused('platform')) count++
    }
    return count
  }
})

describe('an event that could not have happened is refused, with its reason', () => {
  const running = start(solve, TEN)
  const stopped = after(running, { kind: 'stop', at: TEN + MINUTE, outcome: 'resolved' })
  const paused = after(running, { kind: 'pause', at: TEN + MINUTE, reason: 'customer' })
  const later = TEN + 2 * MINUTE
  it.each<[string, typeof running, ClockEvent, string]>([
    ['ahead of now', running, { kind: 'done', at: TEN + HOUR, step: 'solve' }, 'in_future'],
    ['before the start', running, { kind: 'done', at: TEN - 1, step: 'solve' }, 'before_start'],
    ['a pause on a pause', paused, { kind: 'pause', at: later, reason: 'customer' }, 'already_paused'],
    ['a reason that pauses no step', running, { kind: 'pause', at: later, reason: 'carrier' }, 'reason_pauses_nothing'],
    ['going on without a pause', running, { kind: 'resume', at: later, reason: 'customer' }, 'not_paused'],
    ['a step that is not there', running, { kind: 'done', at: later, step: 'plan' }, 'unknown_step'],
    ['a step that was resolved', stopped, { kind: 'done', at: later, step: 'solve' }, 'stopped'],
    ['calling a step that runs by itself', running, { kind: 'call', at: later, step: 'solve' }, 'step_not_callable'],
    ['reopening what is open', running, { kind: 'reopen', at: later }, 'not_stopped'],
    ['stopping twice', stopped, { kind: 'stop', at: later, outcome: 'resolved' }, 'stopped'],
    [
      'a pause before one that was entered',
      paused,
      { kind: 'pause', at: TEN + 1, reason: 'customer' },
      'already_paused',
    ],
  ])('%s', (_name, clock, event, code) => {
    expect(applyEvent(clock, event, { now: TEN + 30 * MINUTE })).toMatchObject({ ok: false, error: { code } })
  })

  it('an answer noted later takes its place at the instant it was given, and undoes the miss', () => {
    const noted = after(start(solve, TEN), { kind: 'done', at: TEN + HOUR, step: 'solve' })
    expect(breaches(start(solve, TEN), TEN + 3 * HOUR)).toHaveLength(1)
    expect(breaches(noted, TEN + 3 * HOUR)).toEqual([])
  })
})

describe('another policy mid-way', () => {
  const change = (targetMs: number, when: number) =>
    after(start(solve, TEN), { kind: 'policy', at: when, policy: policy([step('solve', targetMs)]) })

  it('a longer target leaves what has passed and gives the rest', () => {
    expect(iso(stepAt(change(4 * HOUR, TEN + HOUR), TEN + HOUR).dueAt)).toBe('2026-11-18 14:00:00')
  })

  it('a target shorter than what has passed is missed at the change, not before', () => {
    const clock = change(30 * MINUTE, TEN + HOUR)
    expect(breaches(clock, TEN + HOUR)).toEqual([])
    expect(breaches(clock, TEN + HOUR + 1)).toEqual([{ step: 'solve', round: 1, dueAt: TEN + HOUR }])
  })

  it('what was missed under the old target stays missed under a longer one', () => {
    const clock = change(24 * HOUR, TEN + 3 * HOUR)
    expect(breaches(clock, TEN + 4 * HOUR)).toEqual([{ step: 'solve', round: 1, dueAt: TEN + 2 * HOUR }])
  })

  it('a step that is dropped breaks no deadline any more; a new one begins at the change', () => {
    const other = policy([step('statement', HOUR)])
    const clock = after(start(solve, TEN), { kind: 'policy', at: TEN + HOUR, policy: other })
    expect(readClock(clock, TEN + 90 * MINUTE).steps.map((s) => [s.step, s.state, iso(s.dueAt)])).toEqual([
      ['solve', 'dropped', '2026-11-18 12:00:00'],
      ['statement', 'running', '2026-11-18 12:00:00'],
    ])
    expect(breaches(clock, TEN + 5 * HOUR).map(({ step: id }) => id)).toEqual(['statement'])
  })
})

describe('the next instant', () => {
  it('between two looks at which it lies ahead nothing changes', () => {
    const marks = [{ id: 'w', afterMs: 96 * MINUTE, kind: 'warning' as const, tells: null }]
    const clock = start(
      policy([step('solve', 2 * HOUR, { marks })], { hours: hoursOf('9:00-17:00') }),
      at('2026-11-18 16:30'),
    )
    const changes: (string | null)[] = []
    for (let now = clock.startedAt; ; ) {
      const { nextAt } = readClock(clock, now)
      changes.push(iso(nextAt))
      if (nextAt === null) break
      now = nextAt + 1
    }
    expect(changes).toEqual(['2026-11-19 10:06:00', '2026-11-19 10:30:00', null])
  })
})
