import { createRng } from '@zhanggui/kernel'
import { describe, expect, it, test } from 'vitest'
import { hasData, readRows } from '../../../kernel/test/support/real-data.ts'
import { agreement } from './agreement.ts'
import { engagementGroups, type Participation } from './engagement-groups.ts'

describe('agreement of two groupings', () => {
  it.each([
    ['the same under other names', [0, 0, 1, 1], [1, 1, 0, 0], 1],
    // By hand: of 6 pairs 2 and 1 are together, 1 in both: (1 − 2·1/6) ÷ (1.5 − 2·1/6).
    ['a group that is cut', [0, 0, 1, 1], [0, 0, 1, 2], 0.571429],
    ['everybody together', [0, 0, 0], [0, 0, 0], 1],
  ])('%s', (_, a, b, expected) => expect(agreement(a, b)).toBeCloseTo(expected, 5))
})

describe('[P14.03] people by how much they take part', () => {
  const rng = createRng('participants')
  const person = (level: number): Participation => ({
    views: rng.poisson(3 * level),
    carts: rng.poisson(0.5 * level * level),
    favourites: rng.poisson(0.3 * level * level),
  })

  it('[P14.03] planted groups are found again, from the least to the most engaged', () => {
    const planted = Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? 8 : 1))
    const { groups, ranks, stability } = engagementGroups(planted.map(person), 'seed')
    expect(groups.map((g) => g.people)).toEqual([400, 200])
    expect(agreement(planted, ranks)).toBeGreaterThan(0.98)
    expect(stability).toBeGreaterThan(0.95)
    expect(groups[1]?.means.views).toBeGreaterThan(groups[0]?.means.views ?? 0)
  })

  it('a handful of people, or nobody, is not cut into groups', () => {
    expect(engagementGroups([], 'seed')).toEqual({ groups: [], ranks: [], stability: 1 })
    expect(engagementGroups([person(1), person(2)], 'seed').groups).toHaveLength(1)
  })

  const file = 'taobao_userbehavior/userbehavior_sample.csv.gz'
  test.skipIf(!hasData(file))('[P14.03] on real behaviour the groups are stable whoever they are learned from', () => {
    const people = new Map<string, Record<string, number>>()
    for (const [user = '', kind = ''] of readRows(file, ['user_id', 'behavior_type'])) {
      const known = people.get(user) ?? { pv: 0, cart: 0, fav: 0, buy: 0 }
      if (kind in known) known[kind] = (known[kind] ?? 0) + 1
      people.set(user, known)
    }
    const { groups, stability } = engagementGroups([...people.values()], 'taobao')
    expect(people.size).toBe(543)
    expect(stability).toBeGreaterThan(0.8)
    expect(groups.length).toBeGreaterThanOrEqual(2)
    expect(groups.at(-1)?.means.pv).toBeGreaterThan(groups[0]?.means.pv ?? 0)
  })
})
