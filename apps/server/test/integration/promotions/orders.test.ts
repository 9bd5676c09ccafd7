import { createRng } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { ISSUE_CARDS } from '../../../src/modules/promotions/cards/issue-cards.ts'
import { RELEASE_ORDERS } from '../../../src/modules/promotions/orders/release-due-orders.ts'
import { readRuleSets } from '../../../src/modules/promotions/orders/rule-sets.ts'
import { purchasesOf } from '../../../src/modules/promotions/price/purchases-by-facts.ts'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { ALPHA, fillGoods, PROMOTION, post, SPEND_300 } from './alpha-promotions.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person

/** What the orders of this file are bought under: a coupon, a gift, points, a cross-shop cut and a presale. */
const RULES = [
  SPEND_300,
  {
    ruleId: 'cross',
    name: '跨店满400减60',
    mechanic: 'spendAndSave',
    level: 'platform',
    group: 'crossShop',
    params: { tiers: [{ minCents: 40_000, cutCents: 6000 }] },
    payers: [
      { payer: 'shop', bp: 5000 },
      { payer: 'platform', bp: 5000 },
    ],
  },
  {
    ruleId: 'coupon',
    name: '满150减20券',
    mechanic: 'spendAndSave',
    level: 'shopCoupon',
    group: 'shopCoupon',
    needsClaim: true,
    claimReturn: 'whenUnused',
    params: { tiers: [{ minCents: 15_000, cutCents: 2000 }] },
  },
  { ruleId: 'earn', name: '每元1分', mechanic: 'pointsEarn', params: { perCents: 100, points: 1 } },
  {
    ruleId: 'gift',
    name: '满300赠小样',
    mechanic: 'giftWithPurchase',
    params: { tiers: [{ minCents: 30_000, gifts: [{ skuId: 'sample', units: 1 }] }] },
  },
]

const PRESALE = {
  ruleId: 'presale',
  name: '预售',
  mechanic: 'presale',
  scope: { skuIds: ['cream'] },
  params: {
    depositCents: 2000,
    countsAsCents: 4000,
    depositUntil: '2026-11-10T14:00:00.000Z',
    balanceFrom: '2026-11-10T16:00:00.000Z',
    balanceUntil: '2026-11-11T16:00:00.000Z',
  },
}

beforeAll(async () => {
  context = await createTestContext()
  app = buildApp(context)
  await app.ready()
  owner = await setUpOwner(app)
  await openShop(context, 'alpha')
  await fillGoods(context)
})

afterAll(async () => {
  await app.close()
  await context.close()
})

const get = async (path: string) => (await owner({ url: `${ALPHA}${path}` })).json()
const json = async (path: string, payload: object = {}) => (await post(owner, path, payload)).json()
const codeOf = async (path: string, payload: object = {}) => (await json(path, payload)).error?.code

async function publish(id: string, rules: readonly object[]): Promise<void> {
  await json('/promotions', { ...PROMOTION, id, name: id, rules, budgetCents: 10_000_000 })
  const asked = await json(`/promotions/${id}/approve`, { version: 1 })
  if (!asked.performed) throw new Error(JSON.stringify(asked))
}

const line = (lineId: string, skuId: string, quantity: number, more: object = {}) => ({
  lineId,
  skuId,
  quantity,
  ...more,
})

async function buy(orderId: string, lines: readonly object[], more: object = {}) {
  const cart = { buyer: { buyerId: orderId }, lines, ...more }
  const placed = await json('/promotion-orders', { orderId, cart })
  if (placed.error) throw new Error(JSON.stringify(placed.error))
  expect((await json(`/promotion-orders/${orderId}/pay`)).state).toBe('paid')
  return placed
}

const giveBack = (orderId: string, id: string, more: object) =>
  json(`/promotion-orders/${orderId}/returns`, { id, reason: '七天无理由', ...more })
const units = (lineId: string, n: number) => ({ lines: [{ lineId, units: n }] })
const burn = async () => (await get('/promotions/all')).burn
const balance = async (buyerId: string) => (await json('/points/of-buyer', { buyerId })).balance

