import { cents, createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type CartLine, compileRules, type PricedCart, priceCart, type Rule, TMALL_PARALLEL } from '../../src/index.ts'
import { AT } from './draw-cart.ts'

const CASES = 500

const drawLine = (rng: Rng, i: number): CartLine => ({
  lineId: `l${i}`,
  skuId: `l${i}`,
  spuId: `l${i}`,
  shopId: rng.pick(['s1', 's2']),
  unitCents: cents(1 + rng.int(30_000)),
  quantity: 1 + rng.int(4),
})

function drawFixedRule(rng: Rng, i: number): Rule {
  const rule = { ruleId: `r${i}`, name: `r${i}` }
  const min = 1000 + rng.int(60_000)
  const tiers = [{ minCents: min, cutCents: 1 + rng.int(min) }]
  if (rng.next() < 0.3) return { ...rule, mechanic: 'directCut', params: { cutCents: 1 + rng.int(3000) } }
  const save = { ...rule, mechanic: 'spendAndSave', params: { tiers } }
  return rng.next() < 0.5
    ? { ...save, shopId: rng.pick(['s1', 's2']) }
    : { ...save, level: 'platform', group: 'crossShop' }
}

function price(rules: readonly Rule[], lines: readonly CartLine[]): PricedCart {
  const ruleSet = compileRules(TMALL_PARALLEL, rules)
  if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.error))
  const priced = priceCart(ruleSet.value, { at: AT, lines })
  if (!priced.ok) throw new Error(JSON.stringify(priced.error))
  return priced.value
}

/** Every amount of a rule so many times over. */
const timesOver = (value: unknown, times: number): unknown =>
  typeof value === 'number'
    ? value * times
    : Array.isArray(value)
      ? value.map((row: unknown) => timesOver(row, times))
      : Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, timesOver(part, times)]))

function eachCase(label: string, hold: (rng: Rng, rules: Rule[], lines: CartLine[]) => void): void {
  const rng = createRng(label)
  for (let n = 0; n < CASES; n++) {
    const rules = Array.from({ length: 1 + rng.int(5) }, (_, i) => drawFixedRule(rng, i))
    hold(
      rng,
      rules,
      Array.from({ length: 1 + rng.int(6) }, (_, i) => drawLine(rng, i)),
    )
  }
}

describe('carts that are changed in a known way', () => {
  it('[P6.01] every amount ten times as large makes the sum to pay ten times as large', () => {
    eachCase('scale', (_, rules, lines) => {
      const large = lines.map((line) => ({ ...line, unitCents: cents(line.unitCents * 10) }))
      const largeRules = rules.map((rule) => ({ ...rule, params: timesOver(rule.params, 10) as Rule['params'] }))
      expect(price(largeRules, large).payableCents).toBe(price(rules, lines).payableCents * 10)
    })
  })

  it('a line of several units pays, with the others, what lines of one unit each pay together', () => {
    eachCase('apart', (_, rules, lines) => {
      const apart = lines.flatMap((line) =>
        Array.from({ length: line.quantity }, (__, k) => ({ ...line, lineId: `${line.lineId}-${k}`, quantity: 1 })),
      )
      expect(price(rules, apart).payableCents).toBe(price(rules, lines).payableCents)
    })
  })

  it('goods of another shop change nothing for a shop without cross-shop rules', () => {
    eachCase('other shop', (rng, rules, lines) => {
      const own = rules.filter((rule) => rule.level !== 'platform')
      const other = { ...drawLine(rng, 9), shopId: 's3' }
      const paid = (priced: PricedCart) => priced.lines.filter((l) => l.shopId !== 's3').map((l) => l.payableCents)
      expect(paid(price(own, [...lines, other]))).toEqual(paid(price(own, lines)))
    })
  })
})
