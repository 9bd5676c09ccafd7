import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { FINDING_CODES, type Rule, referencePrice, replayOrders } from '../../src/index.ts'
import { check, coat, days, only, percent, setOf, spend, UNTIL } from './planted.ts'

describe('reference prices', () => {
  it('[P5.09] the base of a cut is the lowest price of the seven days before, or else the last price sold at', () => {
    const prices = [...days(1, 3, 30_000, 20_000), ...days(4, 10, 30_000, 28_000), ...days(11, 12, 30_000, 100)]
    expect(referencePrice(prices, '2026-11-11', 7)).toEqual({ day: '2026-11-04', cents: 28_000 })
    expect(referencePrice(prices, '2026-11-11', 8)).toEqual({ day: '2026-11-03', cents: 20_000 })
    expect(referencePrice(days(1, 2, 30_000, 20_000), '2026-11-25', 7)).toEqual({ day: '2026-11-02', cents: 20_000 })
    expect(referencePrice(days(1, 2, 30_000), '2026-11-11', 7)).toBeUndefined()
  })

  it('[P5.09] raise-then-cut is refused with the days and prices that show it', () => {
    // Listed at 240.00 and sold so; raised to 300.00 on the 9th; 八折 makes 240.00 again.
    const prices = [...days(1, 8, 24_000, 24_000), ...days(9, 10, 30_000)]
    const [finding] = only(check([percent(8000)], { prices }), 'raised_then_cut')
    expect(finding?.severity).toBe('error')
    expect(finding?.facts).toEqual({
      skuId: '风衣',
      beforeDay: '2026-11-08',
      beforeCents: 24_000,
      raisedDay: '2026-11-09',
      raisedCents: 30_000,
      dealCents: 24_000,
      referenceDay: '2026-11-04',
      referenceCents: 24_000,
    })
    expect(finding?.zh).toBe(
      '风衣 先提价后打折：2026-11-08 标价 ¥240.00，2026-11-09 提到 ¥300.00，活动价 ¥240.00 不低于 2026-11-04 的成交价 ¥240.00，请恢复原价',
    )
  })

  it('[P5.09] a cut that is real passes, one that is not below the recent price does not', () => {
    expect(
      check([percent(7900)], { prices: days(1, 10, 24_000, 24_000) }).filter((f) => f.severity === 'error'),
    ).toEqual([])
    const same = check([percent(8000)], { prices: days(1, 10, 30_000, 24_000) })
    expect(only(same, 'not_below_reference')[0]?.facts).toMatchObject({
      dealCents: 24_000,
      referenceCents: 24_000,
      days: 7,
    })
  })

  it('[P5.09] a struck-through price is a price that the goods sold at lately', () => {
    const prices = days(1, 10, 30_000, 24_000)
    const struck = (struckCents: number) =>
      only(check([percent(7900)], { prices, goods: [coat({ struckCents })] }), 'struck_price_unreal')
    expect(struck(24_000)).toEqual([])
    expect(struck(30_000)[0]?.facts).toMatchObject({ struckCents: 30_000, referenceCents: 24_000 })
  })

  it('price protection counts the units of the last days that cost more than the offer', () => {
    const sale = (day: string, units: number, unitCents: number) => ({ skuId: '风衣', day, units, unitCents })
    const sales = [
      sale('2026-10-26', 9, 30_000),
      sale('2026-10-27', 2, 30_000),
      sale('2026-11-10', 1, 25_000),
      sale('2026-11-10', 4, 24_000),
    ]
    // 2 × (300 − 240) + 1 × (250 − 240) = 130.00; the sale of 26 October is sixteen days before.
    expect(only(check([percent(8000)], { sales }), 'price_protection')[0]?.facts).toEqual({
      skuId: '风衣',
      units: 3,
      cents: 13_000,
      dealCents: 24_000,
      days: 15,
    })
  })
})

