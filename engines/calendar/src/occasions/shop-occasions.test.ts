import { parseDay } from '@zhanggui/kernel'
import { describe, expect, test } from 'vitest'
import {
  anniversaryNumber,
  anniversaryRule,
  campaignAlignedRange,
  campaignDay,
  findOccasionByName,
  occasionInYear,
  occasionsBetween,
  type ShopOccasion,
  shopRules,
  TMALL_OCCASIONS,
} from '../index.ts'

const day = parseDay
const own = (given: Partial<ShopOccasion> & { mainDay: ShopOccasion['mainDay'] }): ShopOccasion => ({
  id: 'shop:1',
  nameZh: '品牌日',
  nameEn: 'Brand day',
  kind: 'shop',
  burstFrom: given.mainDay,
  burstTo: given.mainDay,
  preheatFrom: null,
  closingTo: null,
  recurs: 'once',
  replaces: null,
  weight: 4,
  ...given,
})

describe('own occasions', () => {
  test('stand beside the platform’s, with pre-heat, burst and closing as stated', () => {
    const rules = shopRules(TMALL_OCCASIONS, [
      own({
        mainDay: day('2026-04-18'),
        preheatFrom: day('2026-04-15'),
        burstTo: day('2026-04-19'),
        closingTo: day('2026-04-20'),
      }),
    ])
    const [found] = occasionsBetween(day('2026-04-01'), day('2026-05-01'), rules)
    expect(found?.phases).toEqual([
      { phase: 'preheat', from: '2026-04-15', to: '2026-04-18' },
      { phase: 'burst', from: '2026-04-18', to: '2026-04-20' },
      { phase: 'closing', from: '2026-04-20', to: '2026-04-21' },
    ])
    expect(campaignDay(day('2026-04-16'), rules)).toMatchObject({ offset: -2, phase: 'preheat' })
  })
  test('a single one comes in its own year only, a yearly one from then on', () => {
    const once = shopRules([], [own({ mainDay: day('2026-04-18') })])
    const yearly = shopRules([], [own({ mainDay: day('2026-04-18'), recurs: 'yearly' })])
    const inYear = (rules: typeof once, year: number) => rules.map((r) => occasionInYear(r, year)?.mainDay ?? null)
    expect([2025, 2026, 2027].flatMap((y) => inYear(once, y))).toEqual([null, '2026-04-18', null])
    expect([2025, 2026, 2027].flatMap((y) => inYear(yearly, y))).toEqual([null, '2026-04-18', '2027-04-18'])
  })
  test('one by the lunar date moves with the moon', () => {
    const [rule] = shopRules([], [own({ mainDay: day('2026-08-19'), recurs: 'lunar' })])
    expect(rule && [2026, 2027].map((y) => occasionInYear(rule, y)?.mainDay)).toEqual(['2026-08-19', '2027-08-08'])
  })
  test('stated in a lunar leap month, it comes back in the ordinary month of that number', () => {
    const [rule] = shopRules([], [own({ mainDay: day('2025-07-25'), recurs: 'lunar' })])
    expect(rule && occasionInYear(rule, 2026)?.mainDay).toBe('2026-07-14')
  })
  test('the last day of a long lunar month is kept on the 29th of a short one', () => {
    const [rule] = shopRules([], [own({ mainDay: day('2024-02-09'), recurs: 'lunar' })])
    expect(rule && occasionInYear(rule, 2025)?.mainDay).toBe('2026-02-16')
  })
  test('they align with last year like the platform’s', () => {
    const rules = shopRules(TMALL_OCCASIONS, [
      own({ mainDay: day('2025-04-18'), recurs: 'yearly', burstTo: day('2025-04-20') }),
    ])
    const range = { from: day('2026-04-18'), to: day('2026-04-21') }
    expect(campaignAlignedRange(range, rules)).toEqual({ from: '2025-04-18', to: '2025-04-21' })
    expect(campaignAlignedRange(range)).toBeNull()
  })
})

describe('stating a platform occasion’s dates', () => {
  const rules = shopRules(TMALL_OCCASIONS, [
    own({
      replaces: 'double12',
      mainDay: day('2027-12-09'),
      burstTo: day('2027-12-11'),
      preheatFrom: day('2027-12-06'),
    }),
  ])
  const double12 = (year: number) => {
    const rule = rules.find(({ id }) => id === 'double12')
    return rule && occasionInYear(rule, year)
  }
  test('changes that year and no other', () => {
    expect(double12(2027)).toMatchObject({ mainDay: '2027-12-09', from: '2027-12-06', to: '2027-12-12' })
    expect(double12(2026)?.mainDay).toBe('2026-12-12')
  })
  test('adds no second occasion', () => expect(rules).toHaveLength(TMALL_OCCASIONS.length))
  test('a shop without own dates has the platform’s rules themselves', () => {
    expect(shopRules(TMALL_OCCASIONS, [])).toBe(TMALL_OCCASIONS)
  })
})

describe('[P3.13] the anniversary', () => {
  const rule = anniversaryRule(day('2020-02-29'))
  test.each([
    [2020, null],
    [2021, '2021-02-28'],
    [2024, '2024-02-29'],
    [2035, '2035-02-28'],
  ])('of a shop founded on 2020-02-29 in %i is %s', (year, expected) => {
    expect(occasionInYear(rule, year)?.mainDay ?? null).toBe(expected)
  })
  test('counts its years', () => expect(anniversaryNumber(day('2019-05-20'), 2026)).toBe(7))
})

describe('an occasion is known by its names', () => {
  test.each([
    ['天猫双十一大促', 'double11'],
    ['双11预售', 'double11'],
    ['6·18 or 618全品类折扣', 'june618'],
    ['年中大促', 'june618'],
    ['９９划算节', 'save99'],
    ['春节年货', 'newYearGoods'],
    ['售价 618元', undefined],
    ['编号 16180', undefined],
    ['夏季上新', undefined],
  ])('%s is %s', (text, id) => expect(findOccasionByName(text, TMALL_OCCASIONS)?.id).toBe(id))
})

describe('occasions over twenty years', () => {
  test('phases follow each other without a hole or an overlap and hold the main day', () => {
    for (const o of occasionsBetween(day('2015-01-01'), day('2036-01-01'))) {
      expect(o.phases[0]?.from).toBe(o.from)
      expect(o.phases.at(-1)?.to).toBe(o.to)
      for (const [i, phase] of o.phases.entries()) {
        expect(phase.from < phase.to).toBe(true)
        if (i > 0) expect(phase.from).toBe(o.phases[i - 1]?.to)
      }
      expect(o.phases.some((p) => p.phase === 'burst' && p.from <= o.mainDay && o.mainDay < p.to)).toBe(true)
    }
  })
  test('Double 11 has had two waves since 2020', () => {
    const waves = (year: number) =>
      occasionsBetween(
        day(`${year}-10-01`),
        day(`${year}-12-01`),
        TMALL_OCCASIONS.filter((r) => r.id === 'double11'),
      )
        .flatMap((o) => o.phases)
        .filter(({ phase }) => phase === 'burst').length
    expect([2018, 2020, 2024].map(waves)).toEqual([1, 2, 2])
  })
})
