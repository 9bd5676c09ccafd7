import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { erasePerson } from '../../../src/modules/admin/people/erase-person.ts'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { addPerson, openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { ALPHA, cartOf, fillGoods, PROMOTION, post, publish, SPEND_300 } from './alpha-promotions.ts'
import { fillPastOrders } from './past-orders.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let campaign: Person
let finance: Person

beforeAll(async () => {
  context = await createTestContext()
  app = buildApp(context)
  await app.ready()
  owner = await setUpOwner(app)
  await openShop(context, 'alpha')
  campaign = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
  finance = await addPerson(app, owner, { store: 'alpha', role: 'finance' })
  await fillGoods(context)
  await fillPastOrders(context)
})

afterAll(async () => {
  await app.close()
  await context.close()
})

beforeEach(() => context.clock.set('2026-11-10T12:00:00.000Z'))

const get = (who: Person, path: string) => who({ url: `${ALPHA}${path}` })

describe('replay', () => {
  test('[P6.33] the orders of a range under other rules, whatever their times: revenue, margin, who bears it', async () => {
    const asked = { rules: [SPEND_300], from: '2026-11-01', until: '2026-11-10' }
    const replayed = (await post(finance, '/promotions/replay', asked)).json()
    expect(replayed).toMatchObject({
      orders: 2,
      hitOrders: 1,
      leftOut: [],
      listedCents: 69_800,
      paidCents: 48_800 + 21_200,
      replayedCents: 45_800 + 21_200,
      deltaRevenueCents: -3000,
      costByPayer: [{ payer: 'shop', cents: 4000 }],
      costByRule: [{ ruleId: 'spend-300', cents: 4000, orders: 1 }],
    })
    expect(replayed.deltaMarginCents).toBe(-3000)
    expect(replayed.assumptionsZh.join()).toContain('购买行为不变')
    expect((await post(campaign, '/promotions/replay', asked)).json()).toMatchObject({ deltaMarginCents: null })
  })

  test('[P6.33] a stored promotion is replayed by its id, and rules that do not hold are refused', async () => {
    await post(campaign, '/promotions', { ...PROMOTION, id: 'stored' })
    const range = { from: '2026-10-01', until: '2026-11-10' }
    expect((await post(campaign, '/promotions/replay', { promotion: 'stored', ...range })).json()).toMatchObject({
      orders: 3,
    })
    const wrong = { rules: [{ ...SPEND_300, params: {} }], ...range }
    expect((await post(campaign, '/promotions/replay', wrong)).json().error.code).toBe('rule_faults')
    expect((await post(campaign, '/promotions/replay', range)).json().error.code).toBe('invalid_request')
  })
})

describe('check and best choice', () => {
  const DEEP = { ruleId: 'deep', name: '限时六折', mechanic: 'percentOff', params: { payBp: 6000 } }
  const COUPON = {
    ruleId: 'big-coupon',
    name: '满150减100券',
    mechanic: 'spendAndSave',
    level: 'shopCoupon',
    group: 'shopCoupon',
    needsClaim: true,
    params: { tiers: [{ minCents: 15_000, cutCents: 10_000 }] },
  }

  test('[P6.33] [X08] a stack that sells below cost is found with the cart that shows it, and cannot be approved', async () => {
    const hole = { ...PROMOTION, id: 'hole', name: '叠加', rules: [DEEP, COUPON], budgetCents: 1_000_000 }
    expect((await post(campaign, '/promotions', hole)).statusCode).toBe(201)
    const simulated = await post(finance, '/promotions/simulate', { promotion: 'hole', skuIds: ['serum'] })
    expect(simulated.json().skus?.[0], simulated.body).toMatchObject({
      skuId: 'serum',
      finalUnitCents: 7940,
      receivedCents: 7940,
      costCents: 11_960,
      belowCost: true,
      ruleIds: ['deep', 'big-coupon'],
      cart: { lines: [{ skuId: 'serum' }], claims: [{ ruleId: 'big-coupon' }] },
    })
    const refused = await post(campaign, '/promotions/hole/approve', { version: 1 })
    expect(refused.json().error.code).toBe('promotion_findings')
    const seen = (await get(campaign, '/promotions/hole')).json().checked.findings
    const below = seen.find((f: { code: string }) => f.code === 'below_cost')
    expect(below.facts).not.toHaveProperty('costCents')
    expect(below.zh).not.toContain('119.60')
  })

  test('[P13.07] a coupon that nothing limits and a threshold that is a slip stop the release', async () => {
    const checked = (await post(campaign, '/promotions/check', { rules: [COUPON], skuIds: ['mask'] })).json()
    const codes = checked.findings.map((f: { code: string }) => f.code)
    expect(codes).toEqual(expect.arrayContaining(['unlimited_coupon', 'wrong_threshold']))
    expect(checked.counts.error).toBeGreaterThan(1)
    const named = checked.findings.find((f: { facts: { skuId?: string } }) => f.facts.skuId === 'mask')
    expect(named.zh).toContain('商品 mask')
  })

  test('[P6.33] rules are checked without being stored', async () => {
    const checked = (
      await post(campaign, '/promotions/check', { rules: [{ ...SPEND_300, params: { tiers: [] } }] })
    ).json()
    expect(checked).toMatchObject({ counts: { error: 1 }, findings: [{ code: 'bad_param', ruleIds: ['spend-300'] }] })
    expect((await get(campaign, '/promotions')).body).not.toContain('spend-300')
  })

  test('[P6.08] of two coupons that exclude each other the better one is chosen, with the proof', async () => {
    const coupon = (ruleId: string, cutCents: number) => ({
      ...SPEND_300,
      ruleId,
      level: 'shopCoupon',
      group: 'shopCoupon',
      needsClaim: true,
      params: { tiers: [{ minCents: 10_000, cutCents }] },
    })
    const draft = { rules: [coupon('a', 1000), coupon('b', 1500)] }
    const claims = [
      { claimId: '1', ruleId: 'a' },
      { claimId: '2', ruleId: 'b' },
    ]
    const best = (await post(campaign, '/price/best', { cart: { ...cartOf(['serum', 1]), claims }, draft })).json()
    expect(best).toMatchObject({ claimIds: ['2'], isProven: true, price: { payableCents: 28_400 } })
  })
})

describe('a price of a SKU', () => {
  const propose = (who: Person, more: object = {}) =>
    post(who, '/price-proposals', {
      skuId: 'serum',
      priceCents: 25_900,
      effectiveAt: '2026-11-10T16:00:00.000Z',
      reason: '双11 日常价',
      ...more,
    })
  const priceNow = async () => (await post(campaign, '/price', { cart: cartOf(['serum', 1]) })).json().payableCents

  test('[P5.08] proposed with its effect, approved by a second person, effective at its time and not before', async () => {
    const asked = await propose(campaign)
    expect(asked.statusCode, asked.body).toBe(202)
    expect(asked.json()).toMatchObject({ state: 'waiting', beforeCents: 29_900, effect: null })
    const seen = (await get(finance, '/price-proposals')).json().proposals[0]
    expect(seen.effect).toEqual({
      costCents: 11_960,
      marginBeforeCents: 17_940,
      marginAfterCents: 13_940,
      unitsLast30Days: 1,
      marginMonthDeltaCents: -4000,
    })
    context.clock.set('2026-11-10T17:00:00.000Z')
    expect(await priceNow()).toBe(29_900)
    expect((await post(campaign, `/approvals/${asked.json().request}/approve`)).statusCode).toBe(403)
    context.clock.set('2026-11-10T12:00:00.000Z')
    expect((await post(finance, `/approvals/${asked.json().request}/approve`)).statusCode).toBe(200)
    expect(await priceNow()).toBe(29_900)
    context.clock.set('2026-11-10T16:00:00.000Z')
    expect(await priceNow()).toBe(25_900)
    expect((await get(campaign, '/price-proposals?sku=serum')).json()).toMatchObject({
      total: 1,
      proposals: [{ state: 'effective' }],
    })
  })

  test('[P5.08] a price that nobody approved never becomes effective, refused or forgotten', async () => {
    const refused = await propose(campaign, { skuId: 'cream', priceCents: 9900 })
    await post(finance, `/approvals/${refused.json().request}/refuse`, { reason: '太低' })
    const forgotten = await propose(campaign, { skuId: 'mask', priceCents: 9900 })
    context.clock.set('2026-11-13T12:30:00.000Z')
    const stateOf = async (sku: string) =>
      (await get(campaign, `/price-proposals?sku=${sku}`)).json().proposals[0].state
    expect([await stateOf('cream'), await stateOf('mask')]).toEqual(['refused', 'expired'])
    expect(forgotten.statusCode).toBe(202)
    const cart = cartOf(['cream', 1], ['mask', 1])
    expect((await post(campaign, '/price', { cart })).json().listedCents).toBe(29_900)
  })

  test('[P5.09] a struck-through price above the lowest deal of the days before is refused with the deals', async () => {
    const raised = await propose(campaign, { struckCents: 39_900 })
    expect(raised.statusCode).toBe(409)
    const [finding] = raised.json().error.facts.findings
    expect(finding).toMatchObject({ severity: 'error', facts: { deals: [{ day: '2026-11-05', lowestCents: 28_900 }] } })
    expect((await propose(campaign, { struckCents: 28_900 })).statusCode).toBe(202)
    const unsold = await propose(campaign, { skuId: 'cream-50', struckCents: 15_900 })
    expect(unsold.json().error.facts.findings).toHaveLength(1)
  })

  test('[P5.09] where nothing was sold in the seven days before, the last deal is what a struck-through price is held against', async () => {
    const later = { effectiveAt: '2026-11-20T16:00:00.000Z' }
    const refused = await propose(campaign, { ...later, struckCents: 29_900, priceCents: 20_000 })
    expect(refused.json().error.facts.findings[0]).toMatchObject({
      code: 'struck_price_unreal',
      facts: { referenceDay: '2026-11-05', referenceCents: 28_900 },
    })
    expect((await propose(campaign, { ...later, struckCents: 28_900, priceCents: 20_000 })).statusCode).toBe(202)
    const noCut = await propose(campaign, { ...later, struckCents: 28_900, priceCents: 28_900 })
    expect(noCut.json().error.facts.findings[0].code).toBe('not_below_reference')
  })

  test('[P13.07] a price of 0.01 and one far from the usual are not even asked for', async () => {
    const codes = async (priceCents: number) =>
      (await propose(campaign, { priceCents })).json().error.facts.findings.map((f: { code: string }) => f.code)
    expect(await codes(1)).toEqual(['nearly_free_listing'])
    expect(await codes(2990)).toEqual(['outlier_price'])
    expect((await get(campaign, '/price-proposals?sku=serum')).body).not.toContain('"priceCents":2990,')
  })
})

describe('points', () => {
  const RULES = [
    { ruleId: 'earn', name: '每元1分', mechanic: 'pointsEarn', params: { perCents: 100, points: 1 } },
    { ruleId: 'double', name: '双倍积分', mechanic: 'pointsMultiplier', params: { timesBp: 20_000 } },
    {
      ruleId: 'burn',
      name: '积分抵扣',
      mechanic: 'pointsBurn',
      params: { stepPoints: 100, stepCents: 100, capBp: 5000 },
    },
  ]
  const account = async (buyerId = 'li') => (await post(campaign, '/points/of-buyer', { buyerId })).json()
  const place = (orderId: string, more: object = {}) => {
    const cart = { ...cartOf(['mask', 1]), buyer: { buyerId: 'li' }, ...more }
    return post(campaign, '/promotion-orders', { orderId, cart })
  }
  const move = (orderId: string, way: string) => post(campaign, `/promotion-orders/${orderId}/${way}`)

  test('[P6.11] earned once with the order’s multiplier, used, given back, taken back; the ledger closes', async () => {
    await publish(campaign, finance, { ...PROMOTION, id: 'points', name: '积分', rules: RULES })
    const first = (await place('p1')).json()
    expect(first).toMatchObject({ payableCents: 10_000, pointsEarned: 200 })
    expect(await account()).toMatchObject({ balance: 0 })
    await move('p1', 'pay')
    await move('p1', 'pay')
    expect(await account()).toMatchObject({ balance: 200, lapsing: [{ day: '2027-11-10', points: 200 }] })
    const second = (await place('p2', { pointsToUse: 200 })).json()
    expect(second).toMatchObject({ payableCents: 9800, pointsUsed: 200 })
    expect(await account()).toMatchObject({ balance: 0 })
    await move('p2', 'release')
    expect(await account()).toMatchObject({ balance: 200 })
    await move('p1', 'return')
    expect(await account()).toMatchObject({ balance: 0 })
    expect((await get(campaign, '/points/ledger')).json()).toMatchObject({
      givenPoints: 200,
      takenBackPoints: 200,
      usedPoints: 0,
      outstandingPoints: 0,
      differencePoints: 0,
    })
  })

  test('[P6.11] points given by hand lapse after their last day, and the ledger says so', async () => {
    const grant = { id: 'g', buyerId: 'wu', points: 500, validDays: 2, reason: '补偿' }
    expect((await post(owner, '/points/grants', grant)).json()).toMatchObject({ balance: 500 })
    expect((await post(owner, '/points/grants', grant)).json()).toMatchObject({ balance: 500 })
    expect((await post(campaign, '/points/grants', grant)).statusCode).toBe(403)
    context.clock.set('2026-11-13T12:00:00.000Z')
    expect(await account('wu')).toMatchObject({ balance: 0 })
    const ledger = (await get(campaign, '/points/ledger')).json()
    expect(ledger).toMatchObject({ expiredPoints: 500, outstandingPoints: 0, differencePoints: 0 })
  })
})

describe('what buyers read', () => {
  test('[P6.34] each rule has its offer, examples worked out by the engine, a score, and what it cannot stand beside', async () => {
    const more = {
      ...SPEND_300,
      ruleId: 'spend-600',
      name: '满600减100',
      params: { tiers: [{ minCents: 60_000, cutCents: 10_000 }] },
    }
    await post(campaign, '/promotions', { ...PROMOTION, id: 'words', rules: [SPEND_300, more] })
    const [first] = (await get(campaign, '/promotions/words/text')).json()
    expect(first.offer.zh).toContain('满 300')
    expect(first.examples.length).toBeGreaterThan(0)
    expect(first.clarity).toBeGreaterThan(50)
    expect(first.conflicts).toEqual([
      { ruleId: 'spend-600', zh: '与“满600减100”不能同时用', en: 'not together with "满600减100"' },
    ])
    const sequence = (await get(campaign, '/promotions/words/sequence')).json()
    expect(sequence.filter((step: { isOwn: boolean }) => step.isOwn)).toMatchObject([
      { place: 1, level: { zh: '店铺优惠' }, ruleId: 'spend-300', borne: { zh: '商家承担' }, isExternal: false },
      { place: 1, ruleId: 'spend-600' },
    ])
    expect((await get(campaign, '/promotions/nothing/text')).json().error.code).toBe('not_found')
  })
})

describe('sets that buyers put together', () => {
  test('[P5.04] goods of one order are a set with a price, what it gives away and a rule that can be published', async () => {
    const sets = async (who: Person, query: string) => (await get(who, `/promotion-sets?minTogether=2&${query}`)).json()
    expect(await sets(finance, 'minLiftPercent=100')).toMatchObject({ orders: 3, baskets: 1, sets: [] })
    await fillPastOrders(context, 'again')
    const { sets: found } = await sets(finance, 'minLiftPercent=100')
    // cream and serum are in 2 of 6 baskets, serum in 4, cream in 2: a lift of 2 × 6 ÷ (4 × 2).
    expect(found).toMatchObject([
      {
        goods: [
          { skuId: 'cream', baskets: 2 },
          { skuId: 'serum', baskets: 4 },
        ],
        together: 2,
        lift: 1.5,
        acrossCategories: false,
        rule: { mechanic: 'bundle' },
      },
    ])
    const [set] = found
    expect(set.cutCents).toBe(set.sumCents - set.priceCents)
    expect(set.marginCents).toBe(set.priceCents - 19_920)
    expect((await sets(campaign, 'minLiftPercent=100')).sets[0].marginCents).toBeNull()
    expect((await sets(finance, 'minLiftPercent=100&across=category')).sets).toEqual([])
    const priced = await post(campaign, '/price', {
      cart: cartOf(['serum', 1], ['cream', 1]),
      draft: { rules: [set.rule] },
    })
    expect(priced.json().payableCents).toBe(set.priceCents)
  })
})

describe('channel events', () => {
  const ask = async (more: object) => (await post(campaign, '/promotions/events', more)).json()
  type Answer = { event: string; qualifies: boolean; missing: { code: string; zh: string }[]; rules: object[] }[]
  const of = (events: Answer, event: string) => events.find((e) => e.event === event)
  const week = { from: '2026-11-20T00:00:00.000Z', until: '2026-11-24T00:00:00.000Z' }

  test('[P6.24] goods of a promotion are held against each event: the deal price, the stock, the time; what is missing is said', async () => {
    const cut = { ruleId: 'event-cut', name: '直降', mechanic: 'percentOff', params: { payBp: 8500 } }
    const scope = { skuIds: ['cream'] }
    await post(campaign, '/promotions', { ...PROMOTION, ...week, id: 'event', rules: [{ ...cut, scope }] })
    const bare = await ask({ promotion: 'event' })
    // Reference: the deal of 5 November.
    expect(bare.goods).toEqual([
      { skuId: 'cream', title: '商品 cream', priceCents: 16_915, referenceCents: 19_900, stock: null },
    ])
    expect(of(bare.events, 'juhuasuan')).toMatchObject({ qualifies: false, missing: [{ code: 'no_stock' }] })
    const codes = of(bare.events, 'taoqianggou')?.missing.map(({ code }) => code)
    expect(codes).toEqual(['hours_out_of_bounds', 'no_stock', 'price_above_bound'])
    expect(of(bare.events, 'taoqianggou')?.missing[2]?.zh).toContain('商品 cream')
  })

  test('[P6.24] an entry that keeps every bound comes back as rules that can be published', async () => {
    const goods = [{ skuId: 'serum', priceCents: 20_000, stock: 100 }]
    const { events } = await ask({ goods, ...week, unitsPerBuyer: 2 })
    expect(of(events, 'goldCoins')?.rules).toMatchObject([{}, { mechanic: 'pointsBurn', params: { capBp: 200 } }])
    const entry = of(events, 'juhuasuan')
    expect(entry).toMatchObject({
      qualifies: true,
      missing: [],
      fitting: ['serum'],
      rules: [{ mechanic: 'fixedPrice' }],
    })
    const made = { name: '聚划算', ...week, rules: entry?.rules }
    expect((await post(campaign, '/promotions', { id: 'ju', ...made })).statusCode).toBe(201)
    const priced = await post(campaign, '/price', {
      cart: { ...cartOf(['serum', 1]), at: week.from },
      draft: made && { rules: made.rules },
    })
    expect(priced.json().payableCents).toBe(20_000)
  })

  test('[P6.24] of goods that do not all fit, those that do are entered, and the others are told why not', async () => {
    const fits = { skuId: 'serum', priceCents: 20_000, stock: 100 }
    const dear = { skuId: 'cream', priceCents: 19_900, stock: 100 }
    const { events } = await ask({ goods: [fits, dear], ...week })
    const entry = of(events, 'juhuasuan')
    expect(entry).toMatchObject({
      qualifies: false,
      missing: [{ code: 'price_above_bound', skuId: 'cream' }],
      fitting: ['serum'],
      rules: [{ scope: { skuIds: ['serum'] } }],
    })
  })

  test('[P6.24] a designer is told which presets an order of discounts has a level for, and what every rule is asked', async () => {
    const { pipelines, presets, frame } = (await campaign({ url: '/v1/promotion-catalogue' })).json()
    for (const { presets: on } of pipelines) expect(on.length).toBeGreaterThan(0)
    expect(presets.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(pipelines[0].presets))
    expect(frame[0]).toMatchObject({ key: 'name', zh: '名称', required: true })
  })
})

describe('what buyers say of the rules', () => {
  test('[P6.34] the clarity of a promotion stands beside complaints about complicated rules, during it and before', async () => {
    const said = (id: string, day: string, text: string) => ({
      ...{ store: 'alpha', kind: 'review', feedback_id: id, day, at: `${day}T04:00:00.000Z`, text },
    })
    await insertFacts(context, 'feedback', [
      said('1', '2026-10-28', '规则简单，直接减'),
      said('2', '2026-11-05', '满减规则太复杂，算不清'),
      said('3', '2026-11-06', '不算太复杂，挺好'),
      said('4', '2026-11-07', '物流很快'),
    ])
    await post(campaign, '/promotions', { ...PROMOTION, id: 'heard', rules: [{ ...SPEND_300, ruleId: 'heard' }] })
    const heard = (await get(campaign, '/promotions/heard/heard')).json()
    expect(heard).toMatchObject({
      during: { from: '2026-11-01', texts: 3, complicated: 1, plain: 0 },
      before: { until: '2026-11-01', texts: 1, complicated: 0, plain: 1 },
      samples: [{ day: '2026-11-05' }],
    })
    expect(heard.clarity).toBeGreaterThan(50)
  })
})

describe('coupons in the budget', () => {
  test('[P4.09] what was claimed is owed, what orders took off is spent, what came back is given back, to the fen', async () => {
    const year = await post(owner, '/plans', { year: 2026, name: '2026' })
    const plan = `/plans/${year.json().id}`
    const line = { id: 'coupons', name: '券', parentId: null, period: '2026', amountCents: 1_000_000, kind: 'subsidy' }
    const budget = { revision: 1, body: { lines: [line], rules: {} } }
    const put = await owner({
      method: 'PUT',
      url: `${ALPHA}${plan}/parts`,
      payload: { parts: { budget }, reason: 'test' },
    })
    expect(put.statusCode, put.body).toBe(200)
    expect((await post(owner, `${plan}/budget/open`)).statusCode).toBe(200)

    const rule = { ...SPEND_300, ruleId: 'owed', level: 'shopCoupon', group: 'shopCoupon', needsClaim: true }
    const params = { tiers: [{ minCents: 10_000, cutCents: 2000 }] }
    await post(campaign, '/promotions', { ...PROMOTION, id: 'owed', rules: [{ ...rule, params }] })
    const subsidy = { plan: year.json().id, lineId: 'coupons', expectedRedemptionBp: 3000 }
    const times = { claimFrom: PROMOTION.from, claimUntil: PROMOTION.until, validDays: 1, faceCents: 2000 }
    const issued = await post(campaign, '/coupon-batches', {
      ...{ id: 'owed', name: '券', promotion: 'owed', ruleId: 'owed', total: 100 },
      ...times,
      subsidy,
    })
    expect(issued.statusCode, issued.body).toBe(201)
    const asked = await post(campaign, '/promotions/owed/approve', { version: 1 })
    await post(finance, `/approvals/${asked.json().request}/approve`)
    for (const buyerId of ['a', 'b', 'c'])
      await post(campaign, '/coupons', { id: `owed-${buyerId}`, batch: 'owed', buyerId })
    const cart = { ...cartOf(['mask', 1]), buyer: { buyerId: 'a' }, claims: [{ claimId: 'owed-a', ruleId: 'owed' }] }
    expect((await post(campaign, '/promotion-orders', { orderId: 'owed', cart })).json()).toMatchObject({
      state: 'locked',
    })
    await post(campaign, '/promotion-orders/owed/pay')

    const settle = async () => (await post(finance, '/coupon-batches/owed/settle')).json()
    const position = async () => (await get(finance, `${plan}/budget/subsidies`)).json().batches[0].position
    expect(await settle()).toEqual({ posted: 2 })
    expect(await settle()).toEqual({ posted: 0 })
    expect(await position()).toMatchObject({
      issuedCents: 6000,
      expectedCostCents: 1800,
      actualCostCents: 2000,
      liabilityCents: 4000,
    })
    await post(campaign, '/promotion-orders/owed/return')
    expect(await settle()).toEqual({ posted: 1 })
    expect(await position()).toMatchObject({ actualCostCents: 0, liabilityCents: 6000 })
  })
})

test('[P13.09] a buyer who is forgotten has no coupons and no points any more, and the ledgers stay what they were', async () => {
  const grant = { id: 'forgotten', buyerId: 'zhao', points: 100, reason: '补偿' }
  await post(owner, '/points/grants', grant)
  const before = (await get(owner, '/points/ledger')).json()
  const store = await getStore(context, 'alpha')
  await erasePerson(context, store, { identifiers: ['zhao', 'b'], reason: '本人申请' }, { actor: 'test' })
  expect((await post(owner, '/points/of-buyer', { buyerId: 'zhao' })).json()).toMatchObject({ balance: 0, moves: [] })
  expect((await post(owner, '/coupons/of-buyer', { buyerId: 'b' })).json()).toEqual([])
  expect((await get(owner, '/points/ledger')).json()).toEqual(before)
  expect((await get(owner, '/coupon-batches/owed')).json()).toMatchObject({ claimed: 3, open: 3 })
})

describe('a little more', () => {
  test('[P6.02] goods that bring more than they cost are named, with what is paid before and after; none where nothing is gained', async () => {
    const question = (...lines: [string, number][]) => ({ cart: cartOf(...lines), draft: { rules: [SPEND_300] } })
    const hints = (await post(campaign, '/price/top-up', question(['serum', 1]))).json()
    expect(hints).toEqual([
      {
        ruleId: 'spend-300',
        name: '满300减40',
        add: [{ skuId: 'mask', title: '商品 mask', quantity: 1 }],
        beforeCents: 29_900,
        afterCents: 35_900,
        extraCents: 6000,
        worthCents: 10_000,
        savesCents: 4000,
      },
    ])
    expect((await post(campaign, '/price/top-up', question(['mask', 5]))).json()).toEqual([])
    expect((await post(campaign, '/price/top-up', question(['nothing', 1]))).json().error.code).toBe('cart_faults')
  })
})
