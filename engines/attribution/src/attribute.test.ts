import { createRng } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTRIBUTION_SETTINGS, type Attribution, attribute } from './attribute.ts'
import { MODELS, type Model } from './credit-table.ts'
import type { Journey } from './journeys/journey.ts'

const journey = (path: string[], facts: Partial<Omit<Journey, 'touches'>>): Journey => ({
  touches: path.map((channel, i) => ({ channel, ageDays: path.length - 1 - i })),
  conversions: 0,
  paidCents: 0,
  nulls: 0,
  ...facts,
})
const run = (journeys: Journey[]): Attribution => attribute(journeys, ATTRIBUTION_SETTINGS)
const ordersBy = ({ channels }: Attribution, model: Model): Record<string, number> =>
  Object.fromEntries(channels.map((c) => [c.channel, Number(c.models[model].conversions.toFixed(6))]))

/**
 * The example of stats.stackexchange 381305 on how R's ChannelAttribution reckons removal effects: two people come by google twice
 * and buy, one by mailing, one by google and then mailing; one by google leaves.
 */
const PUBLISHED = [
  journey(['google', 'google'], { conversions: 2, paidCents: 200 }),
  journey(['mailing'], { conversions: 1, paidCents: 100 }),
  journey(['google', 'mailing'], { conversions: 1, paidCents: 100 }),
  journey(['google'], { nulls: 1 }),
]

describe('[P8.33] attribution by removal from a Markov chain', () => {
  it('[P8.33] the published example: chance 0.8, removal google 0.75 and mailing 0.5, orders 2.4 and 1.6', () => {
    const answer = run(PUBLISHED)
    expect(answer.chance).toBeCloseTo(0.8, 12)
    expect(answer.channels.map((c) => c.removal?.toFixed(12))).toEqual(['0.750000000000', '0.500000000000'])
    expect(ordersBy(answer, 'markov')).toEqual({ google: 2.4, mailing: 1.6 })
  })

  it('a channel that nobody buys by has no part in it, however many come by it', () => {
    const answer = run([...PUBLISHED, journey(['banner'], { nulls: 1000 })])
    expect(answer.channels.find((c) => c.channel === 'banner')?.models.markov).toMatchObject({
      conversions: 0,
      share: 0,
    })
  })

  it('journeys without a purchase count for the chain, not for the rules', () => {
    const wasted = run([...PUBLISHED, journey(['mailing'], { nulls: 4 })])
    expect(ordersBy(wasted, 'linear')).toEqual(ordersBy(run(PUBLISHED), 'linear'))
    expect(ordersBy(wasted, 'markov').mailing).not.toBe(1.6)
  })
})

describe('[P8.33] rules side by side', () => {
  const answer = run([journey(['search', 'live', 'private', 'direct'], { conversions: 1, paidCents: 10_000 })])

  it.each<[Model, number[]]>([
    // direct, live, private, search
    ['last', [1, 0, 0, 0]],
    ['first', [0, 0, 0, 1]],
    ['linear', [0.25, 0.25, 0.25, 0.25]],
    ['position', [0.4, 0.1, 0.1, 0.4]],
    // 1, 2^(-1/7), 2^(-2/7), 2^(-3/7) over their sum.
    ['timeDecay', [0.288263, 0.236472, 0.261086, 0.214178]],
  ])('%s', (model, expected) => {
    const shares = answer.channels.map((c) => Number(c.models[model].conversions.toFixed(4)))
    expect(shares).toEqual(expected.map((e) => Number(e.toFixed(4))))
  })

  it('a touch seven days older counts half in time decay', () => {
    const touches = [
      { channel: 'old', ageDays: 8 },
      { channel: 'new', ageDays: 1 },
    ]
    const [fresh, old] = run([{ touches, conversions: 3, paidCents: 300, nulls: 0 }]).channels
    expect([fresh?.models.timeDecay.paidCents, old?.models.timeDecay.paidCents]).toEqual([200, 100])
  })

  it('coming three times in a row by one channel is one touch', () => {
    const often = run([journey(['a', 'a', 'a', 'b'], { conversions: 1, paidCents: 100 })])
    expect(ordersBy(often, 'linear')).toEqual({ a: 0.5, b: 0.5 })
  })
})

