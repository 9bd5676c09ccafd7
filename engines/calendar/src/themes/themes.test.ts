import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import {
  ANNIVERSARY_BLOCKS,
  anniversaryRule,
  occasionInYear,
  placeBlocks,
  proposeProducts,
  type Seasonality,
  THEMES,
  themeSpan,
  themesOn,
} from '../index.ts'

const theme = (id: string) => {
  const found = THEMES.find((t) => t.id === id)
  if (!found) throw new Error(id)
  return found
}
const flat = (value: number): number[] => Array.from({ length: 12 }, () => value)
const peakIn = (months: readonly number[], high: number): number[] =>
  flat(0.8).map((low, i) => (months.includes(i + 1) ? high : low))

describe('[P3.13] themes', () => {
  test('three seasons join a category need, mechanics and member extras', () => {
    const seasons = THEMES.filter(({ kind }) => kind === 'season')
    expect(seasons.map(({ nameZh }) => nameZh)).toEqual(['春季焕新', '夏日清凉', '秋冬保暖'])
    for (const { needs, mechanics, memberExtras } of seasons)
      expect([needs.length, mechanics.length, memberExtras.length].every((n) => n > 0)).toBe(true)
  })
  test.each([
    ['springRenewal', '2026-02-18', '2026-05-05'],
    ['summerCool', '2026-05-21', '2026-08-23'],
    ['winterWarm', '2026-10-08', '2026-12-22'],
    ['greenWeek', '2026-08-15', '2026-08-22'],
  ])('%s runs from %s until before %s', (id, from, to) => {
    expect(themeSpan(theme(id), 2026)).toEqual({ from, to })
  })
  test('[P3.12] the special themes are there; a brand day agreed with the platform has no date of its own', () => {
    expect(THEMES.filter(({ kind }) => kind === 'theme').map(({ nameZh }) => nameZh)).toEqual([
      '非遗文创节',
      '绿色消费周',
      '超级品牌日',
    ])
    expect(themeSpan(theme('superBrandDay'), 2026)).toBeNull()
  })
  test('a special week stands before the season around it', () => {
    expect(themesOn(parseDay('2026-08-16')).map(({ id }) => id)).toEqual(['greenWeek', 'summerCool'])
    expect(themesOn(parseDay('2026-09-10'))).toEqual([])
  })
})

describe('[P3.13] a theme proposes what is in season', () => {
  const candidates: Seasonality[] = [
    { id: 'coat', name: '羽绒服', category: '服饰', indexByMonth: peakIn([11, 12], 2.4) },
    { id: 'shade', name: '防晒衣', category: '服饰', indexByMonth: peakIn([5, 6, 7], 2.6) },
    { id: 'fan', name: '风扇', category: '家电', indexByMonth: peakIn([6, 7, 8], 1.9) },
    { id: 'rice', name: '大米', category: '粮油', indexByMonth: flat(1) },
    { id: 'new', name: '新品', category: '服饰', indexByMonth: flat(3).map((v, i) => (i === 6 ? null : v)) },
  ]
  const summer = theme('summerCool')
  const span = themeSpan(summer, 2026)
  if (!span) throw new Error('the season has dates')

  test('by seasonality index, the strongest first; flat sellers and other seasons stay out', () => {
    expect(proposeProducts(summer, span, candidates).map(({ id }) => id)).toEqual(['shade', 'fan'])
  })
  test('with the need that the theme states for its category', () => {
    expect(proposeProducts(summer, span, candidates)[0]).toMatchObject({ category: '服饰', needZh: '防晒与薄款' })
  })
  test('the index counts each month by its days in the theme', () => {
    // 21–31 May 11 days, June 30, July 31, 1–22 August 22: of these only August is low for the sun shirt.
    const [shade] = proposeProducts(summer, span, candidates)
    expect(shade?.index).toBeCloseTo((2.6 * (11 + 30 + 31) + 0.8 * 22) / 94, 12)
  })
  test('what nothing is known of in the season is not proposed', () => {
    expect(proposeProducts(summer, span, candidates).some(({ id }) => id === 'new')).toBe(false)
  })
})

test('[P3.13] the anniversary attaches a draw, a flash sale, a KOL live session and the member upgrade, on its own days', () => {
  const occasion = occasionInYear(anniversaryRule(parseDay('2019-05-20')), 2026)
  if (!occasion) throw new Error('the anniversary comes every year')
  expect(placeBlocks(occasion, ANNIVERSARY_BLOCKS).map(({ id, from }) => [id, from])).toEqual([
    ['flashSale', '2026-05-20'],
    ['draw', '2026-05-13'],
    ['kolLive', '2026-05-20'],
    ['memberUpgrade', '2026-05-20'],
  ])
})
