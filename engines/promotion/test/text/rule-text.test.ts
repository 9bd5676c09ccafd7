import { createRng, parseAmount } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  clarityOf,
  compileRules,
  MECHANICS,
  type Pipeline,
  priceCart,
  type Rule,
  ruleText,
  TMALL_PARALLEL,
} from '../../src/index.ts'
import { OFFERS } from '../../src/text/offer-text.ts'
import { drawRuleSet } from '../properties/draw-rules.ts'

const spend: Rule = {
  ruleId: 'r1',
  name: '满减',
  mechanic: 'spendAndSave',
  shopId: '甲',
  params: {
    tiers: [
      { minCents: 30_000, cutCents: 4000 },
      { minCents: 60_000, cutCents: 10_000 },
    ],
  },
}

/** The amount that a text says is paid, in fen. */
function paidIn(text: string, pattern: RegExp): number {
  const amount = parseAmount((pattern.exec(text)?.[1] ?? '').replaceAll(',', ''))
  if (!amount.ok) throw new Error(`no amount is said to be paid in: ${text}`)
  return amount.value
}

function recomputed({ rules, cart }: { rules: readonly Rule[]; cart: Parameters<typeof priceCart>[1] }, on: Pipeline) {
  const set = compileRules(on, rules)
  const priced = set.ok ? priceCart(set.value, cart) : set
  if (!priced.ok) throw new Error(JSON.stringify(priced.error))
  return priced.value.payableCents
}

describe('what a buyer reads about a rule', () => {
  it('[P6.34] the examples of 满300减40、满600减100 stand just short of it, at it and at the last tier', () => {
    const { offer, examples } = ruleText(spend, TMALL_PARALLEL)
    expect(offer).toEqual({ zh: '满 300 减 40，满 600 减 100', en: '¥40 off from ¥300, ¥100 off from ¥600' })
    expect(examples.map(({ said }) => said.zh)).toEqual([
      '买 299.99 元的商品 1 件，还差 0.01 元，付 299.99 元',
      '买 300 元的商品 1 件，减 40 元，付 260 元',
      '买 600 元的商品 1 件，减 100 元，付 500 元',
    ])
    expect(examples[1]?.said.en).toBe('Buy 1 at ¥300, ¥40 off, pay ¥260')
  })

  it('[P6.34] the figures of every example of 600 random rules agree with the engine, in both languages', () => {
    const rng = createRng('rule-text')
    let examples = 0
    for (let n = 0; n < 600; n++) {
      const { pipeline, rules } = drawRuleSet(rng)
      const rule = rules[0]
      if (!rule) continue
      const text = ruleText(rule, pipeline, rules)
      expect(text.examples.length, rule.mechanic).toBeGreaterThan(0)
      expect(text.examples.length).toBeLessThanOrEqual(3)
      for (const example of text.examples) {
        const payable = recomputed(example, pipeline)
        expect(paidIn(example.said.zh, /付 ([\d.,]+) 元$/)).toBe(payable)
        expect(paidIn(example.said.en, /pay ¥([\d.,]+)$/)).toBe(payable)
        examples++
      }
    }
    expect(examples).toBeGreaterThan(900)
  })

  it('every mechanic has words for its offer', () => {
    expect(MECHANICS.map((m) => m.mechanic).filter((name) => !OFFERS[name])).toEqual([])
    for (const { mechanic, example } of MECHANICS) {
      const said = OFFERS[mechanic]?.(example)
      expect(`${said?.zh}${said?.en}`, mechanic).not.toMatch(/undefined|NaN|\[object/)
    }
  })

  it('conditions and stacking are told in full', () => {
    const { conditions, stacking } = ruleText(
      {
        ...spend,
        when: { from: '2026-11-10T12:00:00.000Z', until: '2026-11-11T16:00:00.000Z', isNewBuyer: true, minTier: 2 },
        scope: { categoryIds: ['女装'], not: { skuIds: ['a', 'b', 'c', 'd', 'e', 'f'] } },
        needsClaim: true,
        timesPerBuyer: 1,
        blocks: ['points'],
      },
      TMALL_PARALLEL,
    )
    expect([...conditions, ...stacking].map(({ zh }) => zh)).toEqual([
      '2026-11-10 20:00 至 2026-11-12 00:00 有效',
      '限类目：女装',
      '不含规格：共 6 个',
      '仅限从未在本店付过款的新客',
      '会员等级 2 级及以上',
      '需先领取',
      '每人限用 1 次',
      '同类优惠每家店最多 1 个，取最省的',
      '门槛按活动价（单品优惠之后、满减和券之前的价格）算',
      '参加后这些商品不再享受：积分抵扣',
    ])
  })
})

describe('how clear a rule is', () => {
  it.each([
    ['short and plain', { text: '满三百减四十', conditions: 2, stackings: 1, tiers: 2 }, 100],
    ['40 characters too many cost 10', { text: '满'.repeat(120), conditions: 0, stackings: 0, tiers: 1 }, 90],
    ['two conditions too many cost 12', { text: '满', conditions: 4, stackings: 0, tiers: 1 }, 88],
    ['two statements about stacking too many cost 16', { text: '满', conditions: 0, stackings: 3, tiers: 1 }, 84],
    ['three tiers too many cost 15', { text: '满', conditions: 0, stackings: 0, tiers: 5 }, 85],
    ['a term nobody explains costs 12', { text: '按到手价计算', conditions: 0, stackings: 0, tiers: 1 }, 88],
    [
      'an explained term costs nothing',
      { text: '到手价，即所有优惠之后的价', conditions: 0, stackings: 0, tiers: 1 },
      100,
    ],
    ['never below 0', { text: '满'.repeat(900), conditions: 9, stackings: 9, tiers: 9 }, 0],
  ])('[P6.34] %s', (_name, said, score) => {
    expect(clarityOf(said).score).toBe(score)
  })

  it('[P6.34] more conditions never make a rule clearer', () => {
    const plain = ruleText(spend, TMALL_PARALLEL).clarity.score
    const when = { isNewBuyer: true, minTier: 3, channels: ['live'], regions: ['上海'] }
    expect(ruleText({ ...spend, when, timesPerBuyer: 1 }, TMALL_PARALLEL).clarity.score).toBeLessThan(plain)
  })
})

describe('rules that cannot stand beside each other', () => {
  const coupon: Rule = {
    ...spend,
    ruleId: 'c1',
    name: '店铺券',
    level: 'shopCoupon',
    group: 'shopCoupon',
    needsClaim: true,
  }
  const flash: Rule = {
    ruleId: 'f1',
    name: '秒杀',
    mechanic: 'fixedPrice',
    params: { priceCents: 100 },
    blocks: ['shopCoupon'],
  }

  it('[P6.34] one of a group, goods kept out and kept out by another are told with the rule', () => {
    const rules = [spend, { ...spend, ruleId: 'r2', name: '大满减' }, coupon, flash]
    const told = (rule: Rule) =>
      ruleText(rule, TMALL_PARALLEL, rules).conflicts.map(({ code, ruleId }) => `${code} ${ruleId}`)
    expect(told(spend)).toEqual(['oneOfGroup r2'])
    expect(told(coupon)).toEqual(['keptOut f1'])
    expect(told(flash)).toEqual(['keepsOut c1'])
  })

  it('rules that never meet are no conflict', () => {
    const other: Rule = { ...spend, ruleId: 'r2', shopId: '乙' }
    expect(ruleText(spend, TMALL_PARALLEL, [spend, other]).conflicts).toEqual([])
  })
})