describe('slips and limits', () => {
  it('[P13.07] a listing at 0.01 CNY is blocked, and a price ten times the usual one', () => {
    const free = check([], { goods: [coat({ unitCents: cents(1) })] })
    expect(free.map(({ code, severity }) => [code, severity])).toEqual([['nearly_free_listing', 'error']])
    const tenfold = check([], { goods: [coat({ unitCents: cents(300_000) })], prices: days(1, 10, 30_000, 30_000) })
    expect(only(tenfold, 'outlier_price')[0]?.facts).toMatchObject({ unitCents: 300_000, medianCents: 30_000 })
  })

  it('[P13.07] a coupon that nothing limits and a threshold that looks wrong stop the release', () => {
    const coupon = spend('券', [[3000, 2500]], { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true })
    expect(check([coupon]).flatMap((f) => (f.severity === 'error' ? [f.code] : []))).toEqual([
      'unlimited_coupon',
      'wrong_threshold',
    ])
    const sound = spend('券', [[30_000, 2500]], { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true })
    expect(check([sound], { limits: { 券: { total: 500 } } }).filter((f) => f.severity === 'error')).toEqual([])
  })

  it('a rule whose cost on past orders is above its budget is blocked, with the figures', () => {
    const ruleSet = setOf([spend('满减', [[30_000, 4000]])])
    const cart = { at: '2026-11-11T00:00:00.000Z', lines: [{ ...coat(), lineId: '1', quantity: 1 }] }
    const orders = ['1', '2', '3'].map((orderId) => ({ orderId, cart, paidCents: 30_000 }))
    const replay = replayOrders(ruleSet, orders, { baseline: 'paid' })
    const found = check([spend('满减', [[30_000, 4000]])], { replay, limits: { 满减: { budgetCents: 10_000 } } })
    expect(only(found, 'over_budget')[0]?.facts).toEqual({ expectedCents: 12_000, budgetCents: 10_000, orders: 3 })
  })

  it('a rule without an end is pointed out', () => {
    const { when: _, ...open } = spend('满减', [[30_000, 4000]])
    expect(only(check([open]), 'open_ended')[0]?.ruleIds).toEqual(['满减'])
  })
})

describe('rewards against each other', () => {
  it('[P6.02] tiers must rise in rate: 300−60 and 600−100 is weaker at the top, 300−40 and 600−100 is not', () => {
    const facts = { tier: 2, rateBp: 1666, beforeBp: 2000 }
    expect(
      only(
        check([
          spend('满减', [
            [30_000, 6000],
            [60_000, 10_000],
          ]),
        ]),
        'tier_rate_falls',
      )[0]?.facts,
    ).toEqual(facts)
    expect(
      only(
        check([
          spend('满减', [
            [30_000, 4000],
            [60_000, 10_000],
          ]),
        ]),
        'tier_rate_falls',
      ),
    ).toEqual([])
    expect(
      only(
        check([
          spend('满减', [
            [30_000, 5000],
            [60_000, 10_000],
          ]),
        ]),
        'tier_rate_falls',
      ),
    ).toHaveLength(1)
  })

  it('[P6.02] dips are reported with the cart that pays less', () => {
    const dips = only(
      check([
        spend('满减', [
          [30_000, 4000],
          [60_000, 10_000],
        ]),
      ]),
      'dip',
    )
    expect(dips[1]?.facts).toEqual({ fromCents: 54_001, toCents: 59_999, betterCents: 60_000, paysCents: 50_000 })
  })

  it('a card of 5 % from 1000 on is weaker than 600−100, and both are named', () => {
    const card: Rule = {
      ruleId: '返卡',
      name: '满返卡',
      mechanic: 'rebateCard',
      params: { tiers: [{ minCents: 100_000, cardCents: 5000 }], afterDays: 15 },
      when: UNTIL,
    }
    const [finding] = only(check([card, spend('满减', [[60_000, 10_000]])]), 'weaker_reward')
    expect(finding?.ruleIds).toEqual(['返卡', '满减'])
    expect(finding?.facts).toEqual({ thresholdCents: 100_000, rateBp: 500, otherThresholdCents: 60_000, otherBp: 1666 })
  })
})

describe('the list of findings', () => {
  it('is closed: every code has words in both languages, and errors come first', () => {
    expect(new Set(FINDING_CODES).size).toBe(23)
    const coupon = spend('券', [[3000, 2500]], { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true })
    const found = check(
      [
        coupon,
        spend('满减', [
          [30_000, 6000],
          [60_000, 10_000],
        ]),
      ],
      { goods: [coat({ costCents: 29_000 })] },
    )
    const order = found.map(({ severity }) => ['error', 'warning', 'note'].indexOf(severity))
    expect(order).toEqual([...order].sort())
    for (const { zh, en } of found) expect(zh && en && !`${zh}${en}`.includes('undefined')).toBe(true)
  })
})
