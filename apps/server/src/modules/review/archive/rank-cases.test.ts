import { expect, test } from 'vitest'
import { type CaseText, listOf, seasonOf } from './archive-case.ts'
import { rankCases } from './rank-cases.ts'

const one = (id: string, title: string, text = '', day: string | null = null): CaseText => ({
  source: 'campaign',
  id,
  title,
  summary: '',
  text,
  mechanics: [],
  categories: [],
  season: null,
  day,
  paidCents: null,
  targetCents: null,
})

const CASES = [
  one('d11', '双11大促', '预售定金膨胀，会场满减 300 减 50', '2025-11-11'),
  one('member', '88会员日', '会员券叠加满减，老客复购提醒', '2025-08-08'),
  one('38', '38女神节', '美妆小样试用，直播间抽奖', '2025-03-08'),
  one('clear', '换季清仓', '羽绒服阶梯降价', '2025-02-20'),
]

test.each([
  ['满减', ['member', 'd11']],
  ['会员 复购', ['member']],
  ['羽绒服', ['clear']],
  ['雙１１ 預售', ['d11']],
  ['直播抽奖', ['38']],
  ['没有这样的词汇噢', []],
])('[P14.13] "%s" finds the relevant case first', (query, ids) => {
  const found = rankCases(CASES, query).map(({ one: { id } }) => id)
  expect(found.slice(0, Math.max(1, ids.length)).toSorted()).toEqual(ids.toSorted())
})

test('without words everything stands there, newest first', () => {
  expect(rankCases(CASES, ' ').map(({ one: { id } }) => id)).toEqual(['d11', 'member', '38', 'clear'])
})

test.each([
  ['2026-03-01', 'spring'],
  ['2026-08-31', 'summer'],
  ['2026-11-11', 'autumn'],
  ['2026-12-12', 'winter'],
  ['2026-02-28', 'winter'],
])('%s is in %s', (day, season) => {
  expect(seasonOf(day)).toBe(season)
})

test('lists are parted by any comma', () => {
  expect(listOf('满减、抽奖，会员, 预售 ')).toEqual(['满减', '抽奖', '会员', '预售'])
})
