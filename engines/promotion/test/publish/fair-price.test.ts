import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { auditFairPrices, type PriceSeen } from '../../src/index.ts'
import { coat, percent, setOf, spend, UNTIL } from './planted.ts'

describe('fair prices', () => {
  const rules = [
    spend('满减', [[20_000, 1000]]),
    { ...percent(9000), ruleId: '新客', when: { ...UNTIL, isNewBuyer: true } },
    { ...percent(9500), ruleId: '会员', when: { ...UNTIL, minTier: 2 } },
  ]
  const seen = (
    buyerId: string,
    payableCents: number,
    facts: { isNew?: boolean; tier?: number } = {},
    unitCents = 30_000,
  ): PriceSeen => ({
    cart: {
      at: '2026-11-11T00:00:00.000Z',
      lines: [{ ...coat(), unitCents: cents(unitCents), lineId: '1', quantity: 1 }],
      buyer: { buyerId, ...facts },
    },
    payableCents,
  })

  it('[P10.19] the same cart under the same conditions at two prices is found, whoever was shown the dearer listing', () => {
    const { findings } = auditFairPrices(setOf(rules), [
      seen('a', 29_000),
      seen('b', 29_000),
      seen('loyal', 32_000, {}, 33_000),
    ])
    expect(findings.map(({ code, facts }) => [code, facts])).toEqual([
      ['unfair_price', { cart: '风衣×1', leastCents: 29_000, mostCents: 32_000, buyers: 3 }],
    ])
  })

  it('[P10.19] what new buyers and members pay less by public rules is allowed, and the rules are named', () => {
    // 270.00 and 285.00 after their own prices, less 10.00.
    const audit = auditFairPrices(setOf(rules), [
      seen('a', 29_000),
      seen('n', 26_000, { isNew: true }),
      seen('m', 27_500, { tier: 2 }),
    ])
    expect(audit.findings).toEqual([])
    expect(audit.allowed).toEqual([
      { cart: '风衣×1', ruleIds: ['新客', '会员'], leastCents: 26_000, mostCents: 29_000 },
    ])
  })

  it('[P10.19] a price that no public rule gives is found even when nobody else bought the cart', () => {
    const { findings } = auditFairPrices(setOf(rules), [seen('a', 29_500)])
    expect(findings[0]?.facts).toEqual({ cart: '风衣×1', buyerId: 'a', paidCents: 29_500, rulesCents: 29_000 })
  })
})
