import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import { risingCategories } from './rising-categories.ts'

const asOf = parseDay('2026-09-10')
/** 32 months from January 2024 to August 2026, June to August twice as strong; from June 2026 on times `lately`. */
const months = (lately: number, level = 1000): number[] =>
  Array.from({ length: 32 }, (_, t) => level * (t % 12 >= 5 && t % 12 <= 7 ? 2 : 1) * (t >= 29 ? lately : 1))
const category = (id: string, values: readonly (number | null)[]) => ({
  id,
  series: { start: parseDay('2024-01-01'), grain: 'month' as const, values },
})

describe('[P1.16] rising categories', () => {
  test('what grows beyond its season is named with its growth; a summer that comes back is not', () => {
    const categories = [category('露营装备', months(1.8)), category('凉席', months(1, 9000))]
    const [found, ...others] = risingCategories({ categories, asOf })
    expect([found?.categoryId, found?.growth, others]).toEqual(['露营装备', 1.8, []])
    expect(found?.againstAll).toBeCloseTo(1.8 / (10.8 / 10), 12)
  })
  test('where the whole shop doubled, nothing stands out', () => {
    const categories = [category('a', months(2)), category('b', months(2))]
    expect(risingCategories({ categories, asOf })).toEqual([])
  })
  test.each([
    ['sold nothing a year ago', months(2).map((v, t) => (t < 24 ? 0 : v))],
    ['is known for three months', months(2).slice(0, 3)],
    ['has a month that nobody knows', months(2).map((v, t) => (t === 30 ? null : v))],
  ])('what %s has no growth', (_, values) => {
    expect(risingCategories({ categories: [category('new', values), category('old', months(1))], asOf })).toEqual([])
  })
})
