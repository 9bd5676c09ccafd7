import { cents, type Rng } from '@zhanggui/kernel'
import { type Cart, type CartLine, type Rule, TMALL_PARALLEL } from '../../src/index.ts'

const SHOPS = ['甲', '乙', '丙']

const tiers = (rng: Rng, at: number, share: number) => {
  const minCents = at * (1 + rng.int(3))
  return { tiers: [{ minCents, cutCents: Math.ceil((minCents * (share + rng.int(8))) / 100) }] }
}

/** Rules as a festival has them: 5 item offers, 4 reductions, and 11 kinds of coupons and packets that buyers hold. */
function festivalRules(rng: Rng): Rule[] {
  const rules: Omit<Rule, 'ruleId' | 'name'>[] = []
  for (let i = 0; i < 3; i++)
    rules.push({ mechanic: 'percentOff', params: { payBp: 7000 + rng.int(2500) }, scope: { categoryIds: [`c${i}`] } })
  for (let i = 0; i < 2; i++)
    rules.push({
      mechanic: 'directCut',
      params: { cutCents: 500 + rng.int(1500) },
      scope: { categoryIds: [`c${3 + i}`] },
    })
  for (const shopId of SHOPS) rules.push({ mechanic: 'spendAndSave', params: tiers(rng, 20_000, 8), shopId })
  rules.push({
    mechanic: 'spendAndSave',
    params: { tiers: [{ minCents: 30_000, cutCents: 5000 }], repeats: 100 },
    level: 'platform',
    group: 'crossShop',
  })
  for (const shopId of SHOPS) {
    const coupon = { level: 'shopCoupon', group: 'shopCoupon', needsClaim: true, shopId }
    rules.push({ mechanic: 'spendAndSave', params: tiers(rng, 10_000, 5), ...coupon })
    rules.push({
      mechanic: 'spendPercent',
      params: { tiers: [{ minCents: 10_000, payBp: 9000 }] },
      maxCents: cents(3000),
      ...coupon,
    })
  }
  rules.push({
    mechanic: 'amountOff',
    params: { cutCents: 1000 },
    level: 'shopCoupon',
    group: 'itemCoupon',
    needsClaim: true,
    shopId: '甲',
    scope: { categoryIds: ['c1'] },
  })
  for (let i = 0; i < 2; i++)
    rules.push({
      mechanic: 'spendAndSave',
      params: tiers(rng, 40_000, 6),
      level: 'platformCoupon',
      group: 'platformCoupon',
      needsClaim: true,
    })
  rules.push({ mechanic: 'redPacket', params: { mostCents: 3000 }, needsClaim: true })
  rules.push({
    mechanic: 'percentOff',
    params: { payBp: 9900 },
    level: 'payment',
    needsClaim: true,
    maxCents: cents(2000),
  })
  return rules.map((rule, i) => ({ ruleId: `r${String(i).padStart(2, '0')}`, name: `规则${i}`, ...rule }))
}

function festivalLine(rng: Rng, i: number): CartLine {
  return {
    lineId: `l${String(i).padStart(2, '0')}`,
    skuId: `s${i}`,
    spuId: `p${i}`,
    shopId: rng.pick(SHOPS),
    categoryId: `c${rng.int(6)}`,
    unitCents: cents(990 + 100 * rng.int(200)),
    quantity: 1 + rng.int(3),
  }
}

/** A cart of 20 lines at 双11 with 20 rules and 20 coupons and packets in hand, on parallel thresholds. */
export function festivalShop(rng: Rng): { pipeline: typeof TMALL_PARALLEL; rules: Rule[]; cart: Cart } {
  const rules = festivalRules(rng)
  const held = rules.filter((rule) => rule.needsClaim)
  const claims = Array.from({ length: 20 }, (_, i) => {
    const { ruleId, mechanic } = rng.pick(held)
    return { claimId: `k${i}`, ruleId, ...(mechanic === 'redPacket' && { cents: cents(100 + rng.int(900)) }) }
  })
  const lines = Array.from({ length: 20 }, (_, i) => festivalLine(rng, i))
  return { pipeline: TMALL_PARALLEL, rules, cart: { at: '2026-11-10T16:00:00.000Z', lines, claims } }
}
