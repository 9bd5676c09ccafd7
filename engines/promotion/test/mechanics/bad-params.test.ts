import { describe, expect, it } from 'vitest'
import { findMechanic, MECHANICS } from '../../src/index.ts'

type Params = Record<string, unknown>

const part = { skuIds: ['a'], units: 1 }
const tier = { minCents: 100, cutCents: 10 }
const item = { skuId: 'x', valueCents: 100, oddsPpm: 1_000_000 }
const box = { poolId: 'p', priceCents: 100, draws: 2, minValueCents: 200, items: [item] }
const presale = {
  depositCents: 100,
  countsAsCents: 200,
  depositUntil: '2026-11-01T00:00:00.000Z',
  balanceFrom: '2026-11-01T00:00:00.000Z',
  balanceUntil: '2026-11-02T00:00:00.000Z',
}

/** Parameters that are refused: which mechanic, what is wrong, and the field and the code that say so. */
const REFUSED: readonly [string, string, Params, string, string][] = [
  ['amountOff', 'no amount', {}, 'cutCents', 'not_whole_between'],
  ['amountOff', 'half a fen', { cutCents: 0.5 }, 'cutCents', 'not_whole_between'],
  ['anyN', 'no units', { units: 0, priceCents: 100 }, 'units', 'not_whole_between'],
  ['anyN', 'for nothing', { units: 2, priceCents: 0 }, 'priceCents', 'not_whole_between'],
  ['bargainPrice', 'no limit', { lowestCents: 100 }, 'unitsPerBuyer', 'not_whole_between'],
  ['blindBox', 'odds of 99 %', { ...box, items: [{ ...item, oddsPpm: 990_000 }] }, 'items', 'odds_not_whole'],
  [
    'blindBox',
    'a poorest box below what is published',
    { ...box, minValueCents: 201 },
    'minValueCents',
    'box_below_value',
  ],
  [
    'blindBox',
    '[P6.36] a prize above 50,000 yuan',
    { ...box, items: [{ ...item, valueCents: 5_000_001 }] },
    'items',
    'prize_too_large',
  ],
  ['bundle', 'no parts', { parts: [], priceCents: 100 }, 'parts', 'no_rows'],
  ['bundle', 'a SKU in two parts', { parts: [part, part], priceCents: 100 }, 'parts', 'parts_overlap'],
  ['bundle', 'a set of itself', { parts: [part], priceCents: 100, setSkuId: 'a' }, 'parts', 'bundle_holds_itself'],
  ['couponPack', 'no coupon', { coupons: [] }, 'coupons', 'no_rows'],
  ['directCut', 'a misspelt field', { cutCents: 100, unitPerBuyer: 1 }, 'unitPerBuyer', 'unknown_field'],
  ['donation', 'nobody to give to', { centsPerUnit: 100, to: ' ' }, 'to', 'no_text'],
  ['exchangeBuy', 'no goods to exchange', { minCents: 100, prices: [], units: 1 }, 'prices', 'no_rows'],
  [
    'fixedPrice',
    'one price and a list',
    { priceCents: 1, prices: [{ skuId: 'a', priceCents: 1 }] },
    'priceCents',
    'not_one_of',
  ],
  ['fixedPrice', 'below nothing', { priceCents: -1 }, 'priceCents', 'not_whole_between'],
  ['freeShipping', 'a cap of nothing', { capCents: 0 }, 'capCents', 'not_whole_between'],
  [
    'giftChoice',
    'a gift twice',
    { poolId: 'p', skuIds: ['a', 'a'], tiers: [{ minCents: 1, units: 1 }] },
    'skuIds',
    'no_list',
  ],
  [
    'giftWithPurchase',
    'money and units',
    { tiers: [{ minCents: 1, minUnits: 1, gifts: [{ skuId: 'g', units: 1 }] }] },
    'tiers[0].minCents',
    'not_one_of',
  ],
  ['groupPrice', 'a group of one', { people: 1, priceCents: 100 }, 'people', 'not_whole_between'],
  ['instalments', 'one instalment', { rates: [{ times: 1, feeBp: 100 }] }, 'rates[0].times', 'not_whole_between'],
  ['payLater', 'a most below the least', { feeBp: 60, minCents: 2, maxCents: 1 }, 'maxCents', 'max_below_min'],
  [
    'memberPrice',
    'tiers that fall',
    {
      tiers: [
        { tier: 2, payBp: 9000 },
        { tier: 1, payBp: 9500 },
      ],
    },
    'tiers',
    'tiers_not_rising',
  ],
  ['nthUnit', 'the first unit', { steps: [{ nth: 1, payBp: 5000 }] }, 'steps[0].nth', 'not_whole_between'],
  ['nthUnit', 'yes in words', { steps: [{ nth: 2, payBp: 5000 }], acrossSkus: 'yes' }, 'acrossSkus', 'not_yes_or_no'],
  ['percentOff', 'the full price', { payBp: 10_000 }, 'payBp', 'not_whole_between'],
  [
    'pointsBurn',
    'more than all of the price',
    { stepPoints: 1, stepCents: 1, capBp: 10_001 },
    'capBp',
    'not_whole_between',
  ],
  ['pointsEarn', 'no points', { perCents: 100, points: 0 }, 'points', 'not_whole_between'],
  ['pointsGift', 'points below nothing', { points: -5 }, 'points', 'not_whole_between'],
  ['pointsMultiplier', 'once', { timesBp: 10_000 }, 'timesBp', 'not_whole_between'],
  ['presale', 'a deposit that shrinks', { ...presale, countsAsCents: 99 }, 'countsAsCents', 'counts_below_deposit'],
  [
    'presale',
    'balances before deposits end',
    { ...presale, balanceFrom: '2026-10-31T00:00:00.000Z' },
    'balanceFrom',
    'bad_window',
  ],
  ['presale', 'a day instead of an instant', { ...presale, balanceUntil: 'soon' }, 'balanceUntil', 'not_an_instant'],
  [
    'rebateCard',
    'a smaller card for more money',
    {
      tiers: [
        { minCents: 1, cardCents: 2 },
        { minCents: 2, cardCents: 1 },
      ],
      afterDays: 1,
    },
    'tiers',
    'tiers_not_rising',
  ],
  ['redPacket', 'above one hundred million', { mostCents: 10_000_000_001 }, 'mostCents', 'not_whole_between'],
  [
    'spendAndSave',
    'a cut above its threshold',
    { tiers: [{ minCents: 10, cutCents: 100 }] },
    'tiers[0].cutCents',
    'cut_above_threshold',
  ],
  ['spendAndSave', 'tiers that do not rise', { tiers: [tier, tier] }, 'tiers[1]', 'tiers_not_rising'],
  ['spendAndSave', 'a row that is none', { tiers: [5] }, 'tiers[0]', 'not_a_row'],
  [
    'spendPercent',
    'a higher tier that gives less',
    {
      tiers: [
        { minCents: 1, payBp: 9000 },
        { minCents: 2, payBp: 9500 },
      ],
    },
    'tiers',
    'tiers_not_rising',
  ],
  [
    'spendPercent',
    'money in one tier, units in the next',
    {
      tiers: [
        { minCents: 1, payBp: 9000 },
        { minUnits: 2, payBp: 8000 },
      ],
    },
    'tiers[1]',
    'tiers_not_rising',
  ],
  [
    'subscription',
    'a share and an amount',
    { everyDays: 30, times: 6, payBp: 9000, cutCents: 100 },
    'payBp',
    'not_one_of',
  ],
  ['tradeIn', 'neither amount nor share', {}, 'subsidyCents', 'not_one_of'],
  ['tradeInValue', 'no upper end', {}, 'mostCents', 'not_whole_between'],
  [
    'unitsAndSave',
    'more units for less',
    {
      tiers: [
        { minUnits: 2, cutCents: 20 },
        { minUnits: 3, cutCents: 10 },
      ],
    },
    'tiers',
    'tiers_not_rising',
  ],
]

