import type { PlaceShopOrder, ShopOrderDetail } from '@zhanggui/contract'
import { createRng } from '@zhanggui/kernel'
import { OPENING_SPIKE } from '@zhanggui/orders'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { answerErrors } from '../../../src/http/error-handler.ts'
import { addSecurityHeaders } from '../../../src/http/security-headers.ts'
import { createEventKey } from '../../../src/modules/admin/event-keys.ts'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { LoadWatch } from '../../../src/modules/trade/degrade/load-watch.ts'
import { planPaidOrders } from '../../../src/modules/trade/fulfilment/plan-parcels.ts'
import { workDueEffects } from '../../../src/modules/trade/life/effects/work-effects.ts'
import { writeOrderFacts } from '../../../src/modules/trade/life/facts/write-order-facts.ts'
import { liveByClock } from '../../../src/modules/trade/life/live-by-clock.ts'
import { placeShopOrder } from '../../../src/modules/trade/life/place/place-shop-order.ts'
import { addOrderDoor } from '../../../src/modules/trade/load/order-door.ts'
import { runLoad } from '../../../src/modules/trade/load/run-load.ts'
import { askProviders, fetchNotices } from '../../../src/modules/trade/payments/ask-providers.ts'
import { buildApp } from '../../support/build-app.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { ALPHA, fillGoods, PROMOTION, post, SPEND_300 } from '../promotions/alpha-promotions.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person

const HOUR = 3_600_000
const COUPON = {
  ruleId: 'coupon',
  name: '满150减20券',
  mechanic: 'spendAndSave',
  level: 'shopCoupon',
  group: 'shopCoupon',
  needsClaim: true,
  claimReturn: 'wholeOrder',
  params: { tiers: [{ minCents: 15_000, cutCents: 2000 }] },
}

const json = async (path: string, payload: object = {}) => (await post(owner, path, payload)).json()
const get = async (path: string) => (await owner({ url: `${ALPHA}${path}` })).json()
const order = (id: string): Promise<ShopOrderDetail> => get(`/orders/${id}`)
const tell = (id: string, command: object): Promise<ShopOrderDetail> => json(`/orders/${id}/commands`, command)
const stock = async (item: string) => {
  const { free, held, sold } = await get(`/trade/items/${item}`)
  return { free, held, sold }
}
/** What the server does by its clock, once. */
async function round(at: Context = context): Promise<void> {
  const tick = { now: context.clock.now(), signal: new AbortController().signal }
  await fetchNotices(at, 'alpha')
  await askProviders(at, tick)
  await liveByClock(at, tick)
  await workDueEffects(at, tick)
  await planPaidOrders(at, tick)
}
const place = (orderId: string, lines: [string, number][], more: object = {}) =>
  json('/orders', {
    orderId,
    province: '浙江',
    cart: {
      buyer: { buyerId: `buyer of ${orderId}` },
      lines: lines.map(([skuId, quantity]) => ({ skuId, quantity })),
      ...more,
    },
  })
async function payAndSettle(id: string): Promise<ShopOrderDetail> {
  const started = await json(`/orders/${id}/pay`)
  if (started.error) throw new Error(JSON.stringify(started.error))
  context.clock.advance(1000)
  await round()
  return order(id)
}
const facts = (id: string) =>
  context.facts.query(
    `SELECT line_id AS line, status, gmv_cents AS gmv, paid_cents AS paid, refund_cents AS refund, quantity AS n
FROM order_lines FINAL WHERE store = 'alpha' AND order_id = {id:String} ORDER BY line_id`,
    { id },
  )
const resource = (kind: string, data: object) =>
  owner({ method: 'POST', url: `${ALPHA}/resources/${kind}`, payload: { data } })

