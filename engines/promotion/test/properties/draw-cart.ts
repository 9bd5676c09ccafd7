import type { Rng } from '@zhanggui/kernel'
import { cents } from '@zhanggui/kernel'
import type { Buyer, Cart, CartLine, Rule } from '../../src/index.ts'

export const AT = '2026-11-11T00:00:00.000Z'
export const SHOPS = ['shop-1', 'shop-2', 'shop-3'] as const
export const CATEGORIES = ['cat-1', 'cat-2', 'cat-3', 'cat-4'] as const
export const TAGS = ['hot', 'new'] as const
/** The names that examples of mechanics use, so that bundles, fixed prices and boxes find their goods. */
export const SKUS = ['sku-1', 'sku-2', 'sku-3', 'sku-4', 'sku-9'] as const

/** Prices that break things: nothing, one fen, a fen below and above a round figure, and far up. */
const ODD_PRICES = [0, 1, 2, 9999, 10_001, 29_999, 30_000, 1_000_000]

function drawLine(rng: Rng, i: number): CartLine {
  const unitCents = rng.next() < 0.15 ? rng.pick(ODD_PRICES) : 1 + rng.int(40_000)
  const quantity = rng.next() < 0.03 ? 1 + rng.int(20_000) : 1 + rng.int(4)
  return {
    lineId: `l${i}`,
    skuId: rng.pick(SKUS),
    spuId: `spu-${rng.int(3)}`,
    shopId: rng.pick(SHOPS),
    categoryId: rng.pick(CATEGORIES),
    ...(rng.next() < 0.4 && { tags: [rng.pick(TAGS)] }),
    unitCents: cents(unitCents),
    quantity,
    ...(rng.next() < 0.2 && { floorCents: cents(rng.int(unitCents + 2)) }),
  }
}

const drawBuyer = (rng: Rng): Buyer => ({
  buyerId: 'b',
  isNew: rng.next() < 0.5,
  tier: rng.int(4),
  pointsBalance: rng.int(50_000),
})

function drawClaims(rng: Rng, rules: readonly Rule[]): NonNullable<Cart['claims']> {
  const claimable = rules.filter((rule) => rule.needsClaim)
  return claimable.flatMap(({ ruleId }) =>
    Array.from({ length: rng.int(3) }, (_, k) => ({
      claimId: `${ruleId}-${k}`,
      ruleId,
      ...(rng.next() < 0.3 && { cents: cents(rng.int(3000)) }),
    })),
  )
}

function drawTickets(rng: Rng, rules: readonly Rule[]): NonNullable<Cart['tickets']> {
  return rules.flatMap(({ ruleId }) =>
    rng.next() < 0.5
      ? [{ ruleId, unitCents: cents(rng.int(20_000)), units: rng.int(5), estimateCents: cents(rng.int(30_000)) }]
      : [],
  )
}

const counts = (rng: Rng, rules: readonly Rule[], bound: number): Record<string, number> =>
  Object.fromEntries(rules.flatMap(({ ruleId }) => (rng.next() < 0.1 ? [[ruleId, rng.int(bound)]] : [])))

/** A cart of up to eight lines for these rules, with all that a rule may ask for. */
export function drawCart(rng: Rng, rules: readonly Rule[]): Cart {
  const lines = Array.from({ length: 1 + rng.int(8) }, (_, i) => drawLine(rng, i))
  return {
    at: AT,
    lines,
    buyer: drawBuyer(rng),
    shipping: SHOPS.flatMap((shopId) => (rng.next() < 0.5 ? [{ shopId, feeCents: cents(rng.int(2000)) }] : [])),
    claims: drawClaims(rng, rules),
    tickets: drawTickets(rng, rules),
    unitsUsed: counts(rng, rules, 3),
    timesUsed: counts(rng, rules, 3),
    giftStock: { 'gift-1': rng.int(3) },
    ...(rng.next() < 0.5 && { pointsToUse: rng.int(30_000) }),
    channel: rng.pick(['app', 'web']),
    region: rng.pick(['广东', '西藏']),
    payment: { method: rng.pick(['alipay', 'card', 'payLater']), instalments: rng.pick([1, 3, 6, 12]) },
  }
}
