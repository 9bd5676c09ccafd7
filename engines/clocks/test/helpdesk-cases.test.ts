import { describe, expect, it } from 'vitest'
import { breaches, passedMarks, readClock, remaining } from '../src/index.ts'
import { after, policy, solve, start, step, stepAt } from './clock-cases.ts'
import { at, HOUR, hoursOf, iso, MINUTE, SECOND } from './shop-hours.ts'

// Each rule is a trap that users of helpdesks reported; the thread stands beside it.
describe('traps that helpdesks fell into', () => {
  it('only service hours count: Friday 16:30 and an hour is Monday 9:30 (chatwoot#13392)', () => {
    const clock = start(policy([step('answer', HOUR)], { hours: hoursOf('9:00-17:00') }), at('2026-11-20 16:30'))
    expect(iso(stepAt(clock, clock.startedAt, 'answer').dueAt)).toBe('2026-11-23 09:30:00')
    expect(breaches(clock, at('2026-11-23 09:30'))).toEqual([])
    expect(breaches(clock, at('2026-11-23 09:30') + 1)).toHaveLength(1)
  })

  it('a lunch break stops the clock, and a message at lunch waits for its end (chatwoot#14009, frappe/helpdesk#2212)', () => {
    const hours = hoursOf('8:00-12:00, 13:30-18:00')
    const clock = start(policy([step('answer', 15 * MINUTE)], { hours }), at('2026-11-18 12:30'))
    expect(stepAt(clock, at('2026-11-18 13:00'), 'answer')).toMatchObject({ state: 'resting', elapsedMs: 0 })
    expect(iso(stepAt(clock, at('2026-11-18 13:00'), 'answer').opensAt)).toBe('2026-11-18 13:30:00')
    expect(iso(stepAt(clock, at('2026-11-18 13:00'), 'answer').dueAt)).toBe('2026-11-18 13:45:00')
  })

  it('a holiday and the day worked in lieu for it both count as the notice says', () => {
    const clock = start(policy([step('solve', 2 * HOUR)], { hours: hoursOf('9:00-18:00') }), at('2026-09-30 17:00'))
    expect(iso(stepAt(clock, clock.startedAt).dueAt)).toBe('2026-10-08 10:00:00')
    const saturday = start(policy([step('solve', 2 * HOUR)], { hours: hoursOf('9:00-18:00') }), at('2026-10-09 17:00'))
    expect(iso(stepAt(saturday, saturday.startedAt).dueAt)).toBe('2026-10-10 10:00:00')
  })

  it('a clock stops when its matter is resolved, and a miss does not grow after that (chatwoot#10178, #15024)', () => {
    const begun = start(solve, at('2026-11-18 10:00'))
    const resolved = after(begun, { kind: 'stop', at: at('2026-11-18 11:00'), outcome: 'resolved' })
    expect(breaches(resolved, at('2027-01-01 00:00'))).toEqual([])
    expect(readClock(resolved, at('2027-01-01 00:00'))).toMatchObject({ state: 'resolved', nextAt: null })
    const missed = after(begun, { kind: 'stop', at: at('2026-11-18 12:30'), outcome: 'resolved' })
    const [soon, later] = [at('2026-11-18 13:00'), at('2026-12-18 13:00')].map((now) => stepAt(missed, now))
    expect(soon).toEqual(later)
    expect(soon).toMatchObject({ late: true, elapsedMs: 2.5 * HOUR })
  })

  it('reopened, the first clock goes on with what it had used; the closed time is nobody’s (chatwoot#15024, zammad#188)', () => {
    const reopened = after(
      start(solve, at('2026-11-18 10:00')),
      { kind: 'stop', at: at('2026-11-18 11:30'), outcome: 'resolved' },
      { kind: 'reopen', at: at('2026-11-19 10:00') },
      { kind: 'stop', at: at('2026-11-19 10:10'), outcome: 'resolved' },
      { kind: 'reopen', at: at('2026-11-20 10:00') },
    )
    const now = stepAt(reopened, at('2026-11-20 10:05'))
    expect(now).toMatchObject({ startedAt: at('2026-11-18 10:00'), elapsedMs: 105 * MINUTE })
    expect(iso(now.dueAt)).toBe('2026-11-20 10:20:00')
    expect(breaches(reopened, at('2026-11-20 10:21'))).toHaveLength(1)
  })

  it('where a policy says so, closing too early gains nothing: the closed time counts', () => {
    const strict = { ...solve, closedTime: 'counts' as const }
    const reopened = after(
      start(strict, at('2026-11-18 10:00')),
      { kind: 'stop', at: at('2026-11-18 11:30'), outcome: 'resolved' },
      { kind: 'reopen', at: at('2026-11-18 11:45') },
    )
    expect(iso(stepAt(reopened, at('2026-11-18 11:50')).dueAt)).toBe('2026-11-18 12:00:00')
  })

  it('what was missed before a reopening stays one miss, not two', () => {
    const reopened = after(
      start(solve, at('2026-11-18 10:00')),
      { kind: 'stop', at: at('2026-11-18 12:30'), outcome: 'resolved' },
      { kind: 'reopen', at: at('2026-11-18 15:00') },
    )
    const missed = [{ step: 'solve', round: 1, dueAt: at('2026-11-18 12:00') }]
    expect(breaches(reopened, at('2026-11-18 12:20'))).toEqual(missed)
    expect(breaches(reopened, at('2026-11-19 15:00'))).toEqual(missed)
  })

  it('a shorter deadline for later answers does not overrule the first (zammad#5177)', () => {
    const clock = start(
      policy([step('first', 4 * HOUR), step('next', HOUR, { begins: 'call', after: 'first' })]),
      at('2026-11-18 10:00'),
    )
    const asked = after(clock, { kind: 'call', at: at('2026-11-18 10:30'), step: 'next' })
    const state = readClock(asked, at('2026-11-18 11:00'))
    expect(state.steps.map((s) => [s.step, s.state, iso(s.dueAt)])).toEqual([
      ['first', 'running', '2026-11-18 14:00:00'],
      ['next', 'waiting', null],
    ])
  })

  it('an answered message escalates no more, and the next message begins its own clock (zammad#3140)', () => {
    const clock = after(
      start(
        policy([step('first', HOUR), step('next', HOUR, { begins: 'call', after: 'first' })]),
        at('2026-11-18 10:00'),
      ),
      { kind: 'done', at: at('2026-11-18 10:20'), step: 'first' },
    )
    expect(breaches(clock, at('2026-11-30 00:00'))).toEqual([])
    const again = after(clock, { kind: 'call', at: at('2026-11-19 10:00'), step: 'next' })
    expect(breaches(again, at('2026-11-19 11:01'))).toEqual([{ step: 'next', round: 1, dueAt: at('2026-11-19 11:00') }])
  })

  it('a customer’s word begins the wait whatever way it came; of several the first counts (zammad#1322, #2091)', () => {
    const answered = after(
      start(
        policy([step('first', HOUR), step('next', 2 * HOUR, { begins: 'call', after: 'first' })]),
        at('2026-11-18 09:00'),
      ),
      { kind: 'done', at: at('2026-11-18 09:10'), step: 'first' },
      { kind: 'call', at: at('2026-11-18 10:00'), step: 'next' },
      { kind: 'call', at: at('2026-11-18 11:30'), step: 'next' },
    )
    expect(iso(stepAt(answered, at('2026-11-18 11:31'), 'next').dueAt)).toBe('2026-11-18 12:00:00')
    const twice = after(
      answered,
      { kind: 'done', at: at('2026-11-18 11:40'), step: 'next' },
      { kind: 'call', at: at('2026-11-18 11:50'), step: 'next' },
    )
    expect(stepAt(twice, at('2026-11-18 12:00'), 'next')).toMatchObject({ round: 2, elapsedMs: 10 * MINUTE })
  })

  it('no deadline is kept from before: each event moves the next instant at once (zammad#2082)', () => {
    const clock = start(policy([step('answer', HOUR), step('solve', 4 * HOUR)]), at('2026-11-18 10:00'))
    const next = (c: typeof clock, now: string) => iso(readClock(c, at(now)).nextAt)
    expect(next(clock, '2026-11-18 10:01')).toBe('2026-11-18 11:00:00')
    const answered = after(clock, { kind: 'done', at: at('2026-11-18 10:30'), step: 'answer' })
    expect(next(answered, '2026-11-18 10:30')).toBe('2026-11-18 14:00:00')
    const paused = after(answered, { kind: 'pause', at: at('2026-11-18 10:40'), reason: 'customer' })
    expect(next(paused, '2026-11-18 10:41')).toBeNull()
    const resumed = after(paused, { kind: 'resume', at: at('2026-11-18 12:40'), reason: 'customer' })
    expect(next(resumed, '2026-11-18 12:41')).toBe('2026-11-18 16:00:00')
  })

  it('answering and waiting for the customer in one breath keeps the answer (zammad#3551)', () => {
    const moment = at('2026-11-18 10:20')
    const clock = start(
      policy([step('answer', 5 * HOUR, { pausedBy: [] }), step('solve', 8 * HOUR)]),
      at('2026-11-18 10:00'),
    )
    const orders = [
      after(clock, { kind: 'done', at: moment, step: 'answer' }, { kind: 'pause', at: moment, reason: 'customer' }),
      after(clock, { kind: 'pause', at: moment, reason: 'customer' }, { kind: 'done', at: moment, step: 'answer' }),
    ]
    for (const both of orders) {
      expect(stepAt(both, moment + HOUR, 'answer')).toMatchObject({
        state: 'done',
        late: false,
        elapsedMs: 20 * MINUTE,
      })
      expect(stepAt(both, moment + HOUR, 'solve')).toMatchObject({ state: 'paused', elapsedMs: 20 * MINUTE })
    }
  })

  it('another calendar mid-way: what has passed was counted by the old one (zammad#534)', () => {
    const round = start(solve, at('2026-11-20 16:30'))
    const office = { ...solve, hours: hoursOf('9:00-17:00') }
    const changed = after(round, { kind: 'policy', at: at('2026-11-20 17:30'), policy: office })
    expect(stepAt(changed, at('2026-11-20 17:30')).elapsedMs).toBe(HOUR)
    expect(iso(stepAt(changed, at('2026-11-20 17:30')).dueAt)).toBe('2026-11-23 10:00:00')
  })

  it('a merged ticket is cancelled and breaks no deadline any more (zammad#904)', () => {
    const merged = after(start(solve, at('2026-11-18 10:00')), {
      kind: 'stop',
      at: at('2026-11-18 10:05'),
      outcome: 'cancelled',
    })
    expect(breaches(merged, at('2026-12-01 00:00'))).toEqual([])
    expect(readClock(merged, at('2026-12-01 00:00')).state).toBe('cancelled')
  })

  it('three alarms of one wait ring at 1, 2 and 3 hours, each once (freescout#3762)', () => {
    const marks = [1, 2, 3].map((h) => ({
      id: `alarm-${h}`,
      afterMs: h * HOUR,
      kind: 'escalation' as const,
      tells: `level-${h}`,
    }))
    const clock = start(policy([step('answer', 4 * HOUR, { marks })]), at('2026-11-18 10:00'))
    const rung: string[] = []
    for (let now = clock.startedAt; now <= at('2026-11-18 15:00'); now += 37 * SECOND)
      for (const { mark } of passedMarks(clock, now)) if (!rung.includes(mark)) rung.push(mark)
    expect(rung).toEqual(['alarm-1', 'alarm-2', 'alarm-3', 'due'])
    expect(passedMarks(clock, at('2026-11-18 15:00')).map(({ at: when }) => iso(when))).toEqual(
      ['11', '12', '13', '14'].map((h) => `2026-11-18 ${h}:00:00`),
    )
  })

  it('a page without an answer says who is next, and what is left counts down to the second (chatwoot#6889)', () => {
    const clock = start(solve, at('2026-11-18 10:00'))
    expect(remaining(clock, at('2026-11-18 11:59:59'))).toBe(SECOND)
    expect(remaining(clock, at('2026-11-18 12:00:01'))).toBe(-SECOND)
  })
})
