import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type HotItem, sellThrough } from './sell-through.ts'

const hot = (fields: Partial<HotItem>): HotItem => ({
  item: 'i',
  available: 1000,
  sold: 400,
  committed: 0,
  balanceRate: 0.95,
  shareOver: 0.5,
  planned: null,
  ...fields,
})

describe('the sell-through of a hot item', () => {
  it.each([
    ['sells faster than its stock lasts', { sold: 700 }, 'oversell'],
    ['is promised away in pre-sale', { sold: 400, committed: 400 }, 'oversell'],
    ['will be left over', { sold: 150 }, 'leftover'],
    ['comes out about even', { sold: 440 }, null],
    ['is at the end of its campaign with a third left', { sold: 650, shareOver: 1 }, 'leftover'],
    ['is sold already beyond its stock', { sold: 1010, shareOver: 1, committed: 1 }, 'oversell'],
  ] as const)('[P9.12] finds what is planted: %s', (_, fields, risk) => {
    expect(sellThrough(hot(fields)).risk).toBe(risk)
  })

  it('[P9.12] finds planted risks in simulated campaigns, and hardly calls one where none is', () => {
    const rng = createRng('sell-through')
    const found = { oversell: 0, leftover: 0, none: 0 }
    for (let i = 0; i < 300; i++)
      for (const [truth, demand] of [
        ['oversell', 1400],
        ['leftover', 450],
        ['none', 860],
      ] as const) {
        const { risk } = sellThrough(hot({ sold: rng.poisson(demand * 0.5) }))
        if ((risk ?? 'none') === truth) found[truth]++
      }
    expect(found.oversell / 300).toBeGreaterThan(0.95)
    expect(found.leftover / 300).toBeGreaterThan(0.95)
    expect(found.none / 300).toBeGreaterThan(0.9)
  })

  it('stands against its plan by the share of the campaign that is over', () => {
    expect(sellThrough(hot({ planned: 1000 })).againstPlan).toBe(0.8)
    expect(sellThrough(hot({})).sellThrough).toBe(0.4)
  })
})