beforeAll(async () => {
  context = await createTestContext()
  app = buildApp(context)
  await app.ready()
  owner = await setUpOwner(app)
  await openShop(context, 'alpha')
  await fillGoods(context)
  await json('/promotions', {
    ...PROMOTION,
    id: 'all',
    name: 'all',
    rules: [SPEND_300, COUPON],
    budgetCents: 10_000_000,
  })
  await json('/promotions/all/approve', { version: 1 })
  await json('/coupon-batches', {
    ...{ id: 'b', name: '券', promotion: 'all', ruleId: 'coupon', total: 1000, faceCents: 2000, perBuyer: 5 },
    ...{ claimFrom: PROMOTION.from, claimUntil: PROMOTION.until, validDays: 1 },
  })
  for (const [item, units] of [
    ['cream', 20],
    ['serum', 1000],
    ['mask', 1000],
  ] as const)
    expect((await post(owner, '/trade/items', { item, stock: units })).statusCode).toBeLessThan(300)
  for (const made of [
    await resource('payment-providers', { name: '甲付', adapter: 'simulator', feeRate: 0.0038, isOn: true }),
    await resource('payment-providers', { name: '乙付', adapter: 'simulator', feeRate: 0.006, isOn: true }),
    await resource('warehouses', { name: '杭州仓', dispatchHours: 24, daysElsewhere: 4, daysByProvince: { 浙江: 1 } }),
    await resource('carriers', { name: '通达', parcelCents: 300, days: 1 }),
  ])
    expect(made.statusCode, made.body).toBe(201)
})

afterAll(async () => {
  await app.close()
  await context.close()
})

describe('[P7.01] an order from the cart to the buyer', () => {
  test('it is priced, holds coupon and stock, is paid, split, promised, sent and received; every step is told once', async () => {
    await json('/coupons', { id: 'k1', batch: 'b', buyerId: 'buyer of first' })
    const placed = await place('first', [['cream', 2]], { claims: [{ claimId: 'k1', ruleId: 'coupon' }] })
    expect(placed).toMatchObject({ stage: 'placed', payableCents: 33_800, dueCents: 33_800 })
    expect((await place('first', [['cream', 2]], { claims: [{ claimId: 'k1', ruleId: 'coupon' }] })).payableCents).toBe(
      33_800,
    )
    expect(await stock('cream')).toEqual({ free: 18, held: 2, sold: 0 })

    expect(await payAndSettle('first')).toMatchObject({ stage: 'paid', keptCents: 33_800, parcels: 1 })
    expect(await stock('cream')).toEqual({ free: 18, held: 0, sold: 2 })
    const [parcel] = (await order('first')).parcelList
    expect(parcel).toMatchObject({ warehouse: '杭州仓', carrier: '通达', state: 'planned', late: null })
    await tell('first', { kind: 'sendParcel', parcelId: parcel?.parcelId, carrier: '通达', trackingNo: 'T1' })
    await tell('first', { kind: 'deliverParcel', parcelId: parcel?.parcelId })
    await tell('first', { kind: 'receive', by: 'buyer' })
    const done = await tell('first', { kind: 'receive', by: 'buyer' })
    expect(done.events.map(({ kind }) => kind)).toEqual([
      'placed',
      'money_came',
      'paid',
      'parcels_planned',
      'parcel_sent',
      'shipped',
      'parcel_delivered',
      'received',
    ])
    expect(done.waiting).toEqual([])
  })

  test('stock that is gone refuses the order in the words of the core, and its coupon is free again', async () => {
    await json('/coupons', { id: 'k2', batch: 'b', buyerId: 'buyer of too-many' })
    const claims = [{ claimId: 'k2', ruleId: 'coupon' }]
    const refused = await place('too-many', [['cream', 19]], { claims })
    expect(refused.error.code).toBe('out_of_stock')
    expect((await get('/coupon-batches/b')).locked ?? 0).toBe(0)
    expect((await place('fewer', [['cream', 1]], {})).stage).toBe('placed')
    await tell('fewer', { kind: 'cancel', by: 'buyer' })
    expect(await stock('cream')).toEqual({ free: 18, held: 0, sold: 2 })
  })

  test('an order that is not paid lapses by the clock; what comes after that goes back', async () => {
    await place('slow', [['mask', 3]])
    const { attemptId, cents } = await json('/orders/slow/pay')
    context.clock.advance(31 * 60_000)
    const tick = { now: context.clock.now(), signal: new AbortController().signal }
    await liveByClock(context, tick)
    expect(await order('slow')).toMatchObject({ stage: 'cancelled', cancelReason: 'lapsed' })
    await json('/payments/notices', { attemptId, outcome: 'charged', cents })
    const after = await order('slow')
    expect(after).toMatchObject({ stage: 'cancelled', keptCents: 0 })
    expect(after.payments).toMatchObject([{ part: 'extra', cents, refundDueCents: 0, refundedCents: cents }])
  })

  test('what an order cannot do is refused with what to do instead', async () => {
    const refused = await tell('first', { kind: 'cancel', by: 'buyer' })
    expect(refused).toMatchObject({ error: { code: 'order_cannot', facts: { why: 'wrong_stage' } } })
    expect(await place('nowhere', [['cream-50', 1]])).toMatchObject({ error: { code: 'order_stock_missing' } })
    // Nothing was held under that number, so it is good once there is stock; one that the core refused is not.
    expect((await json('/trade/items', { item: 'cream-50', stock: 1 })).error).toBeUndefined()
    expect((await place('nowhere', [['cream-50', 1]])).stage).toBe('placed')
    const spent = (await place('too-many', [['cream', 19]], { claims: [{ claimId: 'k2', ruleId: 'coupon' }] })).error
    expect(spent).toMatchObject({ code: 'order_number_spent' })
    expect(spent.message).toContain('换一个新的订单号')
    // A state is said in words of both languages; machines read `is`.
    const moved = (await json('/promotion-orders/too-many/pay')).error
    expect(moved).toMatchObject({ code: 'order_moved', facts: { is: 'released' } })
    expect(moved.message).toContain('已关闭，优惠已退回')
    expect(moved.messageEn).toContain('closed, with what it held given back')
    expect((await json('/orders/first/pay')).error.code).toBe('payment_not_due')
  })
})

