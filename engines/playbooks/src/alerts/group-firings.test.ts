import { createRng } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { type Cause, type Firing, groupFirings, MANY } from '../index.ts'

const firing = (metric: string, tags: Record<string, string> = {}, more: Partial<Firing> = {}): Firing => ({
  key: `${metric}/${JSON.stringify(tags)}`,
  rule: metric,
  metric,
  tags,
  severity: 'warning',
  owner: 'operations',
  ...more,
})

const keysOf = (firings: readonly Firing[], open: readonly Cause[] = []): string[] =>
  groupFirings(firings, open)
    .map(({ causeKey, firings: members }) => `${causeKey} ×${members.length}`)
    .sort()

describe('grouping by cause', () => {
  const item = (n: number, more: Record<string, string> = {}) => ({ item: `i${n}`, ...more })
  const rows: [rule: string, firings: Firing[], open: Cause[], groups: string[]][] = [
    ['one firing is one incident', [firing('paid')], [], ['paid ×1']],
    ['a figure belongs to its driver when both fire', [firing('paid'), firing('uv')], [], ['uv ×2']],
    [
      'drivers are followed all the way up',
      [firing('paid'), firing('cvr'), firing('paymentRate')],
      [],
      ['paymentRate ×3'],
    ],
    ["a part's consequence belongs to the whole shop's cause", [firing('paid', item(1)), firing('uv')], [], ['uv ×2']],
    [
      "a cause in one channel is not another channel's",
      [firing('paid', { channel: 'a' }), firing('uv', { channel: 'b' })],
      [],
      ['paid|channel=a ×1', 'uv|channel=b ×1'],
    ],
    ['the whole shop takes in its parts', [firing('uv'), firing('uv', item(1)), firing('uv', item(2))], [], ['uv ×3']],
    [
      'three that share a value are one',
      [1, 2, 3].map((n) => firing('stockCoverDays', item(n, { category: 'serum' }))),
      [],
      ['stockCoverDays|category=serum ×3'],
    ],
    [
      'two that share a value stand by themselves',
      [1, 2].map((n) => firing('refundRate', item(n, { category: 'serum' }))),
      [],
      ['refundRate|category=serum ×2'],
    ],
    [
      'many with nothing in common are one',
      [1, 2, 3, 4].map((n) => firing('refundRate', item(n))),
      [],
      ['refundRate|*=* ×4'],
    ],
    [
      'what an open incident covers joins it',
      [firing('uv', { channel: 'search', item: 'i9' })],
      [{ metric: 'uv', dimension: 'channel', value: 'search' }],
      ['uv|channel=search ×1'],
    ],
    ['a consequence of an open cause joins it', [firing('paid')], [{ metric: 'uv' }], ['uv ×1']],
    [
      'an open "many" takes in one more',
      [firing('refundRate', item(7))],
      [{ metric: 'refundRate', dimension: MANY, value: MANY }],
      ['refundRate|*=* ×1'],
    ],
  ]
  test.each(rows)('%s', (_rule, firings, open, groups) => {
    expect(keysOf(firings, open)).toEqual(groups)
  })

  test('the gravest severity counts, and the owner of the cause answers', () => {
    const [group] = groupFirings([
      firing('paid', {}, { owner: 'operations', severity: 'critical' }),
      firing('uv', {}, { owner: 'media' }),
    ])
    expect([group?.severity, group?.owner]).toEqual(['critical', 'media'])
  })
})

describe('[P9.07] a storm of 10,000 firings', () => {
  const rng = createRng('storm')
  const METRICS = [
    'paid',
    'uv',
    'cvr',
    'orders',
    'buyers',
    'unitsSold',
    'refundRate',
    'stockCoverDays',
    'negativeReviewRate',
    'ctr',
  ]
  const CHANNELS = ['search', 'feed', 'live', 'ads']
  const storm = Array.from({ length: 10_000 }, (_, n) =>
    firing(rng.pick(METRICS), { item: `i${n}`, channel: rng.pick(CHANNELS), category: `c${rng.int(30)}` }),
  )

  test('is a few incidents, with every firing in exactly one', () => {
    const groups = groupFirings(storm)
    expect(groups.length).toBeLessThanOrEqual(METRICS.length * CHANNELS.length)
    const members = groups.flatMap((group) => group.firings.map(({ key }) => key))
    expect([members.length, new Set(members).size]).toEqual([10_000, 10_000])
  })

  test('with one cause for the whole shop it is one incident', () => {
    const outage = [...storm.filter(({ metric }) => metric === 'paid'), firing('trackedEvents'), firing('uv')]
    expect(groupFirings(outage).map(({ causeKey }) => causeKey)).toEqual(['trackedEvents'])
  })

  test('that goes on opens nothing new', () => {
    const open = groupFirings(storm).map(({ cause }) => cause)
    const again = groupFirings(storm.slice(0, 3000), open)
    expect(
      again.every(({ causeKey }) =>
        open.some((cause) => causeKey === `${cause.metric}|${cause.dimension}=${cause.value}`),
      ),
    ).toBe(true)
  })

  test('whose every firing is different in everything is still bounded', () => {
    const strangers = Array.from({ length: 10_000 }, (_, n) => firing('refundRate', { item: `i${n}`, sku: `s${n}` }))
    const threes = Array.from({ length: 9_999 }, (_, n) =>
      firing('ctr', { plan: `p${Math.floor(n / 3)}`, item: `i${n}` }),
    )
    expect(groupFirings(strangers)).toHaveLength(1)
    expect(groupFirings(threes).length).toBeLessThanOrEqual(21)
  })

  test('is grouped alike in whatever order it comes', () => {
    const backwards = storm.toReversed()
    expect(keysOf(backwards)).toEqual(keysOf(storm))
  })
})
