import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type GroupResult, holdOutLift, jointEffects, measureEffect, type SlotBooking } from '../../src/index.ts'

const group = (paid: readonly number[]): GroupResult => ({
  people: paid.length,
  buyers: paid.filter((cents) => cents > 0).length,
  paidCents: paid.reduce((sum, cents) => sum + cents, 0),
  paidSquares: paid.reduce((sum, cents) => sum + cents ** 2, 0),
})

describe('what an action of the long tail added', () => {
  it('[P3.20] it is what the treated paid, less what as many of the hold-out paid', () => {
    const treated = { people: 9000, buyers: 900, paidCents: 9_000_000, paidSquares: 1e11 }
    const held = { people: 1000, buyers: 80, paidCents: 800_000, paidSquares: 1e10 }
    expect(holdOutLift(treated, held)).toMatchObject({
      incrementalCents: 1_800_000,
      treatedPerPerson: 1000,
      heldPerPerson: 800,
    })
  })

  it('[P3.20] over simulated long tails the planted gain lies within the bounds as often as they say', () => {
    const rng = createRng('hold-out')
    const pay = (share: number) => (rng.next() < share ? 8000 + rng.int(4001) : 0)
    let inside = 0
    for (let i = 0; i < 100; i++) {
      const treated = group(Array.from({ length: 1000 }, () => pay(0.12)))
      const held = group(Array.from({ length: 400 }, () => pay(0.08)))
      const { lowCents, highCents } = holdOutLift(treated, held)
      const planted = 1000 * (0.12 - 0.08) * 10_000
      if (lowCents !== null && highCents !== null && lowCents <= planted && planted <= highCents) inside++
    }
    expect(inside).toBeGreaterThanOrEqual(88)
  })

  it('without a hold-out nothing is said', () => {
    expect(holdOutLift(group([100]), group([]))).toMatchObject({ incrementalCents: null, heldPerPerson: null })
  })
})

describe('what an improvement changed', () => {
  it('[P3.26] what happened to the control too is no effect of it', () => {
    const change = { before: [100, 100], after: [150, 150], controlBefore: [50, 50], controlAfter: [60, 60] }
    expect(measureEffect(change)).toEqual({ effect: 30, low: 30, high: 30, share: 0.25 })
  })

  it.each([
    ['no days after', { before: [1], after: [], controlBefore: [1], controlAfter: [1] }],
    ['a control at zero', { before: [1], after: [2], controlBefore: [0], controlAfter: [1] }],
  ] as const)('[P3.26] %s: no effect is claimed', (_what, days) => expect(measureEffect(days).effect).toBeNull())

  it('[P3.26] a planted change lies within the bounds, and none is found where none was', () => {
    const rng = createRng('effect')
    const days = (level: number) => Array.from({ length: 60 }, () => level * (1 + 0.1 * rng.normal()))
    const real = measureEffect({ before: days(100), after: days(144), controlBefore: days(50), controlAfter: days(60) })
    expect((real.low ?? 0) <= 24 && 24 <= (real.high ?? 0)).toBe(true)
    const none = measureEffect({ before: days(100), after: days(120), controlBefore: days(50), controlAfter: days(60) })
    expect((none.low ?? 1) <= 0 && 0 <= (none.high ?? -1)).toBe(true)
  })
})

describe('what tools bring together', () => {
  const slot = (kind: SlotBooking['kind'], ...days: number[]): SlotBooking[] =>
    days.map((day) => ({
      title: kind,
      kind,
      position: `${kind} ${day}`,
      from: `2026-09-0${day}T00:00:00.000Z`,
      until: `2026-09-0${day}T12:00:00.000Z`,
      owner: '',
      costCents: null,
      creative: '',
      items: [],
      auction: null,
      outcome: null,
    }))
  it('[P4.12] both beyond the sum of each is the joint effect', () => {
    const figures = [100, 150, 130, 220].map((value, i) => ({ day: `2026-09-0${i + 1}`, value }))
    const bookings = [...slot('focusImage', 2, 4), ...slot('keyword', 3, 4)]
    expect(jointEffects(bookings, figures, (instant) => instant.slice(0, 10))).toEqual([
      {
        first: 'focusImage',
        second: 'keyword',
        neither: 100,
        firstOnly: 150,
        secondOnly: 130,
        both: 220,
        together: 40,
      },
    ])
  })
})