describe('[P7.17] parcels of what a warehouse has', () => {
  const setStock = async (stock?: Record<string, number>): Promise<void> => {
    const { rows } = await get('/resources/warehouses')
    const [{ id, version, data }] = rows
    const { stock: _, ...rest } = data
    const url = `${ALPHA}/resources/warehouses/${id}`
    const payload = { data: stock === undefined ? rest : { ...rest, stock }, version }
    const saved = await owner({ method: 'PUT', url, payload })
    expect(saved.statusCode, saved.body).toBe(200)
  }
  const unitsPlanned = async (id: string): Promise<number> => {
    const { parcelList } = await order(id)
    return parcelList.flatMap(({ lines }) => lines).reduce((sum, { units }) => sum + units, 0)
  }

  test('what no warehouse had is planned five minutes later, when one has it', async () => {
    await setStock({ serum: 1 })
    await place('partly', [['serum', 3]])
    await payAndSettle('partly')
    expect(await unitsPlanned('partly')).toBe(1)
    await setStock()
    await round()
    expect(await unitsPlanned('partly')).toBe(1)
    context.clock.advance(300_000)
    await round()
    expect(await unitsPlanned('partly')).toBe(3)
  })

  test('hundreds of orders that nobody can send keep no other order waiting', async () => {
    await setStock({ mask: 0 })
    await place('unsent', [['mask', 1]])
    await payAndSettle('unsent')
    await openShop(context, 'beta')
    for (const store of ['alpha', 'beta'])
      await context.records.query(
        `INSERT INTO shop_orders
SELECT (row).* FROM (
  SELECT jsonb_populate_record(NULL::shop_orders, to_jsonb(o) || jsonb_build_object('store', $1::text, 'id', 'copy-' || n)) AS row
  FROM shop_orders AS o, generate_series(1, 250) AS n WHERE o.store = 'alpha' AND o.id = 'unsent'
) AS copies`,
        [store],
      )
    await round()
    await setStock()
    await place('after', [['cream', 1]])
    await payAndSettle('after')
    expect(await unitsPlanned('after')).toBe(1)
    await context.records.query(`DELETE FROM shop_orders WHERE id LIKE 'copy-%'`)
  })
})

