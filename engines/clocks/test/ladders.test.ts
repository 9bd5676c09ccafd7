import { describe, expect, it } from 'vitest'
import {
  countKept,
  passedMarks,
  policyOf,
  policyProblem,
  readClock,
  SHIPPED_LADDERS,
  type StatedStep,
  shopLadders,
} from '../src/index.ts'
import { after, policy, start, step } from './clock-cases.ts'
import { at, HOUR, hoursOf, iso, MINUTE, SECOND } from './shop-hours.ts'

const TEN = at('2026-11-18 10:00')
const ladder = (id: string, stated: readonly StatedStep[] = []) => {
  const found = shopLadders(SHIPPED_LADDERS, stated).find((l) => l.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('the ladders that are shipped', () => {
  it.each(SHIPPED_LADDERS.map((l) => [l.nameZh, l] as const))('%s can be used as it is', (_name, l) => {
    expect(policyProblem(policyOf(l, null))).toBeNull()
  })

  it.each([
    ['P15.04', 'crisis', 'start', 15 * MINUTE],
    ['P15.04', 'crisis', 'statement', 2 * HOUR],
    ['P15.04', 'crisis', 'closure', 24 * HOUR],
    ['P12.13', 'complaint', 'solution', 30 * MINUTE],
    ['P12.13', 'robot-answer', 'answer', 10 * SECOND],
    ['P9.08', 'merchant-plan', 'plan', 2 * HOUR],
  ])('[%s] %s: %s is due when the plans say', (_row, id, stepId, targetMs) => {
    const clock = start(policyOf(ladder(id), null), TEN)
    expect(readClock(clock, TEN).steps.find((s) => s.step === stepId)?.dueAt).toBe(TEN + targetMs)
  })

  it('[P12.13] nothing pauses the start of a crisis; a complaint waits for its customer', () => {
    const crisis = ladder('crisis').steps.map((s) => s.pausedBy)
    expect(crisis).toEqual([[], [], ['platform']])
    expect(ladder('complaint').steps[0]?.pausedBy).toEqual(['customer', 'platform'])
  })

  it('[P7.09] an unacknowledged page calls the second person after 5 minutes and the lead after 10', () => {
    const clock = start(policyOf(ladder('duty-page'), null), TEN)
    const passed = passedMarks(clock, TEN + HOUR).map(({ mark, at: when }) => [mark, iso(when)?.slice(11)])
    expect(passed).toEqual([
      ['call-second', '10:05:00'],
      ['call-lead', '10:10:00'],
      ['warning-80', '10:12:00'],
      ['due', '10:15:00'],
    ])
  })
})

describe('what a shop states over them', () => {
  const stated = (more: Partial<StatedStep>): StatedStep => ({
    ladder: 'complaint',
    ladderName: null,
    step: 'solution',
    name: '给出解决方案',
    targetMs: HOUR,
    warnBp: 5000,
    pausedBy: [],
    hours: null,
    ...more,
  })

  it('changes a target; warning and escalation keep their place on the way', () => {
    const [solution] = ladder('complaint', [stated({})]).steps
    expect(solution).toMatchObject({ targetMs: HOUR, pausedBy: [], nameEn: 'Solution' })
    expect(solution?.marks.map(({ id, afterMs }) => [id, afterMs / MINUTE])).toEqual([
      ['warning-50', 30],
      ['call-lead', 50],
    ])
  })

  it('adds a ladder of its own, step by step', () => {
    const own = shopLadders(SHIPPED_LADDERS, [
      stated({ ladder: 'invoice', ladderName: '发票', step: 'sent', name: '开出', hours: '客服' }),
      stated({ ladder: 'invoice', step: 'delivered', name: '送达', targetMs: 2 * HOUR, hours: '客服', warnBp: null }),
    ]).at(-1)
    expect(own).toMatchObject({ id: 'invoice', nameZh: '发票', hours: '客服' })
    expect(own?.steps.map((s) => [s.id, s.targetMs, s.marks.length])).toEqual([
      ['sent', HOUR, 1],
      ['delivered', 2 * HOUR, 0],
    ])
  })
})

describe('a policy that cannot work is named', () => {
  const mark = { id: 'due', afterMs: HOUR, kind: 'warning' as const, tells: null }
  it.each([
    ['no step', policy([]), 'no_steps'],
    ['the same step twice', policy([step('a', 1), step('a', 2)]), 'repeated_step'],
    ['a target of nothing', policy([step('a', 0)]), 'bad_target'],
    ['half a millisecond', policy([step('a', 1.5)]), 'bad_target'],
    ['a mark with the name of the target', policy([step('a', 1, { marks: [mark] })]), 'bad_mark'],
    ['after a step that is not there', policy([step('a', 1, { begins: 'afterStep', after: 'b' })]), 'unknown_after'],
    ['after no step', policy([step('a', 1, { begins: 'afterStep' })]), 'unknown_after'],
    [
      'two steps after one another',
      policy([step('a', 1, { begins: 'afterStep', after: 'b' }), step('b', 1, { begins: 'afterStep', after: 'a' })]),
      'circular_after',
    ],
    ['hours that never open', policy([step('a', 1)], { hours: hoursOf('') }), 'bad_hours'],
  ])('%s', (_name, bad, code) => {
    expect(policyProblem(bad)).toMatchObject({ code })
  })
})

describe('how many were in time', () => {
  it('[P12.13] counts what is settled: done in time, or past its deadline; never what was cancelled (chatwoot#9747)', () => {
    const two = policy([step('solve', 2 * HOUR)])
    const begun = start(two, TEN)
    const clocks = [
      after(begun, { kind: 'done', at: TEN + HOUR, step: 'solve' }),
      after(begun, { kind: 'stop', at: TEN + HOUR, outcome: 'resolved' }),
      after(begun, { kind: 'done', at: TEN + 3 * HOUR, step: 'solve' }),
      begun,
      start(two, TEN + 3 * HOUR),
      after(begun, { kind: 'stop', at: TEN + HOUR, outcome: 'cancelled' }),
    ]
    const steps = clocks.flatMap((clock) =>
      readClock(clock, TEN + 4 * HOUR).steps.map((s) => ({ key: s.step, step: s })),
    )
    expect(countKept(steps).get('solve')).toEqual({ kept: 2, late: 2, open: 1 })
  })
})
