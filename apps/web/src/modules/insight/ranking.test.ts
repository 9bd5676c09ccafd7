import type { QueryResult } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { bucketOf } from './bucket-of.ts'
import { campaignSpans } from './campaign-spans.ts'
import { largestMove, namesNothing, rankRows } from './ranking.ts'

const result: QueryResult = {
  columns: [
    { id: 'channel', kind: 'dimension', nameZh: '渠道', nameEn: 'Channel', unit: null },
    { id: 'paid', kind: 'metric', nameZh: '支付金额', nameEn: 'Paid', unit: 'money' },
    { id: 'cvr', kind: 'metric', nameZh: '转化率', nameEn: 'CVR', unit: 'ratio' },
  ],
  rows: [
    { channel: '推荐', paid: 100, paidCompare: 250, cvr: 0.02 },
    { channel: '搜索', paid: 300, paidCompare: 240, cvr: null },
    { channel: '', paid: null, paidCompare: null, cvr: 0.1 },
  ],
  totals: { paid: 1000, cvr: 0.03 },
  range: null,
  compareRange: null,
  elapsed: null,
  partial: [],
  freshness: null,
  truncated: true,
  currency: 'CNY',
  labels: {},
}

test('a ranking is largest first, unknown last, with shares of the whole total', () => {
  expect(rankRows(result, 'channel', 'paid').map(({ key, share }) => [key, share])).toEqual([
    ['搜索', 0.3],
    ['推荐', 0.1],
    ['', null],
  ])
})

test('a rate has no share of a total', () => {
  expect(rankRows(result, 'channel', 'cvr').every(({ share }) => share === null)).toBe(true)
})

test('the largest move is by amount, up or down, and needs both sides', () => {
  const move = largestMove(rankRows(result, 'channel', 'paid'))
  expect([move?.row.key, move?.difference]).toEqual(['推荐', -150])
  expect(largestMove([])).toBeNull()
})

test('a ranking of nothing but the unknown names nothing, and the unknown never leads a sentence', () => {
  const unknown = rankRows({ ...result, rows: [{ channel: '', paid: 900, paidCompare: 100 }] }, 'channel', 'paid')
  expect(namesNothing(unknown)).toBe(true)
  expect(largestMove(unknown)).toBeNull()
  expect(namesNothing(rankRows(result, 'channel', 'paid'))).toBe(false)
})

test('days in a row of one occasion are one span; a gap or another occasion begins a new one', () => {
  const rows = [
    { day: '2026-11-11', occasion: '双11' },
    { day: '2026-11-10', occasion: '双11' },
    { day: '2026-11-12', occasion: '' },
    { day: '2026-11-14', occasion: '双11' },
    { day: '2026-12-12', occasion: '双12' },
  ]
  expect(campaignSpans(rows)).toEqual([
    { occasion: '双11', first: '2026-11-10', last: '2026-11-11' },
    { occasion: '双11', first: '2026-11-14', last: '2026-11-14' },
    { occasion: '双12', first: '2026-12-12', last: '2026-12-12' },
  ])
})

test.each([
  ['hour', '2026-11-11T00'],
  ['day', '2026-11-11'],
  ['week', '2026-11-09'],
  ['month', '2026-11'],
  ['quarter', '2026-Q4'],
  ['year', '2026'],
] as const)('a day falls into its %s', (grain, key) => {
  expect(bucketOf('2026-11-11', grain)).toBe(key)
})
