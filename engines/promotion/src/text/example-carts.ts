import { type Cents, cents } from '@zhanggui/kernel'
import type { Cart, CartLine } from '../cart/cart.ts'
import type { Bundle } from '../mechanics/bundle.ts'
import type { Rule } from '../rules/rule.ts'

/** Goods of an example: a SKU, a unit price and a number of units. */
type Goods = { skuId: string; unitCents: number; units: number }

const BESIDE_SKU = 'other'
/** Price of one unit where the rule names none: 100 yuan are easy to follow. */
const UNIT_CENTS = 10_000

const rows = (params: Rule['params'], field: string): Readonly<Record<string, unknown>>[] =>
  Array.isArray(params[field]) ? params[field] : []

const figures = (values: readonly unknown[]): number[] => values.filter((v): v is number => typeof v === 'number')

function skuOf({ scope, params }: Rule): string {
  const [first] = rows(params, 'prices')
  return scope?.skuIds?.[0] ?? (typeof first?.skuId === 'string' ? first.skuId : 'example')
}

/** Just short of the first threshold, at it, and at the last one. */
function amountsAround(minimums: readonly number[]): number[] {
  const first = minimums[0] ?? 0
  return [...new Set([first - 1, first, minimums.at(-1) ?? first])].filter((amount) => amount > 0)
}

/** A unit price above what the rule asks for one, so that it has something to take. */
function priceAbove({ params }: Rule): number {
  const asked = figures([params.priceCents, params.countsAsCents, params.lowestCents, params.cutCents])
  const listed = figures([...rows(params, 'prices'), ...rows(params, 'tiers')].map((row) => row.priceCents))
  return Math.max(UNIT_CENTS, 2 * Math.max(0, ...asked, ...listed))
}

function goodsByMechanic(rule: Rule): Goods[][] {
  const { mechanic, params } = rule
  const skuId = skuOf(rule)
  const unitCents = priceAbove(rule)
  const times = (units: number): Goods[] => [{ skuId, unitCents, units }]
  const spending = (amount: number): Goods[] => [{ skuId, unitCents: amount, units: 1 }]
  if (mechanic === 'bundle') return [bundleGoods(params as unknown as Bundle)]
  if (mechanic === 'exchangeBuy') {
    const min = Number(params.minCents)
    return [min - 1, min].map((amount) => [
      { skuId: BESIDE_SKU, unitCents: amount, units: 1 },
      { skuId, unitCents, units: 1 },
    ])
  }
  if (mechanic === 'anyN') return [Number(params.units) - 1, Number(params.units)].filter((n) => n > 0).map(times)
  const tiers = rows(params, 'tiers')
  const minCents = figures([...tiers.map((tier) => tier.minCents), params.minCents, params.perCents])
  if (minCents.length > 0) return amountsAround(minCents).map(spending)
  const counts = figures([...tiers.map((t) => t.minUnits), params.minUnits, ...rows(params, 'steps').map((s) => s.nth)])
  if (counts.length > 0) return amountsAround(counts).map(times)
  // A limit is shown by one unit more than it allows.
  const { unitsPerBuyer } = params
  return [1, typeof unitsPerBuyer === 'number' ? unitsPerBuyer + 1 : 2].map(times)
}

/** One set of the dearest choice; together they are well above the price of the set. */
function bundleGoods({ parts, priceCents }: Bundle): Goods[] {
  const units = parts.reduce((sum, part) => sum + part.units, 0)
  const unitCents = Math.ceil((priceCents * 2) / units / 100) * 100
  return parts.map((part) => ({ skuId: part.skuIds[0] ?? 'example', unitCents, units: part.units }))
}

function lineOf({ scope, shopId }: Rule, { skuId, unitCents, units }: Goods, i: number): CartLine {
  return {
    lineId: `line-${i + 1}`,
    skuId,
    spuId: scope?.spuIds?.[0] ?? skuId,
    shopId: shopId ?? scope?.shopIds?.[0] ?? 'shop',
    ...(scope?.categoryIds?.[0] && { categoryId: scope.categoryIds[0] }),
    ...(scope?.brandIds?.[0] && { brandId: scope.brandIds[0] }),
    ...(scope?.tags?.[0] && { tags: [scope.tags[0]] }),
    unitCents: cents(unitCents),
    quantity: units,
  }
}

/** The first moment of the rule's window, else the last, else any: examples do not look at a clock. */
function momentOf({ when, params }: Rule): string {
  if (when?.from) return when.from
  const end = when?.until ?? (typeof params.depositUntil === 'string' ? params.depositUntil : undefined)
  return end ? new Date(Date.parse(end) - 1).toISOString() : '2026-01-01T00:00:00.000Z'
}

function highestTier({ params, when }: Rule): number {
  return Math.max(when?.minTier ?? 0, 0, ...figures(rows(params, 'tiers').map((tier) => tier.tier)))
}

/** What the buyer brings along so that the rule may hold: a claim, a place, points, a way to pay. */
function broughtTo(rule: Rule): Omit<Cart, 'at' | 'lines'> {
  const { ruleId, when, params, mechanic } = rule
  const [rate] = rows(params, 'rates')
  const method = when?.paymentMethods?.[0] ?? (mechanic === 'payLater' ? mechanic : 'example')
  const price: Cents | undefined = mechanic === 'bargainPrice' ? cents(Number(params.lowestCents)) : undefined
  return {
    buyer: { isNew: when?.isNewBuyer ?? false, tier: highestTier(rule) },
    claims: rule.needsClaim ? [{ claimId: 'example', ruleId }] : [],
    tickets: [{ ruleId, estimateCents: cents(50_000), ...(price !== undefined && { unitCents: price }) }],
    pointsToUse: Number(params.stepPoints ?? 0) * 10,
    payment: { method, ...(typeof rate?.times === 'number' && { instalments: rate.times }) },
    ...(when?.channels?.[0] && { channel: when.channels[0] }),
    ...(when?.regions?.[0] && { region: when.regions[0] }),
  }
}

/** Carts that show a rule at work: short of its threshold, at it, and at its last tier; one and two units where it has none. */
export function exampleCarts(rule: Rule): Cart[] {
  const shipping = rule.mechanic === 'freeShipping'
  return goodsByMechanic(rule).map((goods) => {
    const lines = goods.map((g, i) => lineOf(rule, g, i))
    const shopId = lines[0]?.shopId ?? 'shop'
    return {
      at: momentOf(rule),
      lines,
      ...broughtTo(rule),
      ...(shipping && { shipping: [{ shopId, feeCents: cents(1000) }] }),
    }
  })
}