/** Edges that are still sound. */
const ACCEPTED: readonly [string, string, Params][] = [
  ['presale', 'a deposit that counts as just what it is', { ...presale, countsAsCents: 100 }],
  ['blindBox', 'the poorest box worth just what is published', box],
  ['blindBox', 'a prize of just 50,000 yuan', { ...box, items: [{ ...item, valueCents: 5_000_000 }] }],
  ['spendAndSave', 'all of the threshold off', { tiers: [{ minCents: 100, cutCents: 100 }] }],
  ['percentOff', 'for nothing', { payBp: 0 }],
  ['fixedPrice', 'a price of nothing', { priceCents: 0 }],
  ['groupPrice', 'a group of two', { people: 2, priceCents: 0 }],
  ['memberPrice', 'a price for everybody', { tiers: [{ tier: 0, payBp: 9900 }] }],
  ['amountOff', 'one fen', { cutCents: 1 }],
  ['subscription', 'deliveries without a discount', { everyDays: 30, times: 6 }],
]

describe('parameters that are refused before anything is priced', () => {
  it.each(REFUSED)('%s: %s', (name, _what, params, field, code) => {
    const problems = findMechanic(name)?.check(params) ?? []
    expect(problems.map((p) => [p.field, p.code])).toContainEqual([field, code])
    for (const { zh, en } of problems) expect([zh.length > 4, en.length > 4]).toEqual([true, true])
  })

  it.each(ACCEPTED)('%s accepts %s', (name, _what, params) => {
    expect(findMechanic(name)?.check(params)).toEqual([])
  })

  it('every mechanic has a row here, refuses a field it does not know, and accepts its own example', () => {
    for (const { mechanic, example, check } of MECHANICS) {
      expect(
        REFUSED.some(([name]) => name === mechanic),
        mechanic,
      ).toBe(true)
      expect(check(example), mechanic).toEqual([])
      expect(
        check({ ...example, colour: 'red' }).map((p) => p.code),
        mechanic,
      ).toContain('unknown_field')
    }
  })

  it.each(MECHANICS.map((m) => [m.mechanic, m] as const))(
    '%s survives any value in any field',
    (_name, { example, check }) => {
      for (const field of Object.keys(example))
        for (const value of [
          undefined,
          null,
          '',
          'x',
          -1,
          0.5,
          Number.NaN,
          Number.MAX_VALUE,
          [],
          [null],
          [{}],
          {},
          true,
        ])
          expect(Array.isArray(check({ ...example, [field]: value }))).toBe(true)
    },
  )
})
