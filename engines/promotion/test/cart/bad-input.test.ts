import type { Cents } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Cart,
  type CartLine,
  checkRules,
  compileRules,
  MAX_LINES,
  priceCart,
  type Rule,
  sayCartProblem,
  sayRuleProblem,
  TMALL_PARALLEL,
} from '../../src/index.ts'

const line = (more: Partial<CartLine> = {}): CartLine => ({
  lineId: 'a',
  skuId: 'a',
  spuId: 'a',
  shopId: '甲',
  unitCents: 10_000 as Cents,
  quantity: 1,
  ...more,
})
const cart = (more: Partial<Cart> = {}): Cart => ({ at: '2026-11-11T00:00:00.000Z', lines: [line()], ...more })
const lines = (count: number): CartLine[] =>
  Array.from({ length: count }, (_, i) => line({ lineId: `l${String(i).padStart(5, '0')}` }))
const fen = (n: number): Cents => n as Cents

const spend: Rule = {
  ruleId: 'r',
  name: '满减',
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents: 30_000, cutCents: 4000 }] },
}
const set = compileRules(TMALL_PARALLEL, [spend])

function problemsOf(given: Cart) {
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const priced = priceCart(set.value, given)
  return priced.ok ? [] : priced.error
}

describe('carts that are refused whole', () => {
  it.each<[string, Cart, string[]]>([
    ['a negative price', cart({ lines: [line({ unitCents: fen(-1) })] }), ['bad_unit_price']],
    ['half a fen', cart({ lines: [line({ unitCents: fen(0.5) })] }), ['bad_unit_price']],
    ['no price at all', cart({ lines: [line({ unitCents: fen(Number.NaN) })] }), ['bad_unit_price']],
    ['no units', cart({ lines: [line({ quantity: 0 })] }), ['bad_quantity']],
    ['units below nothing', cart({ lines: [line({ quantity: -2 })] }), ['bad_quantity']],
    ['two million units', cart({ lines: [line({ quantity: 2_000_000 })] }), ['bad_quantity']],
    ['10,000 lines', cart({ lines: lines(10_000) }), ['too_many_lines']],
    [
      'an amount beyond exact sums',
      cart({ lines: [line({ unitCents: fen(9e11), quantity: 2 })] }),
      ['amount_too_large'],
    ],
    ['a line twice', cart({ lines: [line(), line()] }), ['line_twice']],
    [
      'a coupon twice',
      cart({
        claims: [
          { claimId: 'c', ruleId: 'r' },
          { claimId: 'c', ruleId: 'r' },
        ],
      }),
      ['claim_twice'],
    ],
    [
      'a packet of less than nothing',
      cart({ claims: [{ claimId: 'c', ruleId: 'r', cents: fen(-5) }] }),
      ['bad_claim_amount'],
    ],
    ['a place for half a unit', cart({ tickets: [{ ruleId: 'r', units: 0.5 }] }), ['bad_ticket']],
    ['a fee below nothing', cart({ shipping: [{ shopId: '甲', feeCents: fen(-1) }] }), ['bad_shipping_fee']],
    [
      'two fees of a shop',
      cart({ shipping: [1, 2].map((n) => ({ shopId: '甲', feeCents: fen(n) })) }),
      ['shipping_twice'],
    ],
    ['points below nothing', cart({ pointsToUse: -1 }), ['bad_points']],
    ['a day instead of an instant', cart({ at: '双11' }), ['bad_instant']],
    ['two things at once are both told', cart({ at: '', pointsToUse: 0.5 }), ['bad_instant', 'bad_points']],
  ])('[P6.01] %s', (_name, given, codes) => {
    const problems = problemsOf(given)
    expect(problems.map(({ code }) => code)).toEqual(codes)
    for (const problem of problems) expect(Object.values(sayCartProblem(problem)).join()).not.toMatch(/undefined/)
  })

  it('the largest sound cart is priced: as many lines as allowed, a SKU no rule knows, an empty one', () => {
    expect(problemsOf(cart({ lines: lines(MAX_LINES) }))).toEqual([])
    expect(problemsOf(cart({ lines: [line({ skuId: 'nobody knows' })] }))).toEqual([])
    expect(problemsOf(cart({ lines: [] }))).toEqual([])
  })
})

describe('rules that are refused before any cart is priced', () => {
  it.each<[string, Rule[], string[]]>([
    ['a rule twice', [spend, spend], ['rule_twice']],
    ['no name', [{ ...spend, name: ' ' }], ['no_name']],
    ['a mechanic nobody wrote', [{ ...spend, mechanic: 'magic' }], ['unknown_mechanic']],
    ['no parameters at all', [{ ruleId: 'r', name: '套餐', mechanic: 'bundle' } as Rule], ['bad_param']],
    ['a list for parameters', [{ ...spend, params: [] as never }], ['bad_param']],
    ['a level the pipeline lacks', [{ ...spend, level: 'official' }], ['unknown_level']],
    ['keeping goods out of a level it lacks', [{ ...spend, blocks: ['moon'] }], ['blocks_unknown_level']],
    [
      'an end before the start',
      [{ ...spend, when: { from: '2026-11-12T00:00:00Z', until: '2026-11-11T00:00:00Z' } }],
      ['bad_window'],
    ],
    ['bearers of 99 %', [{ ...spend, payers: [{ payer: 'shop', bp: 9900 }] }], ['bad_payers']],
    ['a cap of nothing', [{ ...spend, maxCents: fen(0) }], ['bad_cap']],
    ['no uses', [{ ...spend, timesPerBuyer: 0 }], ['bad_limit']],
    [
      'spend-and-save in a group chosen line by line',
      [{ ...spend, level: 'item', group: 'itemPrice' }],
      ['not_per_line'],
    ],
    ['two things at once are both told', [{ ...spend, name: '', maxCents: fen(-1) }], ['no_name', 'bad_cap']],
  ])('[P6.33] %s', (_name, rules, codes) => {
    const problems = checkRules(TMALL_PARALLEL, rules)
    expect(problems.map(({ code }) => code)).toEqual(codes)
    expect(compileRules(TMALL_PARALLEL, rules).ok).toBe(false)
    for (const problem of problems) expect(Object.values(sayRuleProblem(problem)).join()).not.toMatch(/undefined/)
  })
})
