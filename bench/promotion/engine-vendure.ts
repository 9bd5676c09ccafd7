import { createRequire } from 'node:module'
import type { Answer, EngineUnderTest } from './engine-under-test.ts'
import type { BenchLine, BenchPromotion } from './workload.ts'

const require = createRequire(import.meta.url)

type Order = { lines: { adjustments: unknown[] }[]; subTotal: number; subTotalWithTax: number }
type Calculator = {
  applyPriceAdjustments(
    ctx: unknown,
    order: unknown,
    promotions: unknown[],
    lines: unknown[],
    options: unknown,
  ): Promise<Order>
}

const argsOf = (values: Record<string, unknown>) =>
  Object.entries(values).map(([name, value]) => ({ name, value: JSON.stringify(value) }))

/** Its action for items takes variants; each cart has its own, so every variant of a category is named as `category:line`. */
function promotionInput(promotion: BenchPromotion, variantIds: (categories: readonly string[]) => string[]) {
  const { id } = promotion
  const base = { id, enabled: true, couponCode: '', priorityScore: 0, conditions: [] as unknown[] }
  switch (promotion.kind) {
    case 'itemPercent': {
      const args = argsOf({ discount: promotion.percentOff, productVariantIds: variantIds(promotion.categories) })
      return { ...base, actions: [{ code: 'products_percentage_discount', args }] }
    }
    case 'orderFixed': {
      const conditions = [
        { code: 'minimum_order_amount', args: argsOf({ amount: promotion.minCents, taxInclusive: false }) },
      ]
      const actions = [{ code: 'order_fixed_discount', args: argsOf({ discount: promotion.cutCents }) }]
      return { ...base, conditions, actions }
    }
    case 'orderPercent':
      return {
        ...base,
        actions: [{ code: 'order_percentage_discount', args: argsOf({ discount: promotion.percentOff }) }],
      }
  }
}

const CORE = '@vendure/core/dist'

/** Vendure's own calculator; zones, tax rates and shipping are answered from memory with one zone and no tax. */
function calculator(zone: unknown): Calculator {
  const { getConfig } = require(`${CORE}/config/config-helpers.js`)
  const { OrderCalculator } = require(`${CORE}/service/helpers/order-calculator/order-calculator.js`)
  const { taxOptions, orderOptions, entityOptions } = getConfig()
  const { TaxRate } = require(CORE)
  const noTax = new TaxRate({ id: '1', value: 0, enabled: true, name: 'none', zone })
  noTax.categoryId = '1'
  noTax.zoneId = '1'
  return new OrderCalculator(
    { taxOptions, orderOptions, entityOptions },
    { getAllWithMembers: async () => [zone] },
    { getApplicableTaxRate: async () => noTax },
    { findOne: async () => undefined },
    { getEligibleShippingMethods: async () => [] },
    { get: async (_ctx: unknown, _key: unknown, make: () => unknown) => make() },
  )
}

function orderOf(lines: readonly BenchLine[], index: number) {
  const { Order, OrderLine, ProductVariant } = require(CORE)
  return new Order({
    id: String(index),
    code: String(index),
    currencyCode: 'CNY',
    surcharges: [],
    modifications: [],
    shippingLines: [],
    couponCodes: [],
    promotions: [],
    lines: lines.map(({ lineId, category, unitCents, quantity }) => {
      const line = new OrderLine({
        id: lineId,
        quantity,
        orderPlacedQuantity: 0,
        listPrice: unitCents,
        initialListPrice: unitCents,
        listPriceIncludesTax: false,
        adjustments: [],
        taxLines: [],
        productVariant: new ProductVariant({ id: `${category}:${lineId}` }),
      })
      line.taxCategoryId = '1'
      return line
    }),
  })
}

function contextOf(zone: unknown) {
  const { Channel, RequestContext } = require(CORE)
  const channel = new Channel({
    id: '1',
    code: 'default',
    pricesIncludeTax: false,
    defaultCurrencyCode: 'CNY',
    defaultTaxZone: zone,
  })
  return new RequestContext({
    apiType: 'shop',
    channel,
    languageCode: 'zh',
    isAuthorized: true,
    authorizedAsOwnerOnly: false,
  })
}

const variantsOf = (lines: readonly BenchLine[], categories: readonly string[]): string[] =>
  categories.flatMap((category) => lines.map(({ lineId }) => `${category}:${lineId}`))

export const VENDURE: EngineUnderTest = {
  prepare({ carts, promotions }) {
    const { Promotion, Zone } = require(CORE)
    const zone = new Zone({ id: '1', name: 'CN' })
    const calculate = calculator(zone)
    const { defaultPromotionActions, defaultPromotionConditions } = require(`${CORE}/config/promotion/index.js`)
    const variantIds = (categories: readonly string[]) => variantsOf(carts[0] ?? [], categories)
    const rows = promotions.map(
      (promotion) =>
        new Promotion({
          ...promotionInput(promotion, variantIds),
          promotionConditions: defaultPromotionConditions,
          promotionActions: defaultPromotionActions,
        }),
    )
    const ctx = contextOf(zone)
    const orders = carts.map(orderOf)
    const listed = carts.map((lines) => lines.reduce((sum, line) => sum + line.unitCents * line.quantity, 0))
    return {
      async price(index): Promise<Answer> {
        const order = await calculate.applyPriceAdjustments(ctx, orders[index], rows, [], {
          recalculateShipping: false,
        })
        let adjustments = 0
        for (const line of order.lines) adjustments += line.adjustments.length
        return { cutCents: (listed[index] as number) - order.subTotal, adjustments }
      },
    }
  },
}
