import { createRequire } from 'node:module'
import type { Answer, EngineUnderTest } from './engine-under-test.ts'
import type { BenchLine, BenchPromotion } from './workload.ts'

const require = createRequire(import.meta.url)

type Action = { amount?: unknown }
type Service = { computeActions(codes: string[], context: unknown, options: unknown): Promise<Action[]> }

const inRule = (attribute: string, operator: string, values: readonly string[]) => ({
  attribute,
  operator,
  values: values.map((value) => ({ value })),
})

/** A promotion as the service reads it from its tables. */
function promotionRow(promotion: BenchPromotion) {
  const row = {
    id: promotion.id,
    code: promotion.id,
    type: 'standard',
    status: 'active',
    is_automatic: false,
    rules: [],
  }
  switch (promotion.kind) {
    case 'itemPercent': {
      const target_rules = [inRule('items.category', 'in', promotion.categories)]
      const method = { type: 'percentage', target_type: 'items', allocation: 'across', value: promotion.percentOff }
      return { ...row, application_method: { ...method, target_rules } }
    }
    case 'orderFixed': {
      const rules = [inRule('item_total', 'gte', [String(promotion.minCents / 100)])]
      const method = { type: 'fixed', target_type: 'order', allocation: 'across', value: promotion.cutCents / 100 }
      return { ...row, rules, application_method: { ...method, target_rules: [] } }
    }
    case 'orderPercent': {
      const method = { type: 'percentage', target_type: 'order', allocation: 'across', value: promotion.percentOff }
      return { ...row, application_method: { ...method, target_rules: [] } }
    }
  }
}

/** Medusa counts in yuan. */
function contextOf(lines: readonly BenchLine[]) {
  const items = lines.map(({ lineId, category, unitCents, quantity }) => {
    const subtotal = (unitCents * quantity) / 100
    return { id: lineId, category, quantity, subtotal, original_total: subtotal, is_discountable: true }
  })
  return { currency_code: 'cny', items, item_total: items.reduce((sum, item) => sum + item.subtotal, 0) }
}

/** The service of `@medusajs/promotion` itself; only its three ways into the database are answered from memory. */
function serviceOver(rows: unknown[]): Service {
  const { default: PromotionService } = require('@medusajs/promotion/dist/services/promotion-module.js')
  const service = Object.create(PromotionService.prototype)
  const manager = {}
  service.baseRepository_ = {
    getFreshManager: () => manager,
    getActiveManager: () => manager,
    transaction: (work: (m: unknown) => unknown) => work(manager),
    serialize: (data: unknown) => data,
  }
  service.promotionService_ = { list: async () => [] }
  service.listActivePromotions_ = async () => rows
  return service
}

/** The database hands promotions out by value, the largest first. */
const byValueDesc = (a: ReturnType<typeof promotionRow>, b: ReturnType<typeof promotionRow>): number =>
  b.application_method.value - a.application_method.value

export const MEDUSA: EngineUnderTest = {
  prepare({ carts, promotions }) {
    const rows = promotions.map(promotionRow).sort(byValueDesc)
    const service = serviceOver(rows)
    const codes = rows.map(({ code }) => code)
    const contexts = carts.map(contextOf)
    return {
      async price(index): Promise<Answer> {
        const actions = await service.computeActions(codes, contexts[index], { prevent_auto_promotions: true })
        let cut = 0
        for (const { amount } of actions) cut += Number(amount ?? 0)
        return { cutCents: cut * 100, adjustments: actions.length }
      },
    }
  },
}
