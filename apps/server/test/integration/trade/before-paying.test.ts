import { createHash, createSecretKey } from 'node:crypto'
import type {
  CheckoutReport,
  LaunchCreator,
  LaunchLot,
  PageSpeedReport,
  PaymentReminderReport,
  SearchOrder,
} from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import { openLife } from '@zhanggui/orders'
import {
  LAUNCH_TRUTH,
  launchExposures,
  payingInstant,
  plantedOver,
  type UnpaidOrder,
  unpaidOrders,
} from '@zhanggui/simulator'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiFailure } from '../../../src/http/api-failure.ts'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { countPageFaults } from '../../../src/modules/live/alerts/series/page-faults.ts'
import { deliverDue } from '../../../src/modules/live/channels/deliver-due.ts'
import { openLaunches } from '../../../src/modules/trade/launches/open-launches.ts'
import { readLaunches } from '../../../src/modules/trade/launches/read-launches.ts'
import { countLateSeeding } from '../../../src/modules/trade/launches/read-seeding.ts'
import { workDueEffects } from '../../../src/modules/trade/life/effects/work-effects.ts'
import { lifeColumns } from '../../../src/modules/trade/life/order-rows.ts'
import { placeShopOrder } from '../../../src/modules/trade/life/place/place-shop-order.ts'
import { shopOrders } from '../../../src/modules/trade/life/schema.ts'
import { tellOrder } from '../../../src/modules/trade/life/tell-order.ts'
import { askProviders, fetchNotices } from '../../../src/modules/trade/payments/ask-providers.ts'
import { remindByClock } from '../../../src/modules/trade/reminders/remind-by-clock.ts'
import { TradeRefusal } from '../../../src/modules/trade/trade-refusal.ts'
import { buildApp } from '../../support/build-app.ts'
import { type HttpReceiver, startHttpReceiver } from '../../support/receivers.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { addEventKey, openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { ALPHA, fillGoods, PROMOTION, post } from '../promotions/alpha-promotions.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let gateway: HttpReceiver
let eventKey: Person

const MINUTE = 60_000
const PRESALE = {
  ruleId: 'presale',
  name: '预售 定金20抵40',
  mechanic: 'presale',
  scope: { spuIds: ['serum'] },
  params: {
    depositCents: 2000,
    countsAsCents: 4000,
    depositUntil: '2026-11-10T13:00:00.000Z',
    balanceFrom: '2026-11-10T14:00:00.000Z',
    balanceUntil: '2026-11-10T18:00:00.000Z',
  },
}

const json = async (path: string, payload: object = {}) => (await post(owner, path, payload)).json()
const get = async (path: string) => (await owner({ url: `${ALPHA}${path}` })).json()
const make = async (kind: string, data: object): Promise<void> => {
  const made = await owner({ method: 'POST', url: `${ALPHA}/resources/${kind}`, payload: { data } })
  expect(made.statusCode, made.body).toBe(201)
}
const signal = new AbortController().signal
/** The clock of the server, once: reminders are decided, then what is due leaves by the channels. */
async function round(): Promise<void> {
  const now = context.clock.now()
  // Who is left alone is drawn under a secret of the installation; here it is the same in every run.
  const keyOf = (label: string) => createSecretKey(createHash('sha256').update(label).digest())
  const secrets = { ...context.secrets, keyOf }
  await remindByClock({ ...context, secrets }, { now, signal })
  await deliverDue(context, now)
}
async function pass(minutes: number): Promise<void> {
  context.clock.advance(minutes * MINUTE)
  await round()
}
type Heard = { reminder: { plan: string; order: string; cents: number; payBefore: string; part: string } }
const heard = (plan: string): Heard['reminder'][] =>
  gateway.received.map(({ body }) => (JSON.parse(body) as Heard).reminder).filter((note) => note.plan === plan)
const reportOf = async (plan: string): Promise<PaymentReminderReport> =>
  (await get('/payment-reminders')).plans.find((one: PaymentReminderReport) => one.plan === plan)
const place = (orderId: string, skuId: string, buyerId: string) =>
  json('/orders', { orderId, cart: { buyer: { buyerId }, lines: [{ skuId, quantity: 1 }] }, holdMinutes: 30 })