describe('returns', () => {
  beforeAll(() => publish('all', RULES))

  test('[P7.12] a line of an order with stacked discounts gives back what it paid; coupon, points, gift and budget follow', async () => {
    const before = await burn()
    await json('/coupon-batches', {
      ...{ id: 'b', name: '券', promotion: 'all', ruleId: 'coupon', total: 100, faceCents: 2000 },
      ...{ claimFrom: PROMOTION.from, claimUntil: PROMOTION.until, validDays: 1 },
    })
    await json('/coupons', { id: 'k', batch: 'b', buyerId: 'stack' })
    const claims = [{ claimId: 'k', ruleId: 'coupon' }]
    const placed = await buy('stack', [line('a', 'serum', 1), line('b', 'mask', 2)], { claims })
    // 299 + 2 × 100: 满300减40, 跨店满400减60, 20 券; the shop bears 40 + 30 + 20,
    // and the odd fen of the two lines whose half of 跨店满400减60 is not whole.
    expect(placed.payableCents).toBe(37_900)
    expect((await burn()).usedCents - before.usedCents).toBe(9001)
    expect(await balance('stack')).toBe(379)

    const tried = await json('/promotion-orders/stack/returns/preview', { id: 'r1', reason: '试算', ...units('b', 1) })
    const first = await giveBack('stack', 'r1', units('b', 1))
    expect(first).toMatchObject({ number: 1, policy: 'keepShares', refundCents: 7595, pointsTakenBack: 76 })
    expect({ ...tried, reason: '', madeAt: '' }).toEqual({ ...first, reason: '', madeAt: '' })
    expect(first.explanation.map((s: { zh: string }) => s.zh).join()).toContain('应退 ¥75.95')
    expect(await balance('stack')).toBe(303)
    expect(first.grantsBack).toEqual([])

    // Settled with who bears what: the platform's half of 跨店满减, less what the return reversed.
    const { bearers } = await get('/promotion-settlement?days=1')
    expect(bearers.map((b: { payer: string; givenCents: number }) => [b.payer, b.givenCents])).toEqual([
      ['shop', 9001],
      ['platform', 2999],
    ])
    const reversed = first.shops[0].reversed.map((r: { cents: number }) => r.cents)
    expect(bearers.map((b: { reversedCents: number }) => b.reversedCents)).toEqual(reversed)
    expect(bearers[1].byRule).toEqual([{ ruleId: 'cross', name: '跨店满400减60', orders: 1, cents: 2999 }])

    const second = await giveBack('stack', 'r2', units('a', 1))
    expect(second).toMatchObject({ couponsBack: [], grantsBack: [{ kind: 'gift', skuId: 'sample' }] })
    const third = await giveBack('stack', 'r3', units('b', 1))
    expect(third.couponsBack).toEqual(['k'])
    expect(first.refundCents + second.refundCents + third.refundCents).toBe(37_900)
    expect(await get('/promotion-orders/stack')).toMatchObject({
      state: 'returned',
      refundedCents: 37_900,
      left: { leftCents: 0 },
      returns: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }],
    })
    expect(await burn()).toEqual(before)
    expect(await balance('stack')).toBe(0)
    expect((await json('/coupons/of-buyer', { buyerId: 'stack' }))[0].state).toBe('claimed')
  })

  test('[P7.12] the same return again changes nothing; another under its id, a wrong one and a second way of reckoning are refused', async () => {
    await buy('twice', [line('a', 'serum', 1), line('b', 'mask', 2)])
    const one = await giveBack('twice', 'r', { ...units('b', 1), policy: 'requalify' })
    expect(await giveBack('twice', 'r', { ...units('b', 1), policy: 'requalify' })).toEqual(one)
    const returns = '/promotion-orders/twice/returns'
    const reason = '错'
    expect(await codeOf(returns, { id: 'r', reason, ...units('b', 1) })).toBe('duplicate_key')
    expect(await codeOf(returns, { id: 's', reason, ...units('b', 1), policy: 'keepShares' })).toBe('return_policy_set')
    const wrong = await json(returns, { id: 's', reason, lines: [...units('b', 9).lines, ...units('z', 1).lines] })
    expect(wrong.error.facts.faults.map((f: { code: string }) => f.code)).toEqual(['more_than_left', 'unknown_line'])
    expect((await get('/promotion-orders/twice')).returns).toHaveLength(1)
    expect(await codeOf('/promotion-orders/nothing/returns', { id: 's', reason, ...units('b', 1) })).toBe('not_found')
  })

  test('[P6.03] a cross-shop order: each shop has its part of a return, and only its own goods burn its budget', async () => {
    const before = await burn()
    const other = { shopId: 'beta', unitCents: 20_001 }
    const placed = await buy('cross', [line('a', 'serum', 1), line('c', 'theirs', 1, other)])
    const cost = (await burn()).usedCents - before.usedCents
    const ownCuts = placed.price.lines.find((l: { lineId: string }) => l.lineId === 'a').cuts
    const own = ownCuts.flatMap((c: { paidBy: { payer: string; cents: number }[] }) => c.paidBy)
    const shopCents = own.reduce(
      (sum: number, p: { payer: string; cents: number }) => sum + (p.payer === 'shop' ? p.cents : 0),
      0,
    )
    expect(cost).toBe(shopCents)
    const back = await giveBack('cross', 'r', { ...units('c', 1), policy: 'requalify' })
    // The serum alone reaches nothing: alpha and the platform no longer bear what they bore of it.
    expect(back.refundCents).toBe(placed.payableCents - 29_900)
    expect(back.shops.map(({ shopId }: { shopId: string }) => shopId)).toEqual(['alpha', 'beta'])
    expect((await burn()).usedCents).toBe(before.usedCents)
    await json('/promotion-orders/cross/return')
    expect(await burn()).toEqual(before)
  })

  test('[P7.12] 协商退款: given for goods that stay, taken into account when they come back, and a deduction is kept', async () => {
    const placed = await buy('agreed', [line('a', 'mask', 2)])
    expect(placed.payableCents).toBe(20_000)
    const agreed = await giveBack('agreed', '1', { agreed: { cents: 1000 } })
    expect(agreed).toMatchObject({ refundCents: 1000, lines: [{ lineId: 'a', unitsBack: 0, agreedCents: 1000 }] })
    const used = await giveBack('agreed', '2', { ...units('a', 1), deductCents: 500 })
    expect(used).toMatchObject({ refundCents: 9000, deductedCents: 500 })
    expect(await codeOf('/promotion-orders/agreed/returns', { id: '3', reason: '多', agreed: { cents: 9501 } })).toBe(
      'return_refused',
    )
    expect((await json('/promotion-orders/agreed/return')).refundedCents).toBe(19_500)
  })

  test.each(['keepShares', 'requalify'] as const)(
    '[P7.12] %s: in any order of partial returns the refunds come to what was paid, and the budget to what it was',
    async (policy) => {
      const rng = createRng(`returns/${policy}`)
      const before = await burn()
      for (let n = 0; n < 3; n++) {
        const orderId = `any-${policy}-${n}`
        const skus = ['serum', 'mask', 'cream']
        const lines = skus.map((sku, i) => line(`l${i}`, sku, 1 + rng.int(3)))
        const shipping = [{ feeCents: 1200 }]
        const placed = await buy(orderId, lines, { shipping })
        const parts = lines.flatMap(({ lineId, quantity }) => Array.from({ length: quantity }, () => units(lineId, 1)))
        const requests = [...parts, { postageOf: ['alpha'] }]
        for (let left = requests.length, i = 0; left > 0; left--, i++) {
          const [request] = requests.splice(rng.int(left), 1)
          await giveBack(orderId, `r${i}`, { ...request, policy })
        }
        const after = await get(`/promotion-orders/${orderId}`)
        expect(after).toMatchObject({ state: 'returned', refundedCents: placed.payableCents })
        expect(await balance(orderId)).toBe(0)
      }
      expect(await burn()).toEqual(before)
    },
  )
})

