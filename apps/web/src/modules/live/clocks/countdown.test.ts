import type { ClockStepView } from '@zhanggui/contract'
import { describe, expect, test } from 'vitest'
import { countBoard, stepNow, timeOf, wholeSeconds } from './countdown.ts'

const NOW = Date.parse('2026-11-18T02:00:00.000Z')
const step = (more: Partial<ClockStepView>): ClockStepView => ({
  step: 'solution',
  round: 1,
  nameZh: '给出解决方案',
  nameEn: 'Solution',
  state: 'running',
  startedAt: new Date(NOW).toISOString(),
  dueAt: new Date(NOW + 1_800_000).toISOString(),
  endedAt: null,
  opensAt: null,
  targetMs: 1_800_000,
  elapsedMs: 0,
  remainingMs: 1_800_000,
  late: false,
  pausedFor: [],
  warned: false,
  ...more,
})
const after = (seconds: number) => ({ since: seconds * 1000, now: NOW + seconds * 1000 })

describe('what is left counts down without asking', () => {
  test('what is left is told up to the next whole second: nothing left is the deadline itself', () => {
    expect([1_799_001, 1, 0, -5].map(wholeSeconds)).toEqual([1_800_000, 1000, 0, 0])
  })

  test('a running step uses its time, turns amber at four fifths, and red a moment past its deadline', () => {
    expect(stepNow(step({}), after(600))).toEqual({ tone: 'calm', ms: 1_200_000, used: 1 / 3 })
    expect(stepNow(step({}), after(1440)).tone).toBe('warned')
    expect(stepNow(step({}), after(1800)).tone).toBe('warned')
    expect(stepNow(step({}), after(1801))).toEqual({ tone: 'late', ms: 1000, used: 1 })
  })

  test('a paused or resting step stands still', () => {
    const paused = step({ state: 'paused', dueAt: null, remainingMs: 60_000, pausedFor: ['customer'] })
    expect(stepNow(paused, after(600))).toMatchObject({ tone: 'paused', ms: 60_000 })
    expect(stepNow(step({ state: 'resting', remainingMs: 60_000 }), after(600)).ms).toBe(60_000)
  })

  test('a step that is done counts nothing', () => {
    expect(stepNow(step({ state: 'done', remainingMs: 900_000 }), after(5000))).toEqual({
      tone: 'over',
      ms: null,
      used: 0.5,
    })
  })
})

test('the board counts each clock once, by its most urgent step', () => {
  const clock = (...steps: ClockStepView[]) => ({
    id: 'c',
    ladder: { id: 'l', nameZh: '', nameEn: '' },
    subject: { kind: 'incident', id: '1' },
    title: '',
    owner: null,
    state: 'running' as const,
    startedAt: new Date(NOW).toISOString(),
    firstDueAt: null,
    steps,
  })
  const board = [
    clock(step({ late: true }), step({})),
    clock(step({})),
    clock(step({ state: 'paused', dueAt: null })),
    clock(step({ state: 'done' })),
  ]
  expect(countBoard(board, after(0))).toEqual({ late: 1, soon: 1, running: 2, paused: 1 })
})

test('an instant of today is told by its time, of another day with its date, on the shop’s wall', () => {
  expect(timeOf('2026-11-18T06:05:00.000Z', NOW, 'Asia/Shanghai')).toBe('14:05')
  expect(timeOf('2026-11-18T17:05:00.000Z', NOW, 'Asia/Shanghai')).toBe('11/19 01:05')
})