describe('[P7.12] after-sale', () => {
  async function delivered(id: string, lines: [string, number][]): Promise<void> {
    await place(id, lines)
    await payAndSettle(id)
    for (const { parcelId } of (await order(id)).parcelList) {
      await tell(id, { kind: 'sendParcel', parcelId, carrier: '通达', trackingNo: parcelId })
      await tell(id, { kind: 'deliverParcel', parcelId })
    }
  }
  const ask = (id: string, caseId: string, caseKind: string, lineId: string, units: number, more: object = {}) =>
    tell(id, { kind: 'askAfterSale', caseId, caseKind, lines: [{ lineId, units }], reason: '七天无理由', ...more })

  test('a return gives back what the units paid of the stacked discounts, to the fen, and the goods are for sale again', async () => {
    await delivered('back', [
      ['serum', 1],
      ['mask', 2],
    ])
    const before = await stock('mask')
    await ask('back', 'c1', 'return', 'l0002', 1)
    await tell('back', { kind: 'agreeCase', caseId: 'c1' })
    await tell('back', { kind: 'goodsCameBack', caseId: 'c1' })
    const settled = await tell('back', { kind: 'settleCase', caseId: 'c1' })
    // 499.00 − 40: the masks bear 200/499 of 40, each half of it.
    expect(settled.cases).toMatchObject([{ state: 'done', refundCents: 9199, messageZh: '售后已完成' }])
    expect(settled.keptCents).toBe(45_900 - 9199)
    expect(await stock('mask')).toEqual({ ...before, free: before.free + 1, sold: before.sold - 1 })
  })

  test('an exchange takes its replacement from stock and is done when it arrives; without stock it becomes a refund', async () => {
    await delivered('swap', [['cream', 1]])
    await ask('swap', 'x1', 'exchange', 'l0001', 1)
    await tell('swap', { kind: 'agreeCase', caseId: 'x1' })
    await tell('swap', { kind: 'goodsCameBack', caseId: 'x1', scrap: true })
    await tell('swap', { kind: 'settleCase', caseId: 'x1' })
    await tell('swap', { kind: 'sendParcel', parcelId: 'x1-r', carrier: '通达', trackingNo: 'T9' })
    expect((await tell('swap', { kind: 'deliverParcel', parcelId: 'x1-r' })).cases).toMatchObject([
      { state: 'done', refundCents: 0 },
    ])
    const { free } = await stock('cream')
    await json('/trade/items/cream/adjust', { delta: -free, reason: '盘亏' })
    await ask('swap', 'x2', 'reissue', 'l0001', 1)
    const gone = await tell('swap', { kind: 'agreeCase', caseId: 'x2' })
    expect(gone.cases[1]).toMatchObject({ state: 'done', refundCents: 19_900 })
    expect(gone.keptCents).toBe(0)
  })

  test('silence agrees after two days, and withdraws when nothing is sent back within seven', async () => {
    await delivered('silent', [['mask', 1]])
    await ask('silent', 's1', 'return', 'l0001', 1)
    context.clock.advance(48 * HOUR)
    await round()
    expect((await order('silent')).cases).toMatchObject([{ state: 'agreed' }])
    context.clock.advance(168 * HOUR)
    await round()
    expect((await order('silent')).cases).toMatchObject([{ state: 'withdrawn' }])
    context.clock.advance(240 * HOUR)
    await round()
    expect((await order('silent')).stage).toBe('received')
  })
})

