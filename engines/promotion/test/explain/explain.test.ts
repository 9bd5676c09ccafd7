import { describe, expect, it } from 'vitest'
import { explain, type Locale, MISS_REASONS, type PaidOrder, sayFact } from '../../src/index.ts'
import { CROSS_SHOP, line, PLATFORM_COUPON, paidOrder, spend } from '../support/order.ts'

const texts = (order: PaidOrder, locale: Locale): string[] => explain(order, locale).map(({ text }) => text)

const item = (ruleId: string, mechanic: string, params: Record<string, unknown>) => ({
  ruleId,
  name: ruleId,
  mechanic,
  params,
})

describe('a cart explained', () => {
  const order = paidOrder({
    rules: [
      item('限时八折', 'percentOff', { payBp: 8000 }),
      spend('满300减40', 30_000, 4000),
      spend('跨店满500减50', 50_000, 5000, CROSS_SHOP),
      spend('领券300减20', 30_000, 2000, PLATFORM_COUPON),
    ],
    lines: [line('a', 24_875, { tags: ['限时'] }), line('b', 12_625)],
  })

  it('[P6.01] each line tells which rule took what, with the arithmetic that can be checked', () => {
    expect(texts(order, 'zh')).toEqual([
      '标价 248.75 × 1 = 248.75',
      '限时八折：折扣 248.75 → 199.00，减 49.75',
      '满300减40：本行 199.00 ÷ 300.00 × 40.00 ≈ 26.53',
      '应付 ¥172.47',
      '标价 126.25 × 1 = 126.25',
      '限时八折：折扣 126.25 → 101.00，减 25.25',
      '满300减40：本行 101.00 ÷ 300.00 × 40.00 ≈ 13.47',
      '应付 ¥87.53',
      '商品 375.00 − 优惠 115.00 + 运费 0.00 = ¥260.00',
      '优惠由商家承担 ¥115.00',
      '跨店满500减50：差 ¥200.00，凑够可减 ¥50.00',
      '领券300减20：还没领券，领取后可用',
    ])
  })

  it('[P6.01] the same in English, sentence for sentence', () => {
    expect(texts(order, 'en')).toEqual([
      'Listed 248.75 × 1 = 248.75',
      '限时八折: Percent off 248.75 → 199.00, 49.75 off',
      '满300减40: this line 199.00 ÷ 300.00 × 40.00 ≈ 26.53',
      'To pay ¥172.47',
      'Listed 126.25 × 1 = 126.25',
      '限时八折: Percent off 126.25 → 101.00, 25.25 off',
      '满300减40: this line 101.00 ÷ 300.00 × 40.00 ≈ 13.47',
      'To pay ¥87.53',
      'Goods 375.00 − discount 115.00 + postage 0.00 = ¥260.00',
      '¥115.00 of the discount is borne by the shop',
      '跨店满500减50: ¥200.00 short; add as much to save ¥50.00',
      '领券300减20: not claimed yet; claim it first',
    ])
  })
})

