import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { CART_OUTCOMES, type CartCount, cartLosses } from '../../src/index.ts'

describe('[P7.11] what carts lose on the way to the payment', () => {
  it('tells bought, open and lost apart; the share is of those whose window is over', () => {
    const counts: CartCount[] = [
      { day: '2026-11-02', outcome: 'bought', hours: 24, carts: 2 },
      { day: '2026-11-01', outcome: 'bought', hours: 1, carts: 4 },
      { day: '2026-11-01', outcome: 'left', hours: null, carts: 3 },
      { day: '2026-11-02', outcome: 'sameCategory', hours: null, carts: 5 },
      { day: '2026-11-02', outcome: 'open', hours: null, carts: 6 },
    ]
    expect(cartLosses(counts)).toEqual({
      ...{ carted: 20, bought: 6, open: 6, lost: 8, lostShare: 8 / 14 },
      days: [
        { day: '2026-11-01', carted: 7, bought: 4, open: 0, lost: 3 },
        { day: '2026-11-02', carted: 13, bought: 2, open: 6, lost: 5 },
      ],
      reasons: [
        { reason: 'sameCategory', carts: 5 },
        { reason: 'left', carts: 3 },
      ],
      within: [
        { hours: 1, carts: 4 },
        { hours: 24, carts: 2 },
      ],
    })
  })

  it('says nothing of a share where every window is still open', () => {
    expect(cartLosses([{ day: '2026-11-01', outcome: 'open', hours: null, carts: 3 }]).lostShare).toBeNull()
    expect(cartLosses([])).toMatchObject({ carted: 0, lostShare: null, days: [], reasons: [], within: [] })
  })

  it('adds up on the whole, by day and by reason, whatever came in which order', () => {
    const rng = createRng('carts')
    for (let shop = 0; shop < 100; shop++) {
      const counts = Array.from({ length: rng.int(60) }, (): CartCount => {
        const outcome = CART_OUTCOMES[rng.int(CART_OUTCOMES.length)] ?? 'left'
        const hours = outcome === 'bought' ? ([1, 6, 24][rng.int(3)] ?? 1) : null
        return { day: `2026-11-0${1 + rng.int(9)}`, outcome, hours, carts: rng.int(50) }
      })
      const { carted, bought, open, lost, days, reasons, within } = cartLosses(counts)
      expect(bought + open + lost).toBe(carted)
      expect(reasons.reduce((sum, { carts }) => sum + carts, 0)).toBe(lost)
      expect(within.reduce((sum, { carts }) => sum + carts, 0)).toBe(bought)
      for (const part of ['carted', 'bought', 'open', 'lost'] as const)
        expect(days.reduce((sum, day) => sum + day[part], 0)).toBe({ carted, bought, open, lost }[part])
      expect(cartLosses(counts.toReversed()).reasons).toEqual(reasons)
    }
  })
})
