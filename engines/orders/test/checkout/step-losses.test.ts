import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { type CheckoutPath, savedGains, stepLosses } from '../../src/index.ts'

const STEPS = ['address', 'delivery', 'payment']
const path = (words: string, checkouts: number, more: Partial<CheckoutPath> = {}): CheckoutPath => ({
  passed: words.split(' ').map((word) => {
    const [step = '', how = ''] = word.split(':')
    return { step, how }
  }),
  isPaid: false,
  reason: '',
  checkouts,
  ...more,
})

describe('[P7.11] losses by step and reason', () => {
  test('a checkout is lost at its furthest step, or paid; the reasons of a step add up to its losses', () => {
    const { started, paid, steps } = stepLosses(STEPS, [
      path('address', 30, { reason: 'postage' }),
      path('address', 10),
      path('address delivery', 20, { reason: 'slow' }),
      path('address delivery payment', 5, { reason: 'failed' }),
      path('address delivery payment', 35, { isPaid: true }),
    ])
    expect([started, paid]).toEqual([100, 35])
    expect(steps.map(({ step, reached, lost }) => [step, reached, lost])).toEqual([
      ['address', 100, 40],
      ['delivery', 60, 20],
      ['payment', 40, 5],
    ])
    expect(steps[0]?.reasons).toEqual([
      { reason: 'postage', lost: 30 },
      { reason: '', lost: 10 },
    ])
  })

  test('a step that nobody told of was passed when a later one was reached, and all were when it was paid', () => {
    const { steps } = stepLosses(STEPS, [path('payment', 4), path('address', 6, { isPaid: true })])
    expect(steps.map(({ reached, lost }) => [reached, lost])).toEqual([
      [10, 0],
      [10, 0],
      [10, 4],
    ])
  })

  test('a step that is not declared moves nothing and is named', () => {
    const { started, steps, unknown } = stepLosses(STEPS, [path('address gift', 3), path('gift', 2)])
    expect([started, steps[0]?.lost, unknown]).toEqual([3, 3, [{ step: 'gift', checkouts: 5 }]])
  })

  test('whatever the paths: losses and payments add up to what was started, reasons to losses', () => {
    const rng = createRng('paths')
    for (let round = 0; round < 300; round++) {
      const paths = Array.from({ length: 1 + rng.int(20) }, () =>
        path(Array.from({ length: 1 + rng.int(4) }, () => rng.pick([...STEPS, 'gift'])).join(' '), rng.int(50), {
          isPaid: rng.next() < 0.3,
          reason: rng.pick(['', 'a', 'b']),
        }),
      )
      const { started, paid, steps } = stepLosses(STEPS, paths)
      expect(paid + steps.reduce((sum, { lost }) => sum + lost, 0)).toBe(started)
      for (const { lost, reached, reasons } of steps) {
        expect(reasons.reduce((sum, one) => sum + one.lost, 0)).toBe(lost)
        expect(lost).toBeLessThanOrEqual(reached)
      }
    }
  })
})

describe('[P7.11] what kept details would save', () => {
  const asked = (typedLost: number): CheckoutPath[] => [
    path('address:typed', typedLost),
    path('address:typed delivery', 400 - typedLost, { isPaid: true }),
    path('address:saved', 20),
    path('address:saved delivery', 380, { isPaid: true }),
  ]

  test('is the difference of the shares lost, over those who typed', () => {
    const [gain] = savedGains(stepLosses(STEPS, asked(80)).steps)
    expect(gain).toMatchObject({
      step: 'address',
      saved: { reached: 400, lost: 20 },
      typed: { reached: 400, lost: 80 },
    })
    expect(gain?.difference).toBeCloseTo(0.15, 12)
    expect(gain?.couldKeep).toBe(60)
  })

  test('is not claimed while it may be chance, nor for a step that was passed one way only', () => {
    expect(savedGains(stepLosses(STEPS, asked(24)).steps)).toMatchObject([{ step: 'address', couldKeep: null }])
    expect(savedGains(stepLosses(STEPS, [path('address:typed', 5)]).steps)).toEqual([])
  })
})
