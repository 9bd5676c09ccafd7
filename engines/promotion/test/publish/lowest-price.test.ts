import { cents, createRng, type Rng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import {
  type Buyer,
  type Cart,
  checkBeforePublishing,
  compileRules,
  isBlocked,
  lowestPrice,
  type PublishCase,
  type PublishGood,
  priceCart,
  type Rule,
  type RuleSet,
  TMALL_PARALLEL,
} from '../../src/index.ts'
import { randomRule } from '../choose/random-shop.ts'

const FROM = '2026-11-10T16:00:00.000Z'

function setOf(rules: Rule[]): RuleSet {
  const set = compileRules(TMALL_PARALLEL, rules)
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  return set.value
}

const good = (skuId: string, unitCents: number, more: Partial<PublishGood> = {}): PublishGood => ({
  skuId,
  spuId: skuId,
  shopId: '甲',
  unitCents: cents(unitCents),
  ...more,
})

const publishOf = (rules: Rule[], goods: PublishGood[], more: Partial<PublishCase> = {}): PublishCase => ({
  ruleSet: setOf(rules),
  goods,
  from: FROM,
  fromDay: '2026-11-11',
  ...more,
})

const UNTIL = { until: '2026-11-12T16:00:00.000Z' }
const reduction: Rule = {
  ruleId: '满300减40',
  name: '满300减40',
  mechanic: 'spendAndSave',
  params: { tiers: [{ minCents: 30_000, cutCents: 4000 }] },
  when: UNTIL,
}
const pack: Rule = {
  ruleId: '新人100元',
  name: '新人礼包 100 元',
  mechanic: 'amountOff',
  params: { cutCents: 10_000 },
  level: 'platformCoupon',
  group: 'platformCoupon',
  needsClaim: true,
  when: { ...UNTIL, isNewBuyer: true },
}

describe('the lowest price before publishing', () => {
  it('[P6.33] a planted hole is found with the cart that shows it: a new buyer stacks two offers and sinks below cost', () => {
    // 300.00 − 40.00 − 100.00 = 160.00 for a new buyer with the pack; the goods cost 180.00.
    const limits = { 新人100元: { total: 1000 } }
    const publish = publishOf([reduction, pack], [good('风衣', 30_000, { costCents: 18_000, lowestCents: 20_000 })], {
      limits,
    })
    const { findings, lowest } = checkBeforePublishing(publish)
    expect(lowest[0]).toMatchObject({ skuId: '风衣', unitCents: 16_000 })
    expect(lowest[0]?.cart).toMatchObject({ buyer: { isNew: true }, claims: [{ ruleId: '新人100元' }] })
    expect(lowest[0]?.cart.lines.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([['风衣', 1]])
    expect(isBlocked(findings)).toBe(true)
    expect(findings.filter(({ severity }) => severity !== 'note').map(({ code, ruleIds }) => [code, ruleIds])).toEqual([
      ['below_cost', ['满300减40', '新人100元']],
      ['below_lowest', ['满300减40', '新人100元']],
      ['stacked_too_deep', ['满300减40', '新人100元']],
    ])
    // X18: over 46 % off, unless the pack is excluded.
    expect(findings.find(({ code }) => code === 'stacked_too_deep')?.facts).toMatchObject({ depthBp: 4666 })
  })

  it('the hole is gone when the offers exclude each other', () => {
    const exclusive = { ...reduction, blocks: ['platformCoupon'] }
    const { lowest } = checkBeforePublishing(publishOf([exclusive, pack], [good('风衣', 30_000)]))
    // The reduction takes 40.00 and keeps the pack out. With less than 300.00 the pack would hold, but there is no such cart.
    expect(lowest[0]?.unitCents).toBe(26_000)
  })

  it('[P6.33] a hole that only a co-purchase opens is found: a cheap companion reaches the threshold', () => {
    const rules = [{ ...reduction, params: { tiers: [{ minCents: 30_000, cutCents: 20_000 }] } }]
    const goods = [
      good('大衣', 28_000, { costCents: 12_000, stock: 1 }),
      ...[990, 2000, 5000, 9000].map((p, i) => good(`配${i}`, p)),
    ]
    const { lowest, findings } = checkBeforePublishing(publishOf(rules, goods, { settings: { mostCarts: 100 } }))
    const coat = lowest.find(({ skuId }) => skuId === '大衣')
    // 280 + 20 = 300, less 200: the coat bears 28⁄30 of it and pays 93.33.
    expect(coat?.unitCents).toBe(28_000 - Math.round((20_000 * 28) / 30))
    expect(coat?.cart.lines.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
      ['大衣', 1],
      ['配1', 1],
    ])
    expect(findings.map(({ code }) => code)).toContain('below_cost')
  })

  it('a loss that hides behind a subsidy is found: without the platform coupon the shop pays for its own', () => {
    // The platform's 60.00 is the better coupon of the group and costs the shop nothing; who does not hold it uses the shop's 50.00.
    const coupon = { level: 'platformCoupon', group: 'platformCoupon', needsClaim: true, when: UNTIL }
    const ours: Rule = {
      ...coupon,
      ruleId: '店铺50',
      name: '店铺50',
      mechanic: 'amountOff',
      params: { cutCents: 5000 },
    }
    const theirs: Rule = {
      ...ours,
      ruleId: '平台60',
      name: '平台60',
      params: { cutCents: 6000 },
      payers: [{ payer: 'platform', bp: 10_000 }],
    }
    const { findings, lowest } = checkBeforePublishing(
      publishOf([ours, theirs], [good('风衣', 30_000, { costCents: 26_000 })], {
        limits: { 店铺50: { total: 9 }, 平台60: { total: 9 } },
      }),
    )
    // Coupons take from the cart, so one unit bears all of it.
    expect([lowest[0]?.unitCents, lowest[0]?.received.unitCents]).toEqual([24_000, 25_000])
    const loss = findings.find(({ code }) => code === 'below_cost')
    expect([loss?.ruleIds, loss?.facts]).toEqual([
      ['店铺50'],
      { skuId: '风衣', quantity: 1, unitCents: 25_000, receivedCents: 25_000, costCents: 26_000 },
    ])
  })

  it('a price below cost that others pay for is a note, not an error', () => {
    const borne: Rule = { ...reduction, payers: [{ payer: 'platform', bp: 10_000 }] }
    const { findings } = checkBeforePublishing(publishOf([borne], [good('风衣', 30_000, { costCents: 28_000 })]))
    expect(findings.map(({ code, severity }) => [code, severity])).toContainEqual(['below_cost_subsidised', 'note'])
    expect(isBlocked(findings)).toBe(false)
  })
})

/** Every cart, buyer, moment and subset of claims, one by one, priced in full. */
function lowestByTrying(publish: PublishCase, skuId: string, most: number, held: readonly Rule[]): number {
  const moments = [FROM, '2026-11-11T16:00:00.000Z', '2026-11-12T16:00:00.000Z']
  const buyers: Buyer[] = [0, 1, 2].flatMap((tier) => [true, false].map((isNew) => ({ tier, isNew })))
  let lowest = Number.POSITIVE_INFINITY
  for (const lines of cartsByTrying(publish.goods, most))
    for (const buyer of buyers)
      for (const at of moments)
        for (let mask = 0; mask < 2 ** held.length; mask++) {
          const claims = held
            .filter((_, i) => (mask & (1 << i)) !== 0)
            .map(({ ruleId }) => ({ claimId: ruleId, ruleId }))
          lowest = Math.min(lowest, unitPaid(publish.ruleSet, { at, buyer, lines, claims }, skuId))
        }
  return lowest
}

function unitPaid(ruleSet: RuleSet, cart: Cart, skuId: string): number {
  const line = cart.lines.find((l) => l.skuId === skuId)
  const priced = priceCart(ruleSet, cart)
  if (!line || !priced.ok) return Number.POSITIVE_INFINITY
  const paid = priced.value.lines.find((l) => l.lineId === line.lineId)?.payableCents ?? 0
  return Math.floor(paid / line.quantity)
}

/** The line looked at comes first, as in the search, so that ties of a fen fall alike. */
function cartsByTrying([target, ...others]: readonly PublishGood[], most: number): Cart['lines'][] {
  const amounts = (g: PublishGood, lineId: string, from: number) =>
    Array.from({ length: most + 1 - from }, (_, i) => (i + from === 0 ? [] : [{ ...g, lineId, quantity: i + from }]))
  let carts = target ? amounts(target, '!target', 1) : []
  for (const other of others)
    carts = carts.flatMap((cart) => amounts(other, other.skuId, 0).map((more) => [...cart, ...more]))
  return carts
}

function randomCase(rng: Rng, size = 1 + rng.int(3)): { publish: PublishCase; held: Rule[] } {
  const rules = Array.from({ length: 2 + rng.int(5) }, (_, i) => {
    const { priority: _priority, ...rule } = randomRule(rng, i, 0.5)
    const when = {
      ...(rng.int(4) === 0 && { isNewBuyer: rng.int(2) === 0 }),
      ...(rng.int(4) === 0 && { minTier: 1 + rng.int(2) }),
      ...(rng.int(4) === 0 && { until: '2026-11-12T16:00:00.000Z' }),
      ...(rng.int(4) === 0 && { from: '2026-11-11T16:00:00.000Z' }),
    }
    return { ...rule, when }
  })
  const shops = ['甲', '乙']
  const goods = Array.from({ length: size }, (_, i) =>
    good(`s${i}`, 500 + rng.int(20_000), { categoryId: `c${rng.int(3)}`, shopId: rng.pick(shops) }),
  )
  return { publish: publishOf(rules, goods), held: rules.filter((rule) => rule.needsClaim) }
}

const CASES = Number(process.env.LOWEST_CASES ?? 40)

describe('completeness of the search', () => {
  it('[P6.33] where all carts can be listed nothing lower exists: equal to trying everything one by one', () => {
    const rng = createRng('lowest/complete')
    for (let n = 0; n < CASES; n++) {
      const { publish, held } = randomCase(rng)
      const found = lowestPrice({ ...publish, settings: { mostQuantity: 2 } }, publish.goods[0] as PublishGood)
      expect(found?.isComplete).toBe(true)
      expect([n, found?.unitCents]).toEqual([n, lowestByTrying(publish, 's0', 2, held)])
    }
  })

  it('carts grown along thresholds find nothing that is not there, and miss the lowest price rarely', () => {
    const rng = createRng('lowest/grown')
    let same = 0
    for (let n = 0; n < CASES; n++) {
      const { publish } = randomCase(rng, 3)
      const target = publish.goods[0] as PublishGood
      const all = lowestPrice({ ...publish, settings: { mostQuantity: 3 } }, target)
      const grown = lowestPrice({ ...publish, settings: { mostQuantity: 3, mostCarts: 47 } }, target)
      expect(grown?.isComplete).toBe(false)
      if (grown && all && grown.unitCents <= all.unitCents) same++
    }
    expect(same).toBeGreaterThanOrEqual(Math.floor(CASES * 0.95))
  })
})