const money = (order: string, cents: number) => ({
  command: { kind: 'takeMoney' as const, paymentId: `${order}:1`, cents },
  actor: 'test',
})
async function settle(orderId: string): Promise<void> {
  await json(`/orders/${orderId}/pay`)
  context.clock.advance(1000)
  const tick = { now: context.clock.now(), signal }
  await fetchNotices(context, 'alpha')
  await askProviders(context, tick)
  await workDueEffects(context, tick)
}
async function switchOff(code: string): Promise<void> {
  const { rows } = await get('/resources/payment-reminders')
  const row = rows.find((one: { data: { code: string } }) => one.data.code === code)
  const url = `${ALPHA}/resources/payment-reminders/${row.id}`
  const payload = { data: { ...row.data, isOn: false }, version: row.version }
  expect((await owner({ method: 'PUT', url, payload })).statusCode).toBe(200)
}
const PLAN = { channel: 'sms', gateway: 'sms', perDay: 2, quietFromHour: 0, quietUntilHour: 0, holdOut: 0, isOn: true }

beforeAll(async () => {
  context = await createTestContext({ env: { ZHANGGUI_NOTICE_HOSTS: '127.0.0.1' } })
  app = buildApp(context)
  await app.ready()
  owner = await setUpOwner(app)
  gateway = await startHttpReceiver()
  await openShop(context, 'alpha')
  await fillGoods(context)
  eventKey = await addEventKey(app, context, 'alpha')
  await json('/promotions', { ...PROMOTION, id: 'pre', name: '预售', rules: [PRESALE], budgetCents: 10_000_000 })
  await json('/promotions/pre/approve', { version: 1 })
  await json('/trade/items', { item: 'mask', stock: 1000 })
  const { balanceFrom, balanceUntil } = PRESALE.params
  await json('/trade/items', { item: 'serum', kind: 'presale', stock: 10, terms: { balanceFrom, balanceUntil } })
  await make('payment-providers', { name: '甲付', adapter: 'simulator', feeRate: 0.0038, isOn: true })
  const webhook = { id: 'sms', name: '短信网关', settings: { kind: 'webhook', url: gateway.url }, enabled: true }
  const added = await post(owner, '/notice-channels', webhook)
  expect(added.statusCode, added.body).toBeLessThan(300)
})

afterAll(async () => {
  await app.close()
  await gateway.close()
  await context.close()
})

