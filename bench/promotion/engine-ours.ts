import { cents } from '@zhanggui/kernel'
import { type Cart, compileRules, priceCart, type Rule, TMALL_PARALLEL } from '@zhanggui/promotion'
import type { Answer, EngineUnderTest } from './engine-under-test.ts'
import type { BenchLine, BenchPromotion } from './workload.ts'

// A group of its own for each rule: nothing stands in another's way, as with the rivals.
export function ruleOf(promotion: BenchPromotion): Rule {
  const { id } = promotion
  const rule = { ruleId: id, name: id, group: id }
  switch (promotion.kind) {
    case 'itemPercent':
      return {
        ...rule,
        mechanic: 'percentOff',
        params: { payBp: 10_000 - promotion.percentOff * 100 },
        scope: { categoryIds: promotion.categories },
      }
    case 'orderFixed':
      return {
        ...rule,
        mechanic: 'spendAndSave',
        params: { tiers: [{ minCents: promotion.minCents, cutCents: promotion.cutCents }] },
        thresholdBase: 'remaining',
      }
    case 'orderPercent':
      return {
        ...rule,
        mechanic: 'percentOff',
        params: { payBp: 10_000 - promotion.percentOff * 100 },
        level: 'platform',
      }
  }
}

export const cartOf = (lines: readonly BenchLine[]): Cart => ({
  at: '2026-11-11T00:00:00.000Z',
  lines: lines.map(({ lineId, skuId, category, unitCents, quantity }) => ({
    lineId,
    skuId,
    spuId: skuId,
    shopId: 'shop',
    categoryId: category,
    unitCents: cents(unitCents),
    quantity,
  })),
})

/** The whole answer with every reason and bearer is made; the figures of it are read off. */
export const OURS: EngineUnderTest = {
  prepare({ carts, promotions }) {
    const ruleSet = compileRules(TMALL_PARALLEL, promotions.map(ruleOf))
    if (!ruleSet.ok) throw new Error(JSON.stringify(ruleSet.error))
    const prepared = carts.map(cartOf)
    return {
      price(index): Answer {
        const priced = priceCart(ruleSet.value, prepared[index] as Cart)
        if (!priced.ok) throw new Error(JSON.stringify(priced.error))
        let adjustments = 0
        for (const { cuts } of priced.value.lines) adjustments += cuts.length
        return { cutCents: priced.value.cutCents, adjustments }
      },
    }
  },
}