describe('order facts', () => {
  test('every order is in the fact store once, as it stands, also when the server dies between writing and noting it', async () => {
    await place('twice', [['mask', 2]])
    await payAndSettle('twice')
    const dying: Context = {
      ...context,
      records: {
        ...context.records,
        db: new Proxy(context.records.db, { get: (db, name) => (name === 'delete' ? dead : Reflect.get(db, name)) }),
      },
    }
    const dead = (): never => {
      throw new Error('killed here')
    }
    await expect(writeOrderFacts(dying)).rejects.toThrow('killed here')
    expect(await writeOrderFacts(context)).toBeGreaterThan(5)
    expect(await writeOrderFacts(context)).toBe(0)
    expect(await facts('twice')).toEqual([
      { line: 'l0001', status: 'paid', gmv: 20_000, paid: 20_000, refund: 0, n: 2 },
    ])
    expect(await facts('back')).toMatchObject([{ refund: 0 }, { refund: 9199 }])
    const [sum] = await context.facts.query(
      `SELECT count() AS n, uniqExact(order_id, line_id) AS keys FROM order_lines FINAL WHERE store = 'alpha'`,
    )
    expect(sum).toMatchObject({ n: (sum as { keys: number }).keys })
  })
})

describe('[P7.05] payments under faults', () => {
  const setFaults = async (name: string, faults: object): Promise<void> => {
    const { rows } = await get('/resources/payment-providers')
    const row = rows.find((one: { data: { name: string } }) => one.data.name === name)
    const url = `${ALPHA}/resources/payment-providers/${row.id}`
    const saved = await owner({ method: 'PUT', url, payload: { data: { ...row.data, faults }, version: row.version } })
    expect(saved.statusCode, saved.body).toBe(200)
  }
  const netAt = async (name: string): Promise<Map<string, number>> => {
    const [row] = await context.records.query<{
      books: {
        charges: [string, { cents: number; outcome: string }][]
        refunds: [string, { attemptId: string; cents: number }][]
      }
    }>(`SELECT books FROM payment_simulator WHERE store = 'alpha' AND provider = $1`, [name])
    const net = new Map<string, number>()
    const add = (attemptId: string, cents: number): void => {
      const orderId = attemptId.split(':')[0] ?? ''
      net.set(orderId, (net.get(orderId) ?? 0) + cents)
    }
    for (const [attemptId, { cents, outcome }] of row?.books.charges ?? [])
      if (outcome === 'charged') add(attemptId, cents)
    for (const [, { attemptId, cents }] of row?.books.refunds ?? []) add(attemptId, -cents)
    return net
  }

  test('an outage is left behind within one payment: the order is paid elsewhere, and no buyer is charged twice', async () => {
    const now = context.clock.now().getTime()
    await setFaults('甲付', { outages: [{ from: now, until: now + 120_000, shareBp: 10_000 }] })
    const switched: string[][] = []
    for (let i = 0; i < 6; i++) {
      await place(`out-${i}`, [['mask', 1]])
      const started = await json(`/orders/out-${i}/pay`)
      expect(started.provider).toBe('乙付')
      switched.push(started.switched)
    }
    // Three silent answers, then it is no longer asked at all.
    expect(switched.map((tried) => tried.length)).toEqual([1, 1, 1, 0, 0, 0])
    const { providers } = await get('/payments/providers')
    const stateOf = (name: string) => providers.find(({ provider }: { provider: string }) => provider === name)
    expect(stateOf('甲付')).toMatchObject({ state: 'down', isCurrent: false })
    expect(stateOf('乙付')).toMatchObject({ state: 'up', isCurrent: true })
    context.clock.advance(1000)
    await round()
    context.clock.advance(200_000)
    for (let i = 0; i < 4; i++) {
      await round()
      context.clock.advance(10_000)
    }
    const [first, second] = [await netAt('甲付'), await netAt('乙付')]
    for (let i = 0; i < 6; i++) {
      expect((await order(`out-${i}`)).stage).toBe('paid')
      expect((first.get(`out-${i}`) ?? 0) + (second.get(`out-${i}`) ?? 0)).toBe(10_000)
    }
  })

  test('delayed, doubled, lost and contradicting notices, declines and errors: money at the providers is what the orders kept', async () => {
    const bad = {
      noticeMs: 300,
      delayedBp: 2000,
      duplicateBp: 3000,
      lostBp: 2000,
      contradictBp: 1000,
      declineBp: 1000,
      errorBp: 1500,
    }
    await setFaults('甲付', bad)
    await setFaults('乙付', bad)
    const rng = createRng('faults')
    const ids = Array.from({ length: 12 }, (_, i) => `f-${i}`)
    for (const id of ids) await place(id, [['mask', 1 + rng.int(2)]])
    for (let step = 0; step < 6; step++) {
      for (const id of ids) if (rng.next() < 0.4) await json(`/orders/${id}/pay`)
      const victim = rng.pick(ids)
      if (rng.next() < 0.5) await tell(victim, { kind: 'cancel', by: 'buyer' })
      context.clock.advance(8000)
      await round()
    }
    await setFaults('甲付', {})
    await setFaults('乙付', {})
    for (let i = 0; i < 5; i++) {
      context.clock.advance(400_000)
      await round()
    }
    const unhealed = []
    for (const name of ['甲付', '乙付'])
      unhealed.push(
        ...(await json(`/payments/providers/${encodeURIComponent(name)}/reconcile`)).differences.filter(
          (d: { isHealed: boolean }) => !d.isHealed,
        ),
      )
    await round()
    expect(unhealed).toEqual([])
    const [first, second] = [await netAt('甲付'), await netAt('乙付')]
    const stages = new Set<string>()
    for (const id of ids) {
      const { stage, keptCents, waiting } = await order(id)
      stages.add(stage)
      expect(waiting, id).toEqual([])
      expect((first.get(id) ?? 0) + (second.get(id) ?? 0), `${id} ${stage}`).toBe(keptCents)
      expect(keptCents === 0, `${id} ${stage}`).toBe(stage === 'cancelled')
    }
    expect([...stages].sort()).toEqual(['cancelled', 'paid'])
    expect((await stock('mask')).held).toBe(0)
  })
})