describe('[P7.10] payment reminders', () => {
  test('an unpaid order is spoken of when it is due, through the gateway, and never after its money came', async () => {
    await make('payment-reminders', {
      ...{ ...PLAN, code: 'early', name: '下单催付', part: 'whole' },
      ...{ afterMinutes: '10', beforeEndMinutes: '5' },
    })
    for (const id of ['paid-soon', 'paid-later', 'never']) await place(id, 'mask', `buyer of ${id}`)
    await pass(5)
    expect(heard('early')).toEqual([])
    await json('/orders/paid-soon/pay')
    await tellOrder(context, { store: 'alpha', orderId: 'paid-soon' }, money('paid-soon', 10_000))
    await pass(5)
    expect(heard('early').map(({ order }) => order)).toEqual(['never', 'paid-later'])
    expect(heard('early')[0]).toMatchObject({ cents: 10_000, part: 'whole', payBefore: '2026-11-10T12:30:00.000Z' })
    // Decided, but not yet gone when the money comes: it is taken back.
    context.clock.advance(15 * MINUTE)
    await remindByClock(context, { now: context.clock.now(), signal })
    await tellOrder(context, { store: 'alpha', orderId: 'paid-later' }, money('paid-later', 10_000))
    await deliverDue(context, context.clock.now())
    expect(heard('early').map(({ order }) => order)).toEqual(['never', 'paid-later', 'never'])
    await pass(60)
    expect(heard('early')).toHaveLength(3)
    expect(await reportOf('early')).toMatchObject({
      gatewayTrouble: null,
      messages: { sent: 3, withdrawn: 1, limit: 0, kept: 0 },
      effect: { treated: { people: 2, payers: 1, paidCents: 10_000 }, held: { people: 0 }, recoveredCents: null },
    })
  })

  test('[P6.13] a presale balance is reminded of when it opens and before it ends, and not once it is paid', async () => {
    await make('payment-reminders', {
      ...{ ...PLAN, code: 'balance', name: '催尾款', part: 'balance' },
      ...{ afterMinutes: '0', beforeEndMinutes: '30' },
    })
    context.clock.set('2026-11-10T12:50:00.000Z')
    for (const id of ['keeps', 'pays']) {
      await place(id, 'serum', `buyer of ${id}`)
      await settle(id)
      expect((await get(`/orders/${id}`)).stage).toBe('deposit')
    }
    await round()
    expect(heard('balance')).toEqual([])
    context.clock.set('2026-11-10T14:00:00.000Z')
    await round()
    expect(heard('balance').map(({ order, cents }) => [order, cents])).toEqual([
      ['keeps', 29_900 - 2000 - 2000],
      ['pays', 29_900 - 2000 - 2000],
    ])
    await settle('pays')
    expect((await get('/orders/pays')).stage).toBe('paid')
    context.clock.set('2026-11-10T17:30:00.000Z')
    await round()
    expect(heard('balance').map(({ order }) => order)).toEqual(['keeps', 'pays', 'keeps'])
  })

  test('nobody is spoken to more often than a plan allows on one day, nor in quiet hours; both are told', async () => {
    context.clock.set('2026-11-10T20:00:00.000Z')
    await make('payment-reminders', {
      ...{ ...PLAN, code: 'limited', name: '限次', part: 'whole', perDay: 1, phases: null },
      ...{ afterMinutes: '1,2', beforeEndMinutes: null, quietFromHour: 4, quietUntilHour: 5 },
    })
    for (const id of ['one', 'two']) await place(id, 'mask', 'the same buyer')
    // 04:00 in Shanghai: quiet until 05:00, when these orders are long over.
    await pass(3)
    expect(heard('limited')).toEqual([])
    context.clock.set('2026-11-10T21:00:00.000Z')
    for (const id of ['three', 'four']) await place(id, 'mask', 'the same buyer')
    await pass(1)
    await pass(1)
    expect(heard('limited')).toHaveLength(1)
    expect((await reportOf('limited')).messages).toMatchObject({ sent: 1, limit: 3 })
  })

  test('a plan for some phases of a campaign is silent in others; one without a gateway keeps its messages', async () => {
    // 06:00 on Singles' Day in Shanghai.
    context.clock.set('2026-11-10T22:00:00.000Z')
    for (const code of ['burst', 'preheat'])
      await make('payment-reminders', { ...PLAN, code, name: code, part: 'whole', phases: [code], afterMinutes: '1' })
    await make('payment-reminders', {
      ...{ ...PLAN, code: 'nowhere', name: '没有通道', part: 'whole', gateway: null, perDay: 9, afterMinutes: '1' },
    })
    await place('eleventh', 'mask', 'another buyer')
    await pass(2)
    expect(await reportOf('preheat')).toMatchObject({ effect: { treated: { people: 0 } }, messages: { sent: 0 } })
    expect(await reportOf('burst')).toMatchObject({ byPhase: [{ phase: 'burst', treated: { people: 1 } }] })
    expect(await reportOf('nowhere')).toMatchObject({ gatewayTrouble: 'none', messages: { kept: 1, sent: 0 } })
  })

  test('a plan without a time, with words for minutes, or a span that ends before it begins is refused', async () => {
    const plan = { ...PLAN, code: 'bad', name: '错', part: 'whole' }
    for (const data of [plan, { ...plan, afterMinutes: 'soon' }, { ...plan, afterMinutes: '99999' }]) {
      const refused = await owner({ method: 'POST', url: `${ALPHA}/resources/payment-reminders`, payload: { data } })
      expect(refused.statusCode).toBe(422)
    }
    expect((await owner({ url: `${ALPHA}/payment-reminders?from=2026-11-02&to=2026-11-01` })).statusCode).toBe(400)
  })

  test('what the simulated buyers paid because of it lies within the measured bounds, and sums are theirs to the fen', async () => {
    const start = '2026-11-12T02:00:00.000Z'
    context.clock.set(start)
    for (const code of ['early', 'limited', 'burst', 'preheat', 'nowhere']) await switchOff(code)
    await make('payment-reminders', {
      ...{ ...PLAN, code: 'sim', name: '模拟', part: 'whole', afterMinutes: '8', perDay: 9, holdOut: 0.5 },
    })
    const options = { fromMs: Date.parse(start), overMinutes: 30, holdMinutes: 30, ordersPerPerson: 1.3 }
    const orders = unpaidOrders({ seed: 'shop', orders: 200, ...options })
    await context.records.db.insert(shopOrders).values(orders.map(rowOf))
    const sentAt = new Map<string, number[]>()
    const paid = new Map<string, number>()
    const before = gateway.received.length
    for (let minute = 0; minute < 62; minute += 2) {
      await pass(2)
      const now = context.clock.now().getTime()
      for (const { order } of heard('sim').slice(sentAt.size)) sentAt.set(order, [now])
      for (const order of orders) {
        const at = payingInstant(order, sentAt.get(order.orderId) ?? [])
        if (at === null || at > now || paid.has(order.orderId)) continue
        paid.set(order.orderId, order.cents)
        await tellOrder(context, { store: 'alpha', orderId: order.orderId }, money(order.orderId, order.cents))
      }
    }
    expect(gateway.received.length - before).toBe(sentAt.size)
    const { effect, messages } = await reportOf('sim')
    expect(messages.sent).toBe(sentAt.size)
    // The truth: what those who heard of it paid, less what the same people would have paid had nobody spoken.
    const truth = orders
      .filter(({ orderId }) => sentAt.has(orderId))
      .reduce((sum, order) => sum + (paid.get(order.orderId) ?? 0) - (payingInstant(order, []) ? order.cents : 0), 0)
    expect(truth).toBeGreaterThan(0)
    expect(effect.lowCents).toBeLessThanOrEqual(truth)
    expect(effect.highCents).toBeGreaterThanOrEqual(truth)
    expect(effect.lowCents).toBeGreaterThan(0)
    const [entered] = await context.records.query<{ people: number }>(
      `SELECT count(DISTINCT person)::int AS people FROM payment_reminders WHERE plan = 'sim' AND entered_at IS NOT NULL`,
    )
    expect(effect.treated.people + effect.held.people).toBe(entered?.people)
    expect(effect.treated.paidCents + effect.held.paidCents).toBeLessThanOrEqual(
      [...paid.values()].reduce((sum, cents) => sum + cents, 0),
    )
  })
})

