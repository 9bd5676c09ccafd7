import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { forecastReservoir, type ReservoirSource } from '../../src/index.ts'

const SOURCES: ReservoirSource[] = [
  { id: 'cart', people: 1000, before: { people: 800, buyers: 240 } },
  { id: 'favourite', people: 500, before: { people: 400, buyers: 40 } },
]
const ask = { sources: SOURCES, aovCents: 20_000, otherCents: 1_000_000, targetCents: 10_000_000 }

describe('the reservoir against the target of the burst', () => {
  it('[P3.17] buyers are people × the share that bought last time, and the gap says how many more people fill it', () => {
    const { buyers, paidCents, missingCents, missingPeople } = forecastReservoir(ask)
    expect([buyers, paidCents, missingCents]).toEqual([350, 8_000_000, 2_000_000])
    expect(missingPeople).toEqual([
      { id: 'cart', people: 334 },
      { id: 'favourite', people: 1000 },
    ])
  })

  it('[P3.17] with those people the target is reached, with one less it is not', () => {
    const withCart = (more: number) =>
      forecastReservoir({
        ...ask,
        sources: SOURCES.map((s) => (s.id === 'cart' ? { ...s, people: s.people + more } : s)),
      }).missingCents
    expect([withCart(334), withCart(333) > 0]).toEqual([0, true])
  })

  it('a source that never bought fills nothing', () => {
    const [never] = forecastReservoir({
      ...ask,
      sources: [{ id: 'visit', people: 10, before: { people: 100, buyers: 0 } }],
    }).missingPeople
    expect(never).toEqual({ id: 'visit', people: null })
  })

  it('[P3.17] the buyers of simulated bursts lie within two stated errors of the forecast as often as they should', () => {
    const rng = createRng('reservoir')
    const truth = [0.28, 0.12]
    const draw = (people: number, share: number): number =>
      Array.from({ length: people }, () => rng.next() < share).filter(Boolean).length
    let inside = 0
    const rounds = 200
    for (let i = 0; i < rounds; i++) {
      const sources = truth.map(
        (share, n): ReservoirSource => ({
          id: String(n),
          people: 600,
          before: { people: 500, buyers: draw(500, share) },
        }),
      )
      const { buyers, buyersError } = forecastReservoir({ ...ask, sources })
      const came = truth.reduce((sum, share) => sum + draw(600, share), 0)
      if (Math.abs(came - buyers) <= 2 * buyersError) inside++
    }
    // 95 % of 200 is 190; under 180 would come about once in ten thousand runs.
    expect(inside).toBeGreaterThanOrEqual(180)
  })

  it('[P3.17] a burst of people who each act by their own interest comes out within two stated errors, after a year with more visitors', () => {
    const rng = createRng('interest')
    type Seen = 'cart' | 'favourite' | 'visit'
    /** Interest decides what somebody does before the burst and whether they buy in it; nobody carries a rate of their source. */
    const live = (visitors: number) => {
      const seen = { cart: [0, 0], favourite: [0, 0], visit: [0, 0] } satisfies Record<Seen, [number, number]>
      for (let i = 0; i < visitors; i++) {
        const interest = rng.next() ** 3
        const source: Seen = rng.next() < interest ? 'cart' : rng.next() < interest ? 'favourite' : 'visit'
        seen[source][0]++
        if (rng.next() < interest * 0.5) seen[source][1]++
      }
      return seen
    }
    let inside = 0
    for (let year = 0; year < 60; year++) {
      const [last, now] = [live(1500), live(2400)]
      const ids: Seen[] = ['cart', 'favourite', 'visit']
      const sources = ids.map(
        (id): ReservoirSource => ({
          id,
          people: now[id][0],
          before: { people: last[id][0], buyers: last[id][1] },
        }),
      )
      const { buyers, buyersError } = forecastReservoir({ ...ask, sources })
      const came = ids.reduce((sum, id) => sum + now[id][1], 0)
      if (Math.abs(came - buyers) <= 2 * buyersError) inside++
    }
    // 95 % of 60 is 57; under 52 would come about once in a hundred runs.
    expect(inside).toBeGreaterThanOrEqual(52)
  })
})