describe('[P6.09] one person with several accounts', () => {
  const FIRST = {
    ...{ ruleId: 'first', name: '首单立减', mechanic: 'directCut', params: { cutCents: 1000 } },
    ...{ timesPerBuyer: 1, when: { isNewBuyer: true } },
  }
  const seenAt = (orderId: string, device: string, addressKey: string) =>
    json('/orders', {
      ...{ orderId, addressKey, signals: { device } },
      cart: { buyer: { buyerId: `account of ${orderId}` }, lines: [{ skuId: 'serum', quantity: 1 }] },
    })

  test('is new once at the order door: the device tells; an address alone is a house with many doors', async () => {
    // The tests before this one have let weeks pass.
    const [from, until] = [-HOUR, 24 * HOUR].map((ms) => new Date(context.clock.now().getTime() + ms).toISOString())
    await json('/promotions', { id: 'first', name: '首单', from, until, rules: [FIRST], budgetCents: 1_000_000 })
    await json('/promotions/first/approve', { version: 1 })
    expect((await seenAt('phone-1', 'one phone', 'flat 1')).payableCents).toBe(28_900)
    expect((await seenAt('phone-2', 'One Phone', 'flat 1')).payableCents).toBe(29_900)
    expect((await seenAt('neighbour', 'another phone', 'flat 1')).payableCents).toBe(28_900)
    const kept = await context.records.query<{ kind: string; text: string }>(
      "SELECT kind, string_agg(mark || buyer, ' ') AS text FROM person_marks WHERE store = 'alpha' GROUP BY kind ORDER BY kind",
    )
    expect(kept.map(({ kind }) => kind)).toEqual(['address', 'device'])
    expect(kept.some(({ text }) => /phone|flat|account/i.test(text))).toBe(false)
    await json('/promotions/first/stop', { reason: 'test' })
  })
})