describe('fair prices', () => {
  const audit = () => get('/price-audit?from=2026-11-10&until=2026-11-11')
  const order = (orderId: string, buyerId: string, unitCents?: number) => {
    const lines = [line('a', 'cream-50', 1, unitCents === undefined ? {} : { unitCents })]
    return json('/promotion-orders', { orderId, cart: { buyer: { buyerId }, lines } })
  }

  test('[P10.19] a dearer price for one buyer is found with the orders that show it, whatever they bought before', async () => {
    context.clock.set('2026-11-10T13:00:00.000Z')
    await order('fair-1', 'zhang')
    context.clock.advance(60_000)
    await order('fair-2', 'stack')
    expect((await audit()).findings).toEqual([])
    await order('dear', 'loyal', 18_900)
    const { findings, groups, compared } = await audit()
    expect(findings).toMatchObject([
      { code: 'unfair_price', facts: { leastCents: 15_900, mostCents: 18_900, buyers: 3 } },
    ])
    expect(findings[0].orderIds).toEqual(['dear', 'fair-1', 'fair-2'])
    expect(findings[0].zh).toContain('商品 cream×1')
    expect(compared).toBeGreaterThan(0)
    expect(groups.reduce((sum: number, g: { orders: number }) => sum + g.orders, 0)).toBe((await audit()).orders)
    context.clock.set('2026-11-10T12:00:00.000Z')
  })

  test('[P10.19] what a coupon that anybody may claim takes off is named as what it is, not found', async () => {
    context.clock.set('2026-11-10T15:00:00.000Z')
    await json('/coupons', { id: 'pub', batch: 'b', buyerId: 'sun' })
    const claims = [{ claimId: 'pub', ruleId: 'coupon' }]
    const lines = [line('a', 'cream', 1)]
    await json('/promotion-orders', { orderId: 'with', cart: { buyer: { buyerId: 'sun' }, lines, claims } })
    await json('/promotion-orders', { orderId: 'without', cart: { buyer: { buyerId: 'qian' }, lines } })
    const { findings, allowed } = await audit()
    expect(findings.flatMap((f: { orderIds: string[] }) => f.orderIds)).not.toContain('without')
    expect(allowed).toContainEqual({
      cart: '商品 cream×1',
      leastCents: 17_900,
      mostCents: 19_900,
      rules: [{ ruleId: 'coupon', name: '满150减20券' }],
    })
    context.clock.set('2026-11-10T12:00:00.000Z')
  })
})