describe('[P7.11] the way to the payment', () => {
  const at = (minute: number) => new Date(Date.parse('2026-11-13T02:00:00.000Z') + minute * MINUTE).toISOString()
  /** One visit: its steps with how each was passed, then the payment or the reason for leaving. */
  const visit = (visitorId: string, steps: string[], end: 'pay' | string) => {
    const told = steps.map((words, i) => {
      const [page, query = ''] = words.split(':')
      return { id: `${visitorId}-${i}`, type: 'checkout', at: at(i), visitorId, sessionId: visitorId, page, query }
    })
    const last = { id: `${visitorId}-end`, at: at(9), visitorId, sessionId: visitorId }
    return [...told, end === 'pay' ? { ...last, type: 'pay' } : { ...last, type: 'abandon', query: end }]
  }

  test('step losses are exact: by step, by reason, by option and kept details; the catalogue counts the same', async () => {
    context.clock.set('2026-11-13T04:00:00.000Z')
    const events = [
      ...visit('v1', ['confirm', 'address:saved', 'delivery', 'payment:alipay', 'cashier'], 'pay'),
      ...visit('v2', ['confirm', 'address:typed'], '运费太高'),
      ...visit('v3', ['confirm', 'address:typed'], '运费太高'),
      ...visit('v4', ['confirm', 'address:typed', 'delivery', 'payment:card'], '不支持分期'),
      ...visit('v5', ['confirm'], ''),
      // Told twice, in the wrong order: the last word on a step counts, and a step further on passes those before.
      ...visit('v6', ['payment:card', 'payment:alipay'], 'pay'),
      // Somebody who pays without a checkout, and a step that nobody declared.
      ...visit('v7', [], 'pay'),
      ...visit('v8', ['confirm', 'giftwrap'], '运费太高'),
    ]
    await send(events)
    const report: CheckoutReport = await get('/checkout-path?from=2026-11-13&to=2026-11-14')
    expect(report).toMatchObject({ started: 7, paid: 2, unknown: [{ step: 'giftwrap', checkouts: 1 }] })
    expect(report.steps.map(({ step, reached, lost }) => [step, reached, lost])).toEqual([
      ['confirm', 7, 2],
      ['address', 5, 2],
      ['delivery', 3, 0],
      ['payment', 3, 1],
      ['cashier', 2, 0],
    ])
    expect(report.steps[1]?.reasons).toEqual([{ reason: '运费太高', lost: 2 }])
    expect(report.steps[3]?.ways).toEqual([
      { value: 'alipay', reached: 2, lost: 0 },
      { value: 'card', reached: 1, lost: 1 },
    ])
    expect(report.gains).toMatchObject([
      { step: 'address', saved: { reached: 1, lost: 0 }, typed: { reached: 3, lost: 2 }, couldKeep: null },
    ])
    const asked = {
      metrics: ['checkouts', 'checkoutAbandonment'],
      from: '2026-11-13',
      to: '2026-11-14',
      by: ['reason'],
    }
    const counted = await json('/query', asked)
    expect(counted.totals).toMatchObject({ checkouts: 7, checkoutAbandonment: 5 / 7 })
    const byReason = Object.fromEntries(counted.rows.map((row: Record<string, unknown>) => [row.reason, row.checkouts]))
    expect(byReason).toEqual({ 运费太高: 3, 不支持分期: 1, '': 3 })
  })

  test('a shop with its own steps is read by them, in their order', async () => {
    for (const [position, step] of ['payment', 'confirm'].entries())
      await make('checkout-steps', { step, name: step, position: position + 1 })
    const { steps } = (await get('/checkout-path?from=2026-11-13&to=2026-11-14')) as CheckoutReport
    expect(steps.map(({ step, reached, lost }) => [step, reached, lost])).toEqual([
      ['payment', 7, 0],
      ['confirm', 7, 5],
    ])
  })
})

