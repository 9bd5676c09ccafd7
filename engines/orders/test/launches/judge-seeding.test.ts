import { describe, expect, test } from 'vitest'
import { judgeSeeding, type Seeding, type SeedingPost, sumSeeding } from '../../src/index.ts'

const seeding = (creator: string, more: Partial<Seeding> = {}): Seeding => ({
  ...{ creator, platform: '小红书', postId: null, samples: 1, sampleDue: '2026-11-05', sampleSent: null },
  ...{ postDue: '2026-11-13', plannedViews: 1000, costCents: 50_000 },
  ...more,
})
const post = (author: string, postId: string, views: number | null, platform = '小红书'): SeedingPost => ({
  ...{ author, postId, views, platform, day: '2026-11-12' },
})
const stateOn = (today: string, more: Partial<Seeding> = {}, posts: SeedingPost[] = []) =>
  judgeSeeding([seeding('小林', more)], posts, today)[0]?.state

describe('[P5.07] creators who seed a launch', () => {
  test.each([
    ['2026-11-05', {}, 'planned'],
    ['2026-11-06', {}, 'sampleLate'],
    ['2026-11-06', { samples: 0 }, 'planned'],
    ['2026-11-06', { sampleSent: '2026-11-04' }, 'sent'],
    ['2026-11-13', { sampleSent: '2026-11-04' }, 'sent'],
    ['2026-11-14', { sampleSent: '2026-11-04' }, 'postLate'],
  ] as const)('on %s with %o it is %s', (today, more, state) => expect(stateOn(today, more)).toBe(state))

  test('a post is the creator’s by its number, else by who posted it there; each counts for one creator', () => {
    const posts = [
      post(' 小林 ', 'n1', 700),
      post('小林', 'n2', null),
      post('阿雅', 'n3', 900),
      post('阿雅', 'v1', 50, '抖音'),
    ]
    const judged = judgeSeeding(
      [seeding('阿雅'), seeding('小林'), seeding('某人', { postId: 'n3' })],
      posts,
      '2026-11-20',
    )
    expect(judged.map(({ creator, posts: n, views, state }) => [creator, n, views, state])).toEqual([
      ['阿雅', 0, null, 'postLate'],
      ['小林', 2, 700, 'posted'],
      ['某人', 1, 900, 'posted'],
    ])
    expect(sumSeeding(judged, 2400)).toEqual({
      ...{ creators: 3, posted: 2, late: 1, samples: 3, costCents: 150_000 },
      ...{ views: 1600, plannedViews: 3000, share: 0.4, costPerThousandCents: 93_750 },
    })
  })

  test('what nobody counted is unknown, not nothing', () => {
    const judged = judgeSeeding([seeding('小林', { plannedViews: null })], [post('小林', 'n1', null)], '2026-11-20')
    expect(judged[0]).toMatchObject({ state: 'posted', views: null })
    expect(sumSeeding(judged, 10)).toMatchObject({
      views: null,
      plannedViews: null,
      share: null,
      costPerThousandCents: null,
    })
    expect(sumSeeding(judgeSeeding([seeding('小林')], [post('小林', 'n1', 5)], '2026-11-20'), null).share).toBeNull()
  })
})