describe('gifts are stock', () => {
  test('[P5.21] who is shown a price is shown no gift that is gone; no order of a crowd is promised one, and one that lapses gives its gift back', async () => {
    for (const [item, stock, kind] of [
      ['sample', 3, 'gift'],
      ['serum', 100, 'sku'],
      ['mask', 100, 'sku'],
    ] as const)
      expect((await json('/trade/items', { item, stock, kind })).error).toBeUndefined()
    const cart = (buyerId: string) => ({ buyer: { buyerId }, lines: [line('a', 'serum', 1), line('b', 'mask', 1)] })
    const giftsOf = ({ grants }: { grants: { kind: string }[] }) => grants.filter(({ kind }) => kind === 'gift').length
    const priced = async () => json('/price', { cart: cart('looks') })
    expect(giftsOf(await priced())).toBe(1)
    const placed = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        json('/orders', { orderId: `gift-${i}`, cart: cart(`gift ${i}`), holdMinutes: 5 }),
      ),
    )
    const promised = placed.filter((order) => !order.error && giftsOf(order.price) === 1)
    expect(promised).toHaveLength(3)
    const refused = placed.filter((order) => order.error)
    for (const { error } of refused) expect(JSON.stringify(error)).toContain('gift_gone')
    expect(await get('/trade/items/sample')).toMatchObject({ free: 0, held: 3 })
    const after = await priced()
    expect(giftsOf(after)).toBe(0)
    expect(after.outcomes.find((o: { ruleId: string }) => o.ruleId === 'gift').reason).toBe('gift_out_of_stock')
    const without = await json('/orders', { orderId: 'no-gift', cart: cart('late'), holdMinutes: 5 })
    expect([without.error, giftsOf(without.price)]).toEqual([undefined, 0])
    context.clock.advance(6 * 60_000)
    expect(giftsOf(await priced())).toBe(1)
    context.clock.set('2026-11-10T12:00:00.000Z')
  })
})

