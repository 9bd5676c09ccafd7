import { type Cents, createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { type CartLine, compileRules, priceCart, type Rule, TMALL_PARALLEL } from '../../src/index.ts'

const crossShop: Rule = {
  ruleId: 'cross',
  name: '跨店每满300减50',
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents: 30_000, cutCents: 5000 }], repeats: 100 },
  level: 'platform',
  group: 'crossShop',
}
const set = compileRules(TMALL_PARALLEL, [crossShop])

describe('the cross-shop reduction is split to shops by value', () => {
  it('[P6.03] over 2,000 carts of up to five shops the parts of the shops add up, and each is its share within a fen a line', () => {
    if (!set.ok) throw new Error(JSON.stringify(set.error))
    const rng = createRng('cross-shop')
    for (let n = 0; n < 2000; n++) {
      const lines = Array.from({ length: 1 + rng.int(12) }, (_, i): CartLine => {
        const name = `l${String(i).padStart(2, '0')}`
        const unitCents = (1 + rng.int(40_000)) as Cents
        return {
          lineId: name,
          skuId: name,
          spuId: name,
          shopId: `shop-${rng.int(5)}`,
          unitCents,
          quantity: 1 + rng.int(3),
        }
      })
      const priced = priceCart(set.value, { at: '2026-11-11T00:00:00.000Z', lines })
      if (!priced.ok) throw new Error(JSON.stringify(priced.error))
      const total = lines.reduce((sum, l) => sum + l.unitCents * l.quantity, 0)
      const cut = Math.min(100, Math.floor(total / 30_000)) * 5000
      expect(priced.value.cutCents).toBe(cut)
      for (const shopId of new Set(lines.map((l) => l.shopId))) {
        const own = priced.value.lines.filter((l) => l.shopId === shopId)
        const borne = own.flatMap((l) => l.cuts).reduce((sum, { cents }) => sum + cents, 0)
        const value = own.reduce((sum, l) => sum + l.listedCents, 0)
        expect(Math.abs(borne - (cut * value) / total)).toBeLessThan(own.length)
      }
    }
  })
})
