import { cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { mostOff, packValue, type Rule } from '../../src/index.ts'

const rule = (mechanic: string, params: Rule['params'], more: Partial<Rule> = {}): Rule => ({
  ruleId: mechanic,
  name: mechanic,
  mechanic,
  params,
  ...more,
})
const tiers = [
  { minCents: 10_000, cutCents: 1000 },
  { minCents: 20_000, cutCents: 3000 },
]

describe('the most that one use of a rule takes off', () => {
  it.each<[string, Rule, number | undefined]>([
    ['no threshold: its amount', rule('amountOff', { cutCents: 500 }), 500],
    ['tiers: the highest', rule('spendAndSave', { tiers }), 3000],
    ['tiers that repeat: the highest, as often as it may', rule('spendAndSave', { tiers, repeats: 4 }), 12_000],
    ['a cap below: the cap', rule('spendAndSave', { tiers }, { maxCents: cents(2000) }), 2000],
    ['a share with a cap: the cap', rule('percentOff', { payBp: 9000 }, { maxCents: cents(2000) }), 2000],
    ['a share without a cap: no end', rule('percentOff', { payBp: 9000 }), undefined],
    ['a packet: its upper end', rule('redPacket', { mostCents: 800 }), 800],
    ['a subsidy by share: no end', rule('tradeIn', { subsidyBp: 1500 }), undefined],
  ])('%s', (_name, given, most) => {
    expect(mostOff(given)).toBe(most)
  })

  it('[P6.09] the registration pack of 100 yuan is worth exactly that', () => {
    const rules = new Map(
      [
        rule('amountOff', { cutCents: 500 }, { ruleId: '5' }),
        rule('spendAndSave', { tiers: [{ minCents: 10_000, cutCents: 1500 }] }, { ruleId: '15' }),
        rule('spendAndSave', { tiers: [{ minCents: 30_000, cutCents: 3000 }] }, { ruleId: '30' }),
      ].map((given) => [given.ruleId, given]),
    )
    const pack = [
      { couponRuleId: '5', count: 2 },
      { couponRuleId: '15', count: 2 },
      { couponRuleId: '30', count: 2 },
    ]
    expect(packValue(pack, rules)).toBe(10_000)
    expect(packValue([...pack, { couponRuleId: 'unknown', count: 1 }], rules)).toBeUndefined()
  })
})