describe('how a cut is told', () => {
  const cuts = (order: PaidOrder): string[] =>
    explain(order, 'zh').flatMap(({ fact, text }) => (fact.kind === 'cut' ? [text] : []))

  it('a split that comes out even says so', () => {
    const order = paidOrder({ rules: [spend('满减', 30_000, 3000)], lines: [line('a', 10_000), line('b', 20_000)] })
    expect(cuts(order)).toEqual([
      '满减：本行 100.00 ÷ 300.00 × 30.00 = 10.00',
      '满减：本行 200.00 ÷ 300.00 × 30.00 = 20.00',
    ])
  })

  it('a line at its floor gives less, and the others tell that they give more', () => {
    const lines = [line('a', 10_000, { floorCents: 9500 as never }), line('b', 20_000)]
    expect(cuts(paidOrder({ rules: [spend('满减', 30_000, 3000)], lines }))).toEqual([
      '满减：共减 30.00，有商品已减到底，其余商品按比例多摊，本行减 5.00',
      '满减：共减 30.00，有商品已减到底，其余商品按比例多摊，本行减 25.00',
    ])
  })

  it('a line that stands alone takes all of it', () => {
    const order = paidOrder({ rules: [spend('满减', 10_000, 1000)], lines: [line('a', 15_000)] })
    expect(cuts(order)).toEqual(['满减：150.00 − 10.00 = 140.00'])
  })

  it('a price of units is told by unit, with how many of them had it', () => {
    const rules = [item('直降', 'directCut', { cutCents: 500, unitsPerBuyer: 2 })]
    const direct = paidOrder({ rules, lines: [line('a', 2000, { quantity: 3 })] })
    expect(cuts(direct)).toEqual(['直降：直降每件 20.00 → 15.00，限 2 件，减 10.00'])
    const fixed = paidOrder({
      rules: [item('秒杀', 'fixedPrice', { priceCents: 990 })],
      lines: [line('a', 2000, { quantity: 3 })],
    })
    expect(cuts(fixed)).toEqual(['秒杀：一口价每件 20.00 → 9.90，3 件，减 30.30'])
    const member = paidOrder({
      rules: [item('会员', 'memberPrice', { tiers: [{ tier: 1, payBp: 9000 }] })],
      lines: [line('a', 2000)],
      cart: { buyer: { tier: 2 } },
    })
    expect(cuts(member)).toEqual(['会员：会员价 20.00 → 18.00，减 2.00'])
  })

  it('where a floor or a cap changes what a unit pays, only the difference is told', () => {
    const lines = [line('a', 2000, { floorCents: 1800 as never })]
    expect(cuts(paidOrder({ rules: [item('直降', 'directCut', { cutCents: 500 })], lines }))).toEqual([
      '直降：20.00 − 2.00 = 18.00',
    ])
  })
})

describe('words for every reason', () => {
  const missed = (reason: (typeof MISS_REASONS)[number], locale: Locale): string =>
    sayFact({ kind: 'missed', ruleId: 'r', name: 'R', level: 'shop', reason }, locale)

  it.each(MISS_REASONS)('%s is told in both languages without facts, too', (reason) => {
    expect(missed(reason, 'zh')).toMatch(/^R：[一-鿿].{3,}$/)
    expect(missed(reason, 'en')).toMatch(/^R: .{8,}$/)
    expect(missed(reason, 'zh') + missed(reason, 'en')).not.toContain('undefined')
  })

  it('what stood in the way is told by name, and how a group chose', () => {
    const fact = { kind: 'missed', ruleId: 'r', name: 'R', level: 'shop', reason: 'better_in_group' } as const
    const by = { ruleId: 'q', name: '满300减40' }
    expect(sayFact({ ...fact, by }, 'zh')).toBe('R：同类优惠只能选一个，已选最省的“满300减40”')
    expect(sayFact({ ...fact, by: { ...by, choose: 'first' } }, 'zh')).toContain('已用排在前面的“满300减40”')
    expect(sayFact({ ...fact, by: { ruleId: 'r', name: 'R' } }, 'zh')).toBe('R：同一种券一单只能用一张，已用另一张')
    expect(sayFact({ ...fact, reason: 'blocked', by }, 'en')).toBe('R: cannot be combined with "满300减40"')
  })

  it('[P6.02] how far it is to what comes next is told in money or units', () => {
    const fact = { kind: 'missed', ruleId: 'r', name: 'R', level: 'shop' } as const
    const money = { ...fact, reason: 'below_threshold', next: { shortCents: 1230, cutCents: 4000 } } as const
    const units = { ...fact, reason: 'too_few_units', next: { shortUnits: 1 } } as const
    expect(sayFact(money, 'zh')).toBe('R：差 ¥12.30，凑够可减 ¥40.00')
    expect(sayFact(money, 'en')).toBe('R: ¥12.30 short; add as much to save ¥40.00')
    expect(sayFact(units, 'zh')).toBe('R：差 1 件，凑够即可享受')
    expect(sayFact(units, 'en')).toBe('R: 1 unit short; add as many for it to hold')
  })
})