describe('rebate cards', () => {
  const CARD = {
    ruleId: 'card',
    name: '满1000返50',
    mechanic: 'rebateCard',
    scope: { skuIds: ['serum', 'mask'] },
    params: { tiers: [{ minCents: 100_000, cardCents: 5000 }], afterDays: 5 },
  }
  const sums = async () => {
    const { cards: _, total: __, ...sum } = await get('/promotion-cards')
    return sum
  }

  test('[P6.10] a card is owed from the payment on, issued when goods cannot come back any more, revoked below 1000, and owed back after its issue', async () => {
    await publish('cards', [CARD])
    const lines = [line('a', 'serum', 3), line('b', 'mask', 3)]
    for (const id of ['kept', 'short', 'late', 'open']) await buy(`card-${id}`, lines)
    expect(await sums()).toMatchObject({ earnedCents: 20_000, liabilityCents: 20_000, issuedCents: 0 })
    const receive = (id: string, day?: string) =>
      json(`/promotion-orders/card-${id}/receive`, day === undefined ? {} : { day })
    expect(await receive('kept')).toMatchObject({ cards: [{ ruleId: 'card', issueDay: '2026-11-15' }] })
    expect((await receive('short')).cards).toHaveLength(1)
    await receive('late')
    // The first report holds, and a day that has not come is none.
    expect(await receive('kept', '2026-11-01')).toMatchObject({ cards: [{ issueDay: '2026-11-15' }] })
    expect((await receive('late', '2026-12-01')).error.code).toBe('invalid_request')
    const back = await giveBack('card-short', 'r', units('a', 1))
    expect(back.grantsBack).toMatchObject([{ kind: 'card', cents: 5000 }])
    expect(await sums()).toMatchObject({ revokedCents: 5000, liabilityCents: 15_000, issuedCents: 0 })

    context.clock.set('2026-11-15T02:00:00.000Z')
    await ISSUE_CARDS.run(context, { now: context.clock.now(), signal: new AbortController().signal })
    expect(await sums()).toMatchObject({ issuedCents: 10_000, liabilityCents: 5000, owedBackCents: 0 })
    await giveBack('card-late', 'r', units('a', 1))
    expect(await sums()).toMatchObject({ issuedCents: 10_000, owedBackCents: 5000, liabilityCents: 5000 })
    const states = Object.fromEntries(
      (await get('/promotion-cards')).cards.map((card: { orderId: string; state: string }) => [
        card.orderId,
        card.state,
      ]),
    )
    expect(states).toEqual({
      'card-kept': 'issued',
      'card-short': 'revoked',
      'card-late': 'owedBack',
      'card-open': 'waiting',
    })
    expect((await get('/promotion-cards?state=waiting')).total).toBe(1)
    context.clock.set('2026-11-10T12:00:00.000Z')
  })
})

