import { describe, expect, it } from 'vitest'
import { PROBLEMS_EN } from '../../src/explain/problems-en.ts'
import { PROBLEMS_ZH } from '../../src/explain/problems-zh.ts'
import {
  type CartProblem,
  type RefundProblem,
  type RuleProblem,
  sayCartProblem,
  sayRefundProblem,
  sayRuleProblem,
  type Words,
} from '../../src/index.ts'

type Kind = 'cart' | 'rule' | 'refund'

/** Facts of every problem at once: each sentence takes those it needs. */
const FACTS = {
  at: 'x',
  lines: 2000,
  most: 1000,
  lineId: 'a',
  unitCents: -1,
  floorCents: -1,
  quantity: 0,
  mostCents: 100,
  shopId: 's',
  feeCents: -1,
  claimId: 'c',
  cents: -1,
  ruleId: 'r',
  field: 'units',
  value: -1,
  points: -1,
  mechanic: 'm',
  level: 'l',
  known: ['k'],
  problem: { field: 'f', code: 'x', zh: '填数', en: 'a number' },
  from: 'x',
  until: undefined,
  sumBp: 9000,
  maxCents: 0,
  timesPerBuyer: 0,
  group: 'g',
  through: ['r', 'q', 'r'],
  paidCents: 100,
  pricedCents: undefined,
  units: 2,
  unitsLeft: 1,
  skuId: 'g',
  by: 'q',
}

const SAY: Record<Kind, (problem: never) => Words> = {
  cart: (problem: CartProblem) => sayCartProblem(problem),
  rule: (problem: RuleProblem) => sayRuleProblem(problem),
  refund: (problem: RefundProblem) => sayRefundProblem(problem),
}

describe.each(['cart', 'rule', 'refund'] as const)('problems of a %s', (kind) => {
  const codes = Object.keys(PROBLEMS_ZH[kind])

  it('both languages know the same problems', () => {
    expect(Object.keys(PROBLEMS_EN[kind]).sort()).toEqual([...codes].sort())
  })

  it.each(codes)('%s says in both languages what to do, with its facts', (code) => {
    const { zh, en } = SAY[kind]({ code, ...FACTS } as never)
    expect(zh).toMatch(/[一-鿿]/)
    expect(en).toMatch(/^[^一-鿿]+$/)
    expect(zh + en).not.toMatch(/undefined|NaN|\[object/)
  })
})
