import { addDays, parseDay } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeLevers } from './propose-levers.ts'
import { distanceTo, rankStanding } from './rank-goal.ts'
import { RANK_LEVERS } from './rank-levers.ts'
import { type RankReading, rankSeries } from './rank-series.ts'

const START = parseDay('2026-11-01')
const on = (i: number) => addDays(START, i)
const read = (i: number, rank: number | null, depth = 100): RankReading => ({ day: on(i), rank, depth })

describe('[P9.11] the series of a rank', () => {
  it('readings stand by day; what was gained is known only between two exact ranks', () => {
    const { points, best } = rankSeries([read(3, 20), read(0, 50), read(1, null), read(2, 30)])
    expect(points.map(({ rank, gained }) => [rank, gained])).toEqual([
      [50, null],
      [null, null],
      [30, null],
      [20, 10],
    ])
    expect(best).toEqual({ day: on(3), rank: 20 })
  })
  it('of two equal bests the earlier counts', () => expect(rankSeries([read(0, 5), read(4, 5)]).best?.day).toBe(on(0)))
  it.each([
    ['a rank below what was looked at', [read(0, 101)]],
    ['no place', [read(0, 0)]],
    ['two readings of a day', [read(0, 3), read(0, 4)]],
  ])('%s is refused', (_what, readings) => expect(() => rankSeries(readings)).toThrow())
  it('the order of the readings does not matter', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 20 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 100 })),
        (days, ranks) => {
          const readings = days.map((i) => read(i, ranks.next().value ?? 1))
          expect(rankSeries(readings.toReversed())).toEqual(rankSeries(readings))
        },
      ),
      { seed: 911, numRuns: 100 },
    ))
})

describe('[P9.11] the distance to the goal', () => {
  it.each([
    ['two places missing', 12, 2, false],
    ['on the goal', 10, 0, false],
    ['beyond it', 3, 0, false],
    ['not among the first hundred: at least so many', null, 91, true],
  ] as const)('%s', (_what, rank, places, isAtLeast) =>
    expect(distanceTo(read(0, rank), 10)).toEqual({ places, isAtLeast }),
  )
  it('a place gained is a place less, until the goal', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 1, max: 100 }), (rank, goal) => {
        const [before, after] = [distanceTo(read(0, rank), goal), distanceTo(read(0, rank - 1), goal)]
        expect(before.places - after.places).toBe(rank > goal ? 1 : 0)
      }),
      { seed: 911 },
    ))
})

describe('[P9.11] the outlook', () => {
  const goal = { rank: 10, byDay: on(40) }
  /** Halves every ten days from 80. */
  const halving = Array.from({ length: 21 }, (_, i) => read(i, Math.max(1, Math.round(80 * 0.5 ** (i / 10)))))
  it('a rank that halves every ten days goes on doing so', () => {
    const { distance, expected, reachedOn, verdict } = rankStanding(rankSeries(halving), goal, on(20))
    expect([distance?.places, expected, verdict]).toEqual([10, 5, 'onTrack'])
    expect(reachedOn && reachedOn >= on(28) && reachedOn <= on(31)).toBe(true)
  })
  it.each([
    [
      'one day off the list does not turn the course',
      [...halving.slice(0, -2), read(19, null), read(20, 20)],
      20,
      'onTrack',
    ],
    ['a course that stands', Array.from({ length: 8 }, (_, i) => read(i, 40)), 8, 'behind'],
    ['three readings', halving.slice(0, 3), 3, 'unknown'],
    ['reached', [read(0, 9)], 1, 'reached'],
    ['the day of the goal is over', [read(39, 11)], 41, 'missed'],
    ['nobody looked for two weeks', [read(0, 9)], 15, 'stale'],
    ['nobody ever looked', [], 1, 'unknown'],
  ] as const)('%s', (_what, readings, today, verdict) =>
    expect(rankStanding(rankSeries(readings), goal, on(today)).verdict).toBe(verdict),
  )
})

describe('[P9.11] lawful levers', () => {
  const figures = [
    { metric: 'cvr', own: 0.02, shop: 0.04, higherIsBetter: true },
    { metric: 'refundRate', own: 0.3, shop: 0.1, higherIsBetter: false },
    { metric: 'ctr', own: 0.05, shop: 0.051, higherIsBetter: true },
    { metric: 'cartRate', own: null, shop: 0.1, higherIsBetter: true },
  ]
  it('the largest weakness comes first; what is no weakness or not known is not proposed', () =>
    expect(proposeLevers(figures).map(({ id, behind }) => [id, behind])).toEqual([
      ['returns', expect.closeTo(2)],
      ['conversion', expect.closeTo(0.5)],
      ['paidSearch', null],
      ['campaign', null],
    ]))
  it('every lever names what it rests on in both languages', () => {
    for (const { basisZh, basisEn, howZh } of RANK_LEVERS)
      expect([/《.+》|规则/.test(basisZh), basisEn.length > 0, howZh.length > 0]).toEqual([true, true, true])
  })
})