const send = async (events: object[]): Promise<void> => {
  const sent = await eventKey({ method: 'POST', url: `${ALPHA}/events`, payload: { events } })
  expect(sent.json()).toMatchObject({ accepted: events.length, rejected: [] })
}

describe('[P7.06] page speed', () => {
  const load = (page: string, day: string, i: number, dwellMs: number, quantity: number) => ({
    ...{ id: `${page}-${day}-${i}`, type: 'load', at: `${day}T03:00:00.000Z`, visitorId: `s${i}` },
    ...{ page, dwellMs, quantity },
  })
  const days = '?from=2026-11-13&to=2026-11-14'
  const watched = async (id: string) => (await countPageFaults(context, await getStore(context, 'alpha'), id)).value

  test('measured loads are held against their budgets: too slow, too many jumps, slower than before; the alert sees them', async () => {
    context.clock.set('2026-11-13T05:00:00.000Z')
    await make('page-budgets', { page: 'detail', name: '商品详情', loadMs: 1500, jumps: 1 })
    const forty = Array.from({ length: 40 }, (_, i) => i)
    await send([
      // Home: quick both days. Detail: half of the loads are slow today, two of forty were. Campaign: quick after three jumps.
      ...forty.flatMap((i) => [load('home', '2026-11-12', i, 800, 0), load('home', '2026-11-13', i, 900, 1)]),
      ...forty.map((i) => load('detail', '2026-11-12', i, i < 2 ? 1600 : 700, 1)),
      ...forty.map((i) => load('detail', '2026-11-13', i, i < 20 ? 1600 : 700, 1)),
      ...forty.map((i) => load('campaign', '2026-11-13', i, 600, 3)),
      ...forty.slice(0, 5).map((i) => load('live', '2026-11-13', i, 9000, 0)),
    ])
    const { pages, unbudgeted } = (await get(`/page-speed${days}`)) as PageSpeedReport
    expect(
      pages.map(({ page, loads, slow, p75Ms, p75Jumps, faults }) => [page, loads, slow, p75Ms, p75Jumps, faults]),
    ).toEqual([
      ['home', 40, 0, 900, 1, []],
      ['campaign', 40, 0, 600, 3, ['jumps']],
      ['detail', 40, 20, 1600, 1, ['slow', 'slower']],
    ])
    expect(unbudgeted).toEqual([{ page: 'live', loads: 5, p75Ms: 9000 }])
    const asked = { metrics: ['pageLoads', 'jumpsPerLoad'], from: '2026-11-13', to: '2026-11-14', by: ['page'] }
    const { rows } = await json('/query', asked)
    expect(rows.find(({ page }: { page: string }) => page === 'campaign')).toMatchObject({
      pageLoads: 40,
      jumpsPerLoad: 3,
    })
    // Over the last seven days together: detail and campaign. Nothing is known of the week before.
    expect([await watched('pagesOverBudget'), await watched('pagesSlower')]).toEqual([2, 0])
  })
})

