import type { PricedLine, PromotionRule, PromotionSummary } from '@zhanggui/contract'
import { describe, expect, it } from 'vitest'
import { linesOf, linesText, questionOf, readCart } from './cart/cart-state.ts'
import { stackOf } from './cart/stack-of.ts'
import { paramKind } from './design/param-kind.ts'
import { payersWith } from './design/payer-shares.ts'
import { presetOf } from './design/preset-of.ts'
import { setField } from './design/promotion-draft.ts'
import { freeRuleId, type Preset, ruleFromPreset } from './design/rule-from-preset.ts'
import { burnShares } from './list/burn-shares.ts'
import { inShow } from './list/in-show.ts'
import { timelineOf } from './list/timeline-bars.ts'
import { emptyDraft, requestOf } from './orders/return-draft.ts'
import { depthBars } from './questions/depth-bars.ts'
import { foldByCode } from './questions/fold-by-code.ts'

const rule: PromotionRule = { ruleId: 'r', name: 'r', mechanic: 'spendAndSave', params: {} }

const preset: Preset = {
  id: 'shopCoupon',
  family: 'coupon',
  zh: '店铺券',
  en: 'Shop coupon',
  aboutZh: '',
  aboutEn: '',
  mechanic: 'spendAndSave',
  rule: { level: 'shopCoupon', needsClaim: true },
  fields: [
    {
      key: 'tiers',
      zh: '满减',
      en: 'Tiers',
      kind: 'spendTiers',
      required: true,
      example: [{ minCents: 200, cutCents: 20 }],
    },
    { key: 'repeats', zh: '次数', en: 'Times', kind: 'count', required: false, example: 3 },
  ],
}

describe('the cart in the URL', () => {
  it('comes back as it was written, whatever an id holds', () => {
    const lines = [
      { skuId: '700611574902', quantity: 2 },
      { skuId: 'a*b', quantity: 1 },
    ]
    expect(linesOf(linesText(lines))).toEqual(lines)
  })

  it.each([
    ['nothing', null, []],
    ['no quantity', 'sku', []],
    ['a quantity that is none', 'sku*0,sku*x,sku*1.5', []],
  ])('%s is left out', (_rule, text, lines) => expect(linesOf(text)).toEqual(lines))

  it('asks for the price when the promotion begins, with the coupons that are held', () => {
    const search = new URLSearchParams('cart=a*2&claims=c,gone&new=1')
    const draft = {
      rules: [rule, { ...rule, ruleId: 'c', needsClaim: true }],
      pipeline: 'tmall-parallel',
      from: '2026-12-09T12:00:00.000Z',
      until: '2026-12-12T16:00:00.000Z',
    }
    const { cart, draft: asked } = questionOf(
      readCart((name) => search.get(name)),
      draft,
    )
    expect(cart.at).toBe(draft.from)
    expect(cart.claims).toEqual([{ claimId: 'c', ruleId: 'c' }])
    expect(cart.buyer).toEqual({ isNew: true, tier: 0 })
    expect(asked?.rules[0]?.when).toEqual({ from: draft.from, until: draft.until })
  })
})

describe('rules from presets', () => {
  it('take what the preset decides and the examples of what is required', () => {
    expect(ruleFromPreset(preset, { taken: ['shopCoupon'], language: 'zh' })).toEqual({
      ruleId: 'shopCoupon-2',
      name: '店铺券',
      mechanic: 'spendAndSave',
      level: 'shopCoupon',
      needsClaim: true,
      params: { tiers: [{ minCents: 200, cutCents: 20 }] },
    })
  })

  it('find their preset again by id, else by mechanic and level', () => {
    const other: Preset = { ...preset, id: 'spendAndSave', rule: {} }
    expect(presetOf([other, preset], { ...rule, ruleId: 'shopCoupon-3' })).toBe(preset)
    expect(presetOf([preset, other], rule)).toBe(other)
    expect(freeRuleId('x', ['x', 'x-2'])).toBe('x-3')
  })

  it.each([
    ['cutCents', 1, 'cents', 'money'],
    ['payBp', 8500, undefined, 'percent'],
    ['tiers', [{ minCents: 1 }], 'spendTiers', 'rows'],
    ['skuIds', ['a'], undefined, 'skus'],
    ['acrossSkus', true, 'yesNo', 'switch'],
    ['exceptRegions', ['新疆'], 'regionList', 'words'],
  ] as const)('%s gets its input', (key, example, kind, expected) =>
    expect(paramKind(key, example, kind)).toBe(expected),
  )

  it('a field that says nothing is taken out, and the shop alone is not written', () => {
    expect(setField({ ...rule, maxCents: 5 }, 'maxCents', undefined)).toEqual(rule)
    expect(
      payersWith(
        [
          { payer: 'shop', bp: 6000 },
          { payer: 'brand', bp: 4000 },
        ],
        'brand',
        0,
      ),
    ).toEqual([{ payer: 'shop', bp: 6000 }])
    expect(payersWith([{ payer: 'shop', bp: 6000 }], 'shop', 10_000)).toBeUndefined()
  })
})