describe('[P7.13] the line before orders', () => {
  const FULL_AT_ONE = { turnstile: { limit: 1, limitMin: 1, limitMax: 1 }, line: { lotMs: 0, claimMs: 5000 } }

  /** A door with room for one, on a clock of its own; `hold` keeps who is inside. Orders are placed as always. */
  function narrowDoor() {
    const at = { now: 1000, hold: Promise.resolve() }
    const small = fastify()
    answerErrors(small)
    addSecurityHeaders(small, context.settings)
    const door = addOrderDoor(small, context, { watch: new LoadWatch(), ...FULL_AT_ONE, now: () => at.now })
    small.post('/v1/stores/:store/orders', async (request) => {
      await at.hold
      return placeShopOrder(context, await getStore(context, 'alpha'), request.body as PlaceShopOrder)
    })
    const send = (orderId: string, source: string, ticket?: string) =>
      small.inject({
        method: 'POST',
        url: '/v1/stores/alpha/orders',
        headers: { 'x-order-source': source, ...(ticket !== undefined && { 'x-order-ticket': ticket }) },
        payload: {
          orderId,
          cart: { buyer: { buyerId: `buyer of ${orderId}` }, lines: [{ skuId: 'mask', quantity: 1 }] },
        },
      })
    const codeOf = async (sent: ReturnType<typeof send>) => (await sent).json().error?.code ?? (await sent).json().stage
    return { at, small, door, send, codeOf }
  }

  test('who finds no room is told place and time, keeps the place, enters when called before who is new, and once', async () => {
    const { at, small, door, send, codeOf } = narrowDoor()
    let letGo = (): void => undefined
    at.hold = new Promise((done) => {
      letGo = done
    })
    const inside = send('in-1', 'one')
    await small.ready()
    await vi.waitFor(() => expect(door.readLine().underWay).toBe(1))
    const told = await send('in-2', 'two')
    const { code, message, facts } = told.json().error
    expect([told.statusCode, code, told.headers['retry-after']]).toEqual([503, 'orders_waiting', String(facts.seconds)])
    expect(message).toContain('已为您排队')
    expect(told.headers).toMatchObject({ 'x-frame-options': 'DENY', 'content-type': 'application/json; charset=utf-8' })
    expect(facts).toMatchObject({ ahead: 0, place: 1, isDrawn: false })
    const third = (await send('in-3', 'three')).json().error.facts
    expect(third).toMatchObject({ ahead: 1, place: 2 })
    expect(door.readLine()).toMatchObject({ waiting: 2, issued: 2, called: 0, underWay: 1, atOnce: 1 })
    // Too early, and without the ticket: the same place. With somebody else's: nothing.
    expect((await send('in-2', 'two', facts.ticket)).json().error.facts.place).toBe(1)
    expect((await send('in-2', 'two')).json().error.facts.place).toBe(1)
    expect(await codeOf(send('in-3', 'four', facts.ticket))).toBe('order_ticket_foreign')

    letGo()
    expect((await inside).statusCode).toBe(200)
    await vi.waitFor(() => expect(door.readLine().underWay).toBe(0))
    at.now = 1600
    expect(await codeOf(send('in-5', 'five'))).toBe('orders_waiting')
    expect(await codeOf(send('in-2', 'two', facts.ticket))).toBe('placed')
    await vi.waitFor(() => expect(door.readLine().underWay).toBe(0))
    expect(await codeOf(send('in-2', 'two', facts.ticket))).toBe('order_ticket_used')
    // Nobody came for their number in time.
    for (at.now = 2000; at.now < 20_000; at.now += 1000) door.readLine()
    expect(await codeOf(send('in-3', 'three', third.ticket))).toBe('order_ticket_late')
    expect(await codeOf(send('in-3', 'three'))).toBe('placed')
    await small.close()
  })
})

