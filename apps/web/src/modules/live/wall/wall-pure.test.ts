import type { LiveBoard } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { applyChange } from './apply-change.ts'
import { cumulate, forecastPath } from './minute-option.ts'
import { replayStart } from './replay-start.ts'
import { silentMinutes } from './silence.ts'

const board = {
  minute: 3,
  figures: { paidCents: 600 },
  minutes: { paidCents: [100, 200, 300], pv: [1, 2, 3] },
  usual: Array.from({ length: 1440 }, (_, m) => (m + 1) / 1440),
} as unknown as LiveBoard

describe('a board that changes', () => {
  it('takes minutes from the first that changed on, so a late event of the past is put right', () => {
    const changed = applyChange(board, { minute: 4, minutes: { from: 1, paidCents: [250, 300, 50], pv: [2, 3, 9] } })
    expect(changed.minutes).toEqual({ paidCents: [100, 250, 300, 50], pv: [1, 2, 3, 9] })
    expect(changed.minute).toBe(4)
    expect(changed.figures).toEqual({ paidCents: 600 })
  })
})

describe('the race of the day', () => {
  it('adds up minute by minute', () => {
    expect(cumulate([1, 2, 3])).toEqual([1, 3, 6])
  })
  it('goes from what is in to the forecast end, along the usual course', () => {
    const path = forecastPath(board, 10_000)
    expect(path[1]).toBeNull()
    expect(path[2]).toBeCloseTo(600)
    expect(path[1439]).toBeCloseTo(10_000)
  })
})

describe('data that stop coming', () => {
  it.each([
    ['nothing yet', null, null],
    ['nine minutes ago', '2026-11-11T11:51:00.000Z', null],
    ['ten minutes ago', '2026-11-11T11:50:00.000Z', 10],
    ['by a clock that is ahead', '2026-11-11T12:30:00.000Z', null],
  ])('are told of: %s', (_, freshAt, minutes) => {
    expect(silentMinutes(freshAt, new Date('2026-11-11T12:00:30.000Z'))).toBe(minutes)
  })
})

describe('a replay', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-11T11:00:00.000Z'],
    ['UTC', '2026-11-11T19:00:00.000Z'],
    ['America/New_York', '2026-11-12T00:00:00.000Z'],
  ])('begins at seven in the evening of the shop’s day in %s', (zone, instant) => {
    expect(replayStart('2026-11-11', zone)).toBe(instant)
  })
})