describe('orders that are not paid', () => {
  beforeAll(() => publish('presale', [PRESALE]))
  const deposit = async (orderId: string) => {
    const cart = { buyer: { buyerId: orderId }, lines: [line('a', 'cream', 1)] }
    expect(await json('/promotion-orders', { orderId, cart })).toMatchObject({ depositCents: 2000 })
    return json(`/promotion-orders/${orderId}/deposit`)
  }
  const state = async (orderId: string) => (await get(`/promotion-orders/${orderId}`)).state

  test('[P6.13] a deposit holds the order until the balance window ends; the balance is not taken before it opens', async () => {
    expect(await deposit('kept')).toMatchObject({ state: 'deposit', holdUntil: '2026-11-11T16:00:00.000Z' })
    expect(await codeOf('/promotion-orders/kept/pay')).toBe('balance_not_open')
    context.clock.set('2026-11-10T16:00:00.000Z')
    expect(await json('/promotion-orders/kept/pay')).toMatchObject({ state: 'paid', payableCents: 17_900 })
    context.clock.set('2026-11-10T12:00:00.000Z')
    await json('/promotion-orders', { orderId: 'none', cart: { lines: [line('a', 'mask', 1)] } })
    expect(await codeOf('/promotion-orders/none/deposit')).toBe('order_no_deposit')
  })

  test('[P6.13] 定金不退: the deposit is kept when the balance is not paid, and given back when the shop is at fault', async () => {
    await deposit('lost')
    await deposit('fault')
    expect(await json('/promotion-orders/fault/release', { depositBack: true })).toMatchObject({ state: 'released' })
    context.clock.set('2026-11-11T16:00:00.000Z')
    await RELEASE_ORDERS.run(context, { now: context.clock.now(), signal: new AbortController().signal })
    expect(await state('lost')).toBe('forfeited')
    expect(await codeOf('/promotion-orders/lost/pay')).toBe('order_moved')
    context.clock.set('2026-11-10T12:00:00.000Z')
  })

  test('[P6.06] the clock lets go of unpaid orders of every shop: burn, limits and coupons are free without anybody asking', async () => {
    const before = await burn()
    await json('/coupons', { id: 'due', batch: 'b', buyerId: 'due' })
    const cart = {
      buyer: { buyerId: 'due' },
      lines: [line('a', 'serum', 2)],
      claims: [{ claimId: 'due', ruleId: 'coupon' }],
    }
    await json('/promotion-orders', { orderId: 'due', cart, holdMinutes: 5 })
    expect((await burn()).lockedCents).toBeGreaterThan(before.lockedCents)
    context.clock.advance(5 * 60_000)
    await RELEASE_ORDERS.run(context, { now: context.clock.now(), signal: new AbortController().signal })
    const [row] = await context.records.query<{ state: string }>('SELECT state FROM promotion_orders WHERE id = $1', [
      'due',
    ])
    expect(row?.state).toBe('released')
    expect(await burn()).toEqual(before)
    const page = await get('/promotion-orders?state=released&search=du')
    expect(page).toMatchObject({ total: 1, orders: [{ orderId: 'due' }] })
    context.clock.set('2026-11-10T12:00:00.000Z')
  })
})