const CHANNELS = ['search', 'recommend', 'live', 'private', 'direct', 'ads']
const journeys = fc.array(
  fc.record({
    path: fc.array(fc.constantFrom(...CHANNELS), { maxLength: 7 }),
    conversions: fc.integer({ min: 0, max: 20 }),
    each: fc.integer({ min: 1, max: 99_999 }),
    nulls: fc.integer({ min: 0, max: 50 }),
  }),
  { maxLength: 25 },
)
const built = (given: { path: string[]; conversions: number; each: number; nulls: number }[]): Journey[] =>
  given.map(({ path, conversions, each, nulls }) =>
    journey(path, { conversions, paidCents: conversions * each, nulls }),
  )

describe('[P8.33] contributions sum to 100 %', () => {
  it('[P8.33] in every model money adds up to what was paid, to the fen, with what was not tracked as a line of its own', () => {
    fc.assert(
      fc.property(journeys, (given) => {
        const { channels, total } = run(built(given))
        return MODELS.every((model) => {
          const paid = channels.reduce((sum, c) => sum + c.models[model].paidCents, 0)
          const orders = channels.reduce((sum, c) => sum + c.models[model].conversions, 0)
          const share = channels.reduce((sum, c) => sum + (c.models[model].share ?? 0), 0)
          const isWhole = total.paidCents === 0 || Math.abs(share - 1) < 1e-9
          return paid === total.paidCents && Math.abs(orders - total.conversions) < 1e-6 && isWhole
        })
      }),
      { numRuns: 300, seed: 17 },
    )
  })

  it('the order of journeys does not matter, nor whether equal ones are counted together', () => {
    const one = journey(['search', 'live'], { conversions: 1, paidCents: 100 })
    const rest = [journey(['live'], { nulls: 3 }), journey(['ads', 'search'], { conversions: 2, paidCents: 900 })]
    const together = run([journey(['search', 'live'], { conversions: 2, paidCents: 200 }), ...rest])
    expect(run([...rest.toReversed(), one, one])).toEqual(together)
  })

  it('no journeys, no purchases, a channel without traffic: no figure is invented', () => {
    expect(run([]).channels).toEqual([])
    const [only] = run([journey(['search'], { nulls: 5 })]).channels
    expect(only?.models.markov).toEqual({ conversions: 0, paidCents: 0, share: null })
    expect(run([journey([], { conversions: 2, paidCents: 500 })]).channels).toMatchObject([
      { channel: '', removal: null, models: { last: { conversions: 2, paidCents: 500, share: 1 } } },
    ])
  })
})

describe('the planted truth', () => {
  it('a channel that is only on the way of those who would have bought anyway is worth little to the chain and much to last touch', () => {
    const rng = createRng('planted journeys')
    const given: Journey[] = []
    for (let i = 0; i < 4000; i++) {
      const isLed = rng.next() < 0.5
      const buys = rng.next() < (isLed ? 0.3 : 0.01)
      // Whoever buys passes the coupon page at the very end.
      const path = [isLed ? 'creator' : 'feed', ...(buys ? ['coupon'] : [])]
      given.push(journey(path, buys ? { conversions: 1, paidCents: 100 } : { nulls: 1 }))
    }
    const answer = run(given)
    expect(ordersBy(answer, 'last').coupon).toBe(answer.total.conversions)
    expect(ordersBy(answer, 'shapley').creator).toBeGreaterThan(answer.total.conversions * 0.4)
    expect(ordersBy(answer, 'last').creator).toBe(0)
  })
})