describe('[P5.07] launches and limited items', () => {
  /** Beside the door for HTTP, which would take so many orders of one address for an attack. */
  async function order(orderId: string, buyerId: string, channel: string): Promise<{ orderId: string; code: string }> {
    const cart = { channel, buyer: { buyerId }, lines: [{ skuId: 'cream', quantity: 1 }] }
    try {
      await placeShopOrder(context, await getStore(context, 'alpha'), { orderId, cart })
      return { orderId, code: 'placed' }
    } catch (cause) {
      if (!(cause instanceof ApiFailure || cause instanceof TradeRefusal)) throw cause
      return { orderId, code: cause.code }
    }
  }
  const LAUNCH = {
    kind: 'first',
    sku: 'cream',
    item: 'cream',
    launchDay: '2026-11-14',
    launchTime: '20:00',
    isOn: true,
  }
  const open = () => openLaunches(context, { now: context.clock.now(), signal })

  test('channels sell their own units, from the instant on, one a person over all channels, however many ask at once', async () => {
    context.clock.set('2026-11-13T11:00:00.000Z')
    const more = { likeItem: 'mask', likeDay: '2026-11-12', searchWeight: 1.5, seeding: '小林 2 件\n阿雅 1 件' }
    await make('launches', { ...LAUNCH, ...more, code: 'new', name: '新品首发', allocation: { live: 6, shop: 4 } })
    await open()
    expect((await get('/launches')).launches[0]).toMatchObject({ state: 'planned', lots: [{ isOpened: false }, {}] })
    context.clock.set('2026-11-14T11:59:59.999Z')
    await open()
    await open()
    expect((await order('early', 'a', 'live')).code).toBe('not_open_yet')
    context.clock.advance(1)
    expect((await order('elsewhere', 'a', 'ads')).code).toBe('order_stock_missing')
    // Twelve people, each asking in both channels at once.
    const asked = Array.from({ length: 12 }, (_, i) => i).flatMap((i) =>
      ['live', 'shop'].map((channel) => order(`n-${i}-${channel}`, `person ${i}`, channel)),
    )
    const answers = await Promise.all(asked)
    const taken = answers.filter(({ code }) => code === 'placed')
    expect(taken).toHaveLength(10)
    const people = taken.map(({ orderId }) => orderId.split('-')[1])
    expect(new Set(people).size).toBe(10)
    const codes = new Set(answers.map(({ code }) => code))
    expect([...codes].sort()).toEqual(['buyer_limit', 'out_of_stock', 'placed'])
    const [launch] = (await get('/launches')).launches
    expect(launch).toMatchObject({ state: 'soldOut', searchWeight: 1.5, seeding: ['小林 2 件', '阿雅 1 件'] })
    expect(
      launch.lots.map(({ channel, allocated, free, held }: LaunchLot) => [channel, allocated, free, held]),
    ).toEqual([
      ['live', 6, 0, 6],
      ['shop', 4, 0, 4],
    ])
  })

  test('its exposure is held against a launch like it over as many days', async () => {
    const seen = (itemId: string, day: string, n: number) =>
      Array.from({ length: n }, (_, i) => ({
        ...{ id: `x-${itemId}-${day}-${i}`, type: 'exposure', at: `${day}T12:30:00.000Z` },
        ...{ visitorId: `x${i}`, itemId },
      }))
    context.clock.set('2026-11-15T12:45:00.000Z')
    await send([...seen('cream', '2026-11-14', 20), ...seen('cream', '2026-11-15', 12)])
    // The compared launch: two days from the twelfth on; what came on the third is not counted.
    await send([...seen('mask', '2026-11-12', 15), ...seen('mask', '2026-11-13', 5), ...seen('mask', '2026-11-14', 99)])
    const [{ exposure }] = (await get('/launches')).launches
    expect(exposure).toEqual({ days: 2, own: 32, compared: 20, over: 0.6, goal: 0.5, isMet: true })
  })

  const watchedLate = async () => {
    const store = await getStore(context, 'alpha')
    return (await countLateSeeding(context, store, await readLaunches(context, store))).value
  }

  test('creators are held against what was agreed and the posts that were imported; what is late is watched by an alert', async () => {
    const agreed = { launch: 'new', platform: '小红书', samples: 2, sampleDue: '2026-11-10', postDue: '2026-11-14' }
    const one = (creator: string, more: object = {}) =>
      make('launch-seedings', { ...agreed, creator, plannedViews: 50, costCents: 30_000, ...more })
    await one('小林', { sampleSent: '2026-11-09' })
    await one('阿雅', { platform: '抖音', postId: 'v-9', postDue: '2026-11-20' })
    await one('未发', {})
    await one('写错', { launch: 'nwe' })
    const post = (post_id: string, author: string, platform: string, day: string, views: number) => ({
      ...{ store: 'alpha', post_id, author, platform, day, views, title: '', version: 1, import_id: 1 },
    })
    await insertFacts(context, 'social_posts', [
      post('n-1', '小林', '小红书', '2026-11-13', 30),
      post('n-2', '小林', '小红书', '2026-08-01', 999),
      post('v-9', '别名', '抖音', '2026-11-15', 18),
    ])
    const { launches, strays } = await get('/launches')
    const { creators, seeded } = launches[0]
    expect(creators.map((c: LaunchCreator) => [c.creator, c.state, c.posts, c.views])).toEqual([
      ['小林', 'posted', 1, 30],
      ['未发', 'postLate', 0, null],
      ['阿雅', 'posted', 1, 18],
    ])
    // 48 views beside 32 exposures of the shop's own.
    expect(seeded).toMatchObject({
      creators: 3,
      posted: 2,
      late: 1,
      views: 48,
      plannedViews: 150,
      share: 0.6,
      costCents: 90_000,
    })
    expect(strays).toEqual(['nwe'])
    expect(await watchedLate()).toBe(1)
  })

  test('search lifts a launch from its opening on, for its days and less each day after; never before, and never when sold out', async () => {
    const places = async (): Promise<SearchOrder['items']> => (await get('/items/search-order')).items
    const placeOf = async (item: string) => (await places()).find((one) => one.item === item)
    // Orders that were not paid lapsed, so cream is for sale again, and lifted; when the rest is gone it is not.
    expect(await placeOf('cream')).toMatchObject({ boost: 1.5, isAvailable: true, rank: 1 })
    for (const [channel, units] of [
      ['live', 6],
      ['shop', 4],
    ])
      await json(`/trade/items/cream@${channel}/adjust`, { delta: -Number(units), reason: '售罄' })
    expect(await placeOf('cream')).toMatchObject({ boost: 1, isAvailable: false })
    const when = { launchDay: '2026-11-16', weightDays: 2, weightDecayDays: 2, searchWeight: 2 }
    await make('launches', {
      ...LAUNCH,
      ...when,
      code: 'lift',
      name: '加权首发',
      sku: 'mask',
      item: 'mask',
      allocation: { shop: 5 },
    })
    await open()
    context.clock.set('2026-11-16T11:59:59.000Z')
    expect(await placeOf('mask')).toMatchObject({ boost: 1, isAvailable: false })
    context.clock.set('2026-11-16T12:00:00.000Z')
    await open()
    expect(await placeOf('mask')).toMatchObject({ boost: 2, isAvailable: true, rank: 1 })
    context.clock.set('2026-11-19T12:00:00.000Z')
    expect(await placeOf('mask')).toMatchObject({ boost: 1.5 })
    const last = (await places()).at(-1)
    expect(last).toMatchObject({ item: 'cream', isAvailable: false })
    const lifted = (await get('/launches')).launches.find(({ code }: { code: string }) => code === 'lift')
    expect(lifted.boost).toMatchObject({ now: 1.5, until: '2026-11-18' })
    const nobody = await app.inject({ url: `${ALPHA}/items/search-order` })
    expect(nobody.statusCode).toBe(401)
  })

  test('a planted weight and planted creators are recovered: exposure against a launch like it, and search against before', async () => {
    const simulated = { seed: 'first', days: 4, dailyMean: 150, searchShare: 0.4 }
    const at = (first: string, day: number) => addDays(parseDay(first), day)
    const seen = (item: string, day: string, channel: string, n: number) =>
      Array.from({ length: n }, (_, i) => ({
        ...{
          store: 'alpha',
          type: 'exposure',
          day,
          at: `${day}T02:00:00.000Z`,
          item_id: item,
          channel,
          visitor: i + 1,
        },
        row_key: `${createHash('sha256').update(`${item}${day}${channel}${i}`).digest().readUInt32LE(0)}`,
      }))
    const counts = launchExposures(simulated)
    const rows = counts.flatMap(({ of, day, channel, exposures }) =>
      of === 'launch'
        ? seen('sim-new', at('2026-11-20', day), channel, exposures)
        : [
            ...seen('sim-like', at('2026-10-20', day), channel, exposures),
            // Before its weight search shows the launch as often as it does one that nobody lifts.
            ...(channel === 'search' ? seen('sim-new', at('2026-11-16', day), channel, exposures) : []),
          ],
    )
    await insertFacts(context, 'events', rows)
    const when = { launchDay: '2026-11-20', weightDays: 4, searchWeight: 1.5, exposureDays: 4 }
    const like = { likeItem: 'sim-like', likeDay: '2026-10-20' }
    await make('launches', {
      ...LAUNCH,
      ...when,
      ...like,
      code: 'sim',
      name: '模拟',
      sku: 's',
      item: 'sim-new',
      allocation: { shop: 1 },
    })
    context.clock.set('2026-11-23T12:00:00.000Z')
    const { exposure, boost } = (await get('/launches')).launches.find(({ code }: { code: string }) => code === 'sim')
    const sum = (of: string) => counts.reduce((total, one) => (one.of === of ? total + one.exposures : total), 0)
    expect(exposure).toMatchObject({ days: 4, own: sum('launch'), compared: sum('like'), isMet: true })
    // Six hundred exposures each: two standard errors are 0.13.
    expect(Math.abs(exposure.over - plantedOver(simulated))).toBeLessThan(0.2)
    expect(Math.abs(boost.search.change - LAUNCH_TRUTH.searchLift)).toBeLessThan(0.3)
  })

  test('a launch without units, or with an impossible time, is refused', async () => {
    for (const data of [
      { allocation: {} },
      { allocation: { live: 0 } },
      { allocation: { live: 1 }, launchTime: '25:00' },
      { allocation: { live: 1 }, searchWeight: 5 },
    ]) {
      const payload = { data: { ...LAUNCH, code: 'bad', name: '错', ...data } }
      const refused = await owner({ method: 'POST', url: `${ALPHA}/resources/launches`, payload })
      expect(refused.statusCode).toBe(422)
    }
  })
})

function rowOf(order: UnpaidOrder): typeof shopOrders.$inferInsert {
  const { orderId, person, cents, placedAt, endsAt } = order
  const lines = [{ lineId: 'l0001', skuId: 'mask', units: 1, payableCents: cents }]
  const life = openLife({ orderId, payableCents: cents, depositCents: 0, lines, placedAt, holdUntil: endsAt })
  const place = { province: '', city: '', channel: '', device: '', campaign: '', postageCents: 0 }
  const row = { store: 'alpha', id: orderId, version: 1, buyer: person, payableCents: cents, goods: [], place }
  return { ...row, placedAt: new Date(placedAt), ...lifeColumns(life) }
}