describe('what an order is made of', () => {
  const keptOrder = async (id: string) =>
    (
      await context.records.query<{ price: Record<string, unknown> }>(
        'SELECT price FROM promotion_orders WHERE id = $1',
        [id],
      )
    )[0]?.price
  const detail = (id: string) => get(`/promotion-orders/${id}`)

  test('the rules of orders are kept once for each state of them; orders from before, which hold their own, are given back alike', async () => {
    await buy('rules-a', [line('a', 'serum', 2)])
    await buy('rules-b', [line('a', 'serum', 2)])
    const [a, b] = [await keptOrder('rules-a'), await keptOrder('rules-b')]
    expect(a).not.toHaveProperty('rules')
    expect(a?.ruleSet).toEqual(b?.ruleSet)
    await context.records.query(
      `UPDATE promotion_orders SET price = (price - 'ruleSet') || jsonb_build_object('rules',
  (SELECT rules FROM promotion_rule_sets WHERE store = 'alpha' AND hash = price->>'ruleSet')) WHERE id = 'rules-b'`,
    )
    expect(await keptOrder('rules-b')).toHaveProperty('rules')
    const without = ({ orderId: _, placedAt: __, holdUntil: ___, ...same }: Record<string, unknown>) => same
    expect(without(await detail('rules-b'))).toEqual(without(await detail('rules-a')))
    const back = await Promise.all(['rules-a', 'rules-b'].map((id) => giveBack(id, `back-${id}`, units('a', 1))))
    expect(back[1].refundCents).toBe(back[0].refundCents)
    expect(back[0].refundCents).toBeGreaterThan(0)
  })

  test('orders of more states of the rules than a process remembers are read together', async () => {
    const hashes = Array.from({ length: 260 }, (_, i) => `state-${i}`)
    await context.records.query(
      "INSERT INTO promotion_rule_sets (store, hash, rules) SELECT 'alpha', unnest($1::text[]), '[]'::jsonb",
      [hashes],
    )
    const sets = await readRuleSets(context.records.db, 'alpha', new Set(hashes))
    expect([...sets.keys()].sort()).toEqual(hashes.toSorted())
    const again = readRuleSets(context.records.db, 'alpha', new Set([...hashes, 'never kept']))
    await expect(again).rejects.toThrow('never kept')
  })

  test('who paid before is looked up as if every line of the shop were settled: replaced, unpaid, refunded and erased ones too', async () => {
    const rng = createRng(11)
    const pick = (n: number): number => Math.floor(rng.next() * n)
    const rows = Array.from({ length: 600 }, (_, i) => {
      const [order, isPaid] = [pick(120), pick(3) > 0]
      return {
        ...{
          store: 'looked-up',
          order_id: `o${order}`,
          line_id: `${pick(2)}`,
          created_day: `2026-10-${10 + (order % 15)}`,
        },
        ...{
          created_at: `2026-10-${10 + (order % 15)} 10:00:00.000`,
          buyer: pick(5) === 0 ? 0 : 1 + pick(40),
          version: i,
        },
        ...{
          paid_day: isPaid ? '2026-10-28' : null,
          refund_cents: pick(4) === 0 ? 100 : 0,
          member_tier: ['', '金卡'][pick(2)] ?? '',
        },
      }
    })
    for (let i = 0; i < rows.length; i += 150) await insertFacts(context, 'order_lines', rows.slice(i, i + 150))
    const settled = await context.facts.query<{ account: string; tier: string }>(
      `SELECT toString(buyer) AS account, argMaxIf(member_tier, created_at, member_tier != '') AS tier FROM order_lines FINAL
WHERE store = 'looked-up' AND buyer != 0 AND paid_day IS NOT NULL GROUP BY account`,
    )
    const accounts = Array.from({ length: 45 }, (_, i) => `${i + 1}`)
    const isPaid = (account: string) => settled.some((row) => row.account === account)
    expect(accounts.filter(isPaid).length).toBeGreaterThan(20)
    const answers = await Promise.all(accounts.map((account) => purchasesOf(context, 'looked-up', [account])))
    expect(answers.flatMap((found) => [...found.keys()])).toEqual(accounts.filter(isPaid))
    // Of lines of one moment with two tiers either may be the last.
    const tiers = answers.flatMap((found) =>
      [...found].filter(([, { tier }]) => tier !== '').map(([account]) => account),
    )
    expect(tiers.sort()).toEqual(
      settled
        .filter(({ tier }) => tier !== '')
        .map(({ account }) => account)
        .sort(),
    )
    expect(await purchasesOf(context, 'looked-up', ['', 'gone:x'])).toEqual(new Map())
    expect((await purchasesOf(context, 'alpha', accounts)).size).toBe(0)
  })
})

test('what promotions do is counted for the technical metrics, without a figure of the business', async () => {
  const { body } = await app.inject({ url: '/metrics' })
  expect(body).toMatch(/zhanggui_promotion_order_moves_total\{move="return"\} [1-9]/)
  expect(body).toMatch(/zhanggui_promotion_prices_total\{outcome="priced"\} [1-9]/)
})

test('every return stands in the trail, and the trail is whole', async () => {
  const trail = await get('/audit?limit=200')
  const text = JSON.stringify(trail)
  expect(text).toContain('promotion-orders/stack')
  expect(await verifyAudit(context)).toMatchObject({ intact: true })
})
