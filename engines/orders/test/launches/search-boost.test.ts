import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { BOOST_MAX, boostAt, type Ranked, type SearchBoost, searchOrder } from '../../src/index.ts'

const boost: SearchBoost = { factor: 2, from: 1000, until: 2000, decayMs: 500 }

describe('[P5.07] the search weight of a launch', () => {
  test.each([
    ['not before it is on sale', 999, 1],
    ['from the instant of its opening', 1000, 2],
    ['until its last instant', 1999, 2],
    ['half of it is left in the middle of its decay', 2250, 1.5],
    ['nothing at the end', 2500, 1],
    ['nothing later', 1e9, 1],
  ])('%s', (_, now, expected) => expect(boostAt(boost, now)).toBe(expected))

  test('a factor beyond the bound is the bound; one that would push down does nothing; without decay it ends at once', () => {
    expect(boostAt({ ...boost, factor: 50 }, 1500)).toBe(BOOST_MAX)
    expect(boostAt({ ...boost, factor: 0.2 }, 1500)).toBe(1)
    expect(boostAt({ ...boost, decayMs: 0 }, 2000)).toBe(1)
  })

  test('a launch climbs over what is looked for a little more, and not over what is looked for much more', () => {
    const plain = (item: string, score: number): Ranked => ({ item, score, isAvailable: true, boost: null })
    const items = [plain('star', 30), plain('usual', 15), { ...plain('new', 10), boost }]
    expect(searchOrder(items, 500).map(({ item }) => item)).toEqual(['star', 'usual', 'new'])
    expect(searchOrder(items, 1500).map(({ item }) => item)).toEqual(['star', 'new', 'usual'])
  })

  test('sold out is after all that can be bought, boosted or not; others keep their order; before the opening nothing moves', () => {
    const rng = createRng('search')
    for (let shop = 0; shop < 200; shop++) {
      const items = Array.from({ length: 1 + rng.int(12) }, (_, i): Ranked => {
        const from = rng.int(2000)
        const own = { factor: rng.next() * 4, from, until: from + rng.int(500), decayMs: rng.int(300) }
        const hasBoost = rng.next() < 0.4
        return { item: `i${i}`, score: rng.int(20), isAvailable: rng.next() < 0.7, boost: hasBoost ? own : null }
      })
      const now = rng.int(3000)
      const places = searchOrder(items, now)
      expect(places.map(({ rank }) => rank)).toEqual(items.map((_, i) => i + 1))
      const firstGone = places.findIndex(({ isAvailable }) => !isAvailable)
      if (firstGone >= 0)
        expect(places.slice(firstGone).every(({ isAvailable, boost: b }) => !isAvailable && b === 1)).toBe(true)
      for (const { boost: factor } of places) expect(factor).toBeGreaterThanOrEqual(1)
      const early = items.map((one) => (one.boost ? { ...one, boost: { ...one.boost, from: 5000, until: 6000 } } : one))
      const without = items.map((one) => ({ ...one, boost: null }))
      expect(searchOrder(early, now)).toEqual(searchOrder(without, now))
      expect(searchOrder(items.toReversed(), now)).toEqual(places)
    }
  })
})