describe('[P7.04] a load test over loopback', () => {
  /** The same shop on a machine that writes what one order takes in 60 ms, and no two at once: what fits does not hang on this one. */
  const slowRecords = (): Context => {
    let last: Promise<unknown> = Promise.resolve()
    const transaction: Context['records']['transaction'] = async (work) => {
      last = last.then(() => new Promise((wake) => setTimeout(wake, 60)))
      await last
      return context.records.transaction(work)
    }
    return { ...context, records: { ...context.records, transaction } }
  }

  test('names the injected bottleneck, refuses early what does not fit, and its report is kept and read by the capacity plan', async () => {
    const slow = buildApp(slowRecords())
    await slow.listen({ host: '127.0.0.1', port: 0 })
    const port = (slow.server.address() as { port: number }).port
    const { secret } = await createEventKey(context, 'alpha', { name: '商城', scope: 'trade:write' }, { actor: 'test' })
    const goals = { peakPerSecond: 2, headroomBp: 3000, goalMs: 2000, refuseMs: 500, buyersBp: 9000, fairMs: 3000 }
    const report = await runLoad({
      target: {
        url: `http://127.0.0.1:${port}`,
        store: 'alpha',
        headers: { authorization: `Bearer ${secret}` },
        skuId: 'mask',
      },
      shape: OPENING_SPIKE,
      goals,
      fromPerSecond: 2,
      stepSeconds: 1,
      steps: 3,
      patienceSeconds: 1,
      seed: 'ci',
      by: 'test',
      now: () => new Date(),
    })
    await slow.close()
    expect(report.bottleneck?.part).toBe('price')
    expect(report.steps.map(({ kind }) => kind).slice(-3)).toEqual(['peak', 'attack', 'overload'])
    const overload = report.steps.find(({ kind }) => kind === 'overload')
    expect(overload?.refused).toBeGreaterThan(0)
    expect(overload?.refusedMs?.p50Ms ?? 0).toBeLessThan(overload?.doneMs?.p50Ms ?? 0)
    expect(report.steps.every(({ failed }) => failed === 0)).toBe(true)
    expect(report.isPassed).toBe(report.checks.every(({ isPassed }) => isPassed))

    expect((await json('/load-reports', report)).id).toBe(report.id)
    expect((await get('/load-reports')).reports).toEqual([report])
    const asked = '/capacity?day=2026-12-12&dayOrders=100000&dayOrdersHigh=120000&busiestMinuteBp=150&nodePerSecond=20'
    // 1.5 % of 120,000 in a minute: 30 a second, twice that in its busiest second; 60 × 1.3 ÷ 20 = 3.9 → 4, one spare.
    expect(await get(asked)).toMatchObject({
      nodes: 5,
      extraNodes: 4,
      orderBy: '2026-12-02',
      nodeFrom: 'asked',
      technology: null,
    })
    const { id: plan } = await json('/plans', { year: 2026, name: '2026' })
    await json(`/plans/${plan}/budget/start`, { profile: 'annual-promotion', totalCents: 100_000 })
    // [P7.14] Technology is 10 % of 1,000.00; four nodes for six days at 20.00 are 480.00.
    expect(await get(`${asked}&plan=${plan}`)).toMatchObject({
      costCents: 48_000,
      technology: { profile: 'annual-promotion', shareBp: 1000, limitCents: 10_000, spentCents: 0, overCents: 38_000 },
      warnings: [{ code: 'over_technology_share' }],
    })
  })
})