describe('depth of discounts', () => {
  it('each step ends where the next begins, and empty deep ones are left out', () => {
    const depth = [0, 500, 1000, 1500].map((fromBp, i) => ({ fromBp, orders: [3, 0, 1, 0][i] ?? 0 }))
    expect(depthBars(depth)).toEqual([
      { fromBp: 0, toBp: 500, orders: 3 },
      { fromBp: 500, toBp: 1000, orders: 0 },
      { fromBp: 1000, toBp: 1500, orders: 1 },
    ])
  })
})

describe('findings', () => {
  it('of one kind stand together, errors first', () => {
    const finding = (code: string, severity: 'error' | 'note', n: number) => ({
      code,
      severity,
      ruleIds: [],
      zh: '',
      en: String(n),
      facts: {},
    })
    const folded = foldByCode([finding('a', 'note', 1), finding('b', 'error', 2), finding('a', 'note', 3)])
    expect(folded.map(({ code, findings }) => [code, findings.map(({ en }) => en)])).toEqual([
      ['error/b', ['2']],
      ['note/a', ['1', '3']],
    ])
  })
})

describe('pictures', () => {
  it('the pieces of a price add up to the listed amount', () => {
    const line = {
      listedCents: 400,
      payableCents: 300,
      cuts: [
        { ruleId: 'a', cents: 60 },
        { ruleId: 'b', cents: 40 },
      ],
    }
    const { paid, cuts } = stackOf(line as unknown as PricedLine)
    expect(paid + cuts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(stackOf({ ...line, listedCents: 0 } as unknown as PricedLine)).toEqual({ paid: 0, cuts: [] })
  })

  it('a budget that is passed fills the bar and no more', () => {
    const burn = { budgetCents: 100, usedCents: 90, lockedCents: 30, leftCents: -20, orders: 2 }
    expect(burnShares(burn)).toEqual({ used: 0.9, locked: expect.closeTo(0.1, 12) })
  })

  it('the timeline holds what runs and what comes, and nothing that is over', () => {
    const now = Date.parse('2026-11-22T00:00:00Z')
    const row = (id: string, from: string, until: string, state: PromotionSummary['state']) =>
      ({ id, name: id, from, until, state }) as PromotionSummary
    const list = [
      row('next', '2026-12-09T00:00:00Z', '2026-12-12T00:00:00Z', 'approved'),
      row('now', '2026-11-20T00:00:00Z', '2026-11-30T00:00:00Z', 'active'),
      row('long-ago', '2025-06-01T00:00:00Z', '2025-06-18T00:00:00Z', 'ended'),
    ]
    const { bars, nowShare } = timelineOf(list, now)
    expect(bars.map(({ id }) => id)).toEqual(['now', 'next'])
    expect(nowShare).toBeGreaterThan(bars[0]?.start ?? 1)
    expect(list.filter(inShow('current')).map(({ id }) => id)).toEqual(['next', 'now'])
    expect(list.filter(inShow('past')).map(({ id }) => id)).toEqual(['long-ago'])
  })
})

describe('a return that is filled in', () => {
  const fee = (shopId: string, isReturned: boolean) => ({ shopId, isReturned, leftCents: 1000 })
  const order = { left: { leftCents: 0, lines: [], fees: [fee('a', false), fee('b', true)], uncollectedCents: 0 } }
  const draft = emptyDraft({ policy: 'requalify' })
  const stamp = { id: 'r', reason: '破损' }

  it('asks nothing while nothing would come back, whatever is deducted', () => {
    expect(requestOf({ ...draft, units: { l1: 0 }, deductCents: 500 }, order, stamp)).toBeNull()
  })

  it('[P7.12] names the units, only postage that is not back yet, and amounts above nothing; the first way of reckoning stays', () => {
    const filled = { ...draft, units: { l1: 2, l2: 0 }, postage: true, agreedCents: 0, deductCents: 300 }
    expect(requestOf(filled, order, stamp)).toEqual({
      ...stamp,
      policy: 'requalify',
      lines: [{ lineId: 'l1', units: 2 }],
      postageOf: ['a'],
      deductCents: 300,
    })
    expect(requestOf({ ...draft, agreedCents: 2000 }, order, stamp)).toMatchObject({ agreed: { cents: 2000 } })
  })
})
