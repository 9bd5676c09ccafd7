import { cents, createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { compileRules, priceCart, type Rule, TMALL_PARALLEL } from '../../src/index.ts'
import { AT } from './draw-cart.ts'
import { type HandLine, type HandRule, payByHand } from './split-by-hand.ts'

const SHOPS = ['s1', 's2'] as const
const GROUPS = { shop: 'spendAndSave', platform: 'crossShop', platformCoupon: 'platformCoupon' } as const

const drawLine = (rng: Rng, i: number): HandLine => {
  // Now and then an amount whose product with a cut goes beyond what a double holds exactly.
  const most = rng.next() < 0.1 ? 50_000_000_000 : 50_000
  const amount = rng.int(most)
  const floor = rng.next() < 0.3 ? rng.int(amount + 1) : 0
  return { lineId: `l${i}`, shopId: rng.pick(SHOPS), cents: BigInt(amount), floorCents: BigInt(floor) }
}

function drawHandRule(rng: Rng, i: number): HandRule {
  const level = rng.pick(['shop', 'platform', 'platformCoupon'] as const)
  const min = 1 + rng.int(rng.next() < 0.2 ? 9_000_000_000 : 60_000)
  const rule = { ruleId: `r${i}`, level, minCents: BigInt(min), cutCents: BigInt(1 + rng.int(min)) }
  return level === 'shop' ? { ...rule, shopId: rng.pick(SHOPS) } : rule
}

const ruleOf = ({ ruleId, level, shopId, minCents, cutCents }: HandRule): Rule => ({
  ruleId,
  name: ruleId,
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents: Number(minCents), cutCents: Number(cutCents) }] },
  level,
  group: GROUPS[level],
  ...(shopId !== undefined && { shopId }),
})

describe('spend-and-save against a second working with exact fractions', () => {
  it('[P6.01] 3,000 random carts pay the same on every line, to the fen', () => {
    const rng = createRng('by-hand')
    for (let n = 0; n < 3000; n++) {
      const lines = Array.from({ length: 1 + rng.int(7) }, (_, i) => drawLine(rng, i))
      const rules = Array.from({ length: 1 + rng.int(6) }, (_, i) => drawHandRule(rng, i))
      const ruleSet = compileRules(TMALL_PARALLEL, rules.map(ruleOf))
      if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.error))
      const priced = priceCart(ruleSet.value, {
        at: AT,
        lines: lines.map(({ lineId, shopId, cents: amount, floorCents }) => ({
          lineId,
          skuId: lineId,
          spuId: lineId,
          shopId,
          unitCents: cents(Number(amount)),
          quantity: 1,
          floorCents: cents(Number(floorCents)),
        })),
      })
      if (!priced.ok) throw new Error(JSON.stringify(priced.error))
      const ours = priced.value.lines.map((line) => line.payableCents)
      expect({ n, pays: ours }).toEqual({ n, pays: payByHand(lines, rules).map(Number) })
    }
  })
})
