import { type Cents, cents, type Rng } from '@zhanggui/kernel'
import { type Cart, type CartLine, type Claim, PIPELINES, type Pipeline, type Rule } from '../../src/index.ts'

const PLACES = [
  { level: 'shop', group: 'spendAndSave', ofShop: true },
  { level: 'shopCoupon', group: 'shopCoupon', ofShop: true },
  { level: 'shopCoupon', group: 'itemCoupon', ofShop: true },
  { level: 'platformCoupon', group: 'platformCoupon', ofShop: false },
  { level: 'redPacket', group: undefined, ofShop: false },
  { level: 'subsidy', group: undefined, ofShop: false },
  { level: 'payment', group: undefined, ofShop: false },
  { level: 'item', group: 'itemPrice', ofShop: true },
  { level: 'mechanic', group: 'multiBuy', ofShop: true },
  { level: 'shipping', group: undefined, ofShop: false },
  { level: 'points', group: 'pointsBurn', ofShop: false },
] as const

const SHOPS = ['甲', '乙', '丙']
const BLOCKED = ['shop', 'shopCoupon', 'platformCoupon', 'redPacket', 'payment']

function tiersOf(rng: Rng): { minCents: number; cutCents: number }[] {
  const first = 1000 + rng.int(30_000)
  const cut = 1 + rng.int(Math.ceil(first / 2))
  const tier = { minCents: first, cutCents: cut }
  return rng.int(3) === 0 ? [tier, { minCents: first * 2, cutCents: cut * 2 + rng.int(cut) }] : [tier]
}

type Offer = Pick<Rule, 'mechanic' | 'params'>

const limit = (rng: Rng) => (rng.int(3) === 0 ? { unitsPerBuyer: 1 + rng.int(3) } : {})

const ITEM_OFFERS: readonly ((rng: Rng) => Offer)[] = [
  (rng) => ({ mechanic: 'directCut', params: { cutCents: 1 + rng.int(2000), ...limit(rng) } }),
  (rng) => ({ mechanic: 'percentOff', params: { payBp: 5000 + rng.int(5000), ...limit(rng) } }),
]

const OFFERS: readonly ((rng: Rng) => Offer)[] = [
  ...ITEM_OFFERS,
  (rng) => ({ mechanic: 'spendAndSave', params: { tiers: tiersOf(rng) } }),
  (rng) => ({ mechanic: 'spendAndSave', params: { tiers: tiersOf(rng), repeats: 1 + rng.int(3) } }),
  (rng) => ({ mechanic: 'amountOff', params: { cutCents: 1 + rng.int(3000) } }),
  (rng) => ({ mechanic: 'redPacket', params: { mostCents: 1 + rng.int(3000) } }),
  (rng) => ({ mechanic: 'spendPercent', params: { tiers: [{ minCents: 1 + rng.int(20_000), payBp: 8000 }] } }),
]

/** Levels whose mechanics mean nothing elsewhere. */
const OWN_OFFERS: Readonly<Record<string, (rng: Rng) => Offer>> = {
  item: (rng) => rng.pick(ITEM_OFFERS)(rng),
  mechanic: (rng) => ({
    mechanic: 'nthUnit',
    params: { steps: [{ nth: 2, payBp: 5000 }], acrossSkus: rng.int(2) === 0 },
  }),
  shipping: (rng) => ({ mechanic: 'freeShipping', params: { minCents: 1 + rng.int(20_000) } }),
  points: (rng) => ({
    mechanic: 'pointsBurn',
    params: { stepPoints: 1 + rng.int(100), stepCents: 1 + rng.int(100), capBp: 5000 },
  }),
}

const offerOf = (rng: Rng, level: string): Offer => (OWN_OFFERS[level] ?? rng.pick(OFFERS))(rng)

/** A rule at any level, with or without a claim, with caps, bases and levels that it keeps its lines out of. */
export function randomRule(rng: Rng, index: number, claimShare: number): Rule {
  const place = rng.pick(PLACES)
  const needsClaim = rng.next() < claimShare
  return {
    ruleId: `r${index}`,
    name: `规则${index}`,
    ...offerOf(rng, place.level),
    level: place.level,
    group: place.group ?? `own${index}`,
    ...(place.ofShop && rng.int(4) > 0 && { shopId: rng.pick(SHOPS) }),
    ...(rng.int(3) === 0 && { scope: { categoryIds: [`c${rng.int(3)}`, `c${rng.int(3)}`] } }),
    ...(rng.int(4) === 0 && { thresholdBase: rng.pick(['remaining', 'listed'] as const) }),
    ...(rng.int(4) === 0 && { maxCents: cents(1 + rng.int(4000)) }),
    ...(rng.int(5) === 0 && { blocks: [rng.pick(BLOCKED)] }),
    priority: rng.int(3),
    needsClaim: needsClaim && place.level !== 'points',
  }
}

function randomLine(rng: Rng, index: number): CartLine {
  const unitCents = cents(rng.int(20_000))
  return {
    lineId: `l${String(index).padStart(3, '0')}`,
    skuId: `s${index}`,
    spuId: `p${index}`,
    shopId: rng.pick(SHOPS),
    categoryId: `c${rng.int(3)}`,
    unitCents,
    quantity: 1 + rng.int(3),
    ...(rng.int(5) === 0 && { floorCents: cents(rng.int(unitCents + 1)) }),
  }
}

function claimsFor(rng: Rng, rules: readonly Rule[], most: number): Claim[] {
  const needing = rules.filter((rule) => rule.needsClaim)
  if (needing.length === 0) return []
  return Array.from({ length: most }, (_, i) => {
    const { ruleId, mechanic } = rng.pick(needing)
    return { claimId: `k${i}`, ruleId, ...(mechanic === 'redPacket' && { cents: cents(1 + rng.int(4000)) }) }
  })
}

export type ShopSize = { lines: number; rules: number; claims: number; claimShare?: number }

/** A cart, rules and claims drawn at random: the same seed, the same shop. */
export function randomShop(rng: Rng, size: ShopSize): { pipeline: Pipeline; rules: Rule[]; cart: Cart } {
  const rules = Array.from({ length: size.rules }, (_, i) => randomRule(rng, i, size.claimShare ?? 0.7))
  const shipping = rng.int(3) === 0 ? [{ shopId: '甲', feeCents: 600 as Cents }] : []
  return {
    pipeline: rng.pick(PIPELINES),
    rules,
    cart: {
      at: '2026-11-11T00:00:00.000Z',
      lines: Array.from({ length: size.lines }, (_, i) => randomLine(rng, i)),
      shipping,
      ...(rng.int(2) === 0 && { pointsToUse: 1 + rng.int(5000) }),
      claims: claimsFor(rng, rules, size.claims),
    },
  }
}
