import {
  type CheckAnswer,
  RISK_FEATURES,
  type RiskOrder,
  type RiskStanding,
  type ShopOrderDetail,
} from '@zhanggui/contract'
import { FEATURE } from '@zhanggui/orders'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endChecks } from '../../../src/modules/risk/checks/end-checks.ts'
import { simulatedCode } from '../../../src/modules/risk/checks/simulator-adapter.ts'
import { forgetRiskBuyer } from '../../../src/modules/risk/orders/forget-risk-buyer.ts'
import { noteProfiles } from '../../../src/modules/risk/orders/note-profiles.ts'
import { riskChecks, riskOrders, riskProfiles } from '../../../src/modules/risk/schema.ts'
import { PUSH_SCORECARDS } from '../../../src/modules/risk/scorecards/push-scorecards.ts'
import { workDueEffects } from '../../../src/modules/trade/life/effects/work-effects.ts'
import { liveByClock } from '../../../src/modules/trade/life/live-by-clock.ts'
import { askProviders, fetchNotices } from '../../../src/modules/trade/payments/ask-providers.ts'
import { hearPayment } from '../../../src/modules/trade/payments/hear-payment.ts'
import { paymentAttempts } from '../../../src/modules/trade/payments/schema.ts'
import { judgedOrders } from '../../support/judged-orders.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { ALPHA, fillGoods, post } from '../promotions/alpha-promotions.ts'

const MINUTE = 60_000
const STOCK = 500

let context: TestContext
let app: FastifyInstance
let owner: Person
let finance: Person

const json = async (path: string, payload: object = {}, who = owner) => (await post(who, path, payload)).json()
const get = async (path: string) => (await owner({ url: `${ALPHA}${path}` })).json()
const order = (id: string): Promise<ShopOrderDetail> => get(`/orders/${id}`)
const free = async (): Promise<number> => (await get('/trade/items/mask')).free
const judged = async (id: string): Promise<RiskOrder | undefined> =>
  (await get('/risk/orders?limit=200')).find((one: RiskOrder) => one.orderId === id)
const answer = (id: string, code: string): Promise<CheckAnswer> => json(`/orders/${id}/check`, { code })
const codeOf = (id: string): string => simulatedCode(context, 'alpha', id) ?? 'nothing came'
const wrongFor = (id: string): string => (codeOf(id) === '000000' ? '000001' : '000000')

async function round(): Promise<void> {
  const tick = { now: context.clock.now(), signal: new AbortController().signal }
  await fetchNotices(context, 'alpha')
  await askProviders(context, tick)
  await liveByClock(context, tick)
  await workDueEffects(context, tick)
  await endChecks(context)
}

const place = (orderId: string, signals: object, more: object = {}) =>
  json('/orders', {
    orderId,
    signals,
    cart: { buyer: { buyerId: `buyer of ${orderId}` }, lines: [{ skuId: 'mask', quantity: 1 }] },
    ...more,
  })
const RISKY = { accountAgeDays: 1, proxyNetwork: true, newDevice: true }
const CALM = { accountAgeDays: 900 }

const FIRST = {
  verifyFrom: 50,
  denyFrom: 100,
  learntFrom: null,
  bins: [
    { feature: 'accountAgeDays', from: 0, points: 40 },
    { feature: 'accountAgeDays', from: 30, points: 0 },
    { feature: 'newDevice', from: 1, points: 20 },
    { feature: 'newAddress', from: 1, points: 50 },
  ],
}

async function activate(version: number): Promise<void> {
  const asked = await json('/risk/scorecard/activate', { version, reason: `第 ${version} 版` })
  expect(asked).toMatchObject({ performed: false })
  expect((await post(finance, `/approvals/${asked.request}/approve`, { reason: '同意' })).statusCode).toBe(200)
  context.clock.advance(1000)
  await PUSH_SCORECARDS.run(context, { now: context.clock.now(), signal: new AbortController().signal })
}

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha'] }))
  finance = await addPerson(app, owner, { store: 'alpha', role: 'finance' })
  await fillGoods(context)
  expect((await post(owner, '/trade/items', { item: 'mask', stock: STOCK })).statusCode).toBeLessThan(300)
  for (const [kind, data] of [
    ['payment-providers', { name: '甲付', adapter: 'simulator', feeRate: 0.0038, isOn: true }],
    ['risk-checks', { name: '短信', adapter: 'simulator', minutes: 5, tries: 3, isOn: true }],
  ] as const) {
    const made = await owner({ method: 'POST', url: `${ALPHA}/resources/${kind}`, payload: { data } })
    expect(made.statusCode, made.body).toBe(201)
  }
})

afterAll(() => app?.close())

test('names of features are the order core’s, in its order', () => {
  expect(RISK_FEATURES.map((name) => FEATURE[name])).toEqual(Object.values(FEATURE))
})

describe('[P13.01] a scorecard judges nobody before a second person agreed', () => {
  test('written, asked for, approved, and in the order core; bad cards are refused with every fault', async () => {
    expect((await place('before', RISKY)).stage).toBe('placed')
    const unsound = { ...FIRST, verifyFrom: 120, bins: [...FIRST.bins, FIRST.bins[0]] }
    const put = (body: object, version: number) =>
      owner({ method: 'PUT', url: `${ALPHA}/risk/scorecard`, payload: { version, body, reason: '初版' } })
    const refused = (await put(unsound, 0)).json().error
    expect(refused).toMatchObject({ code: 'risk_scorecard_unsound' })
    expect(refused.facts.faults).toHaveLength(2)
    expect((await put(FIRST, 0)).statusCode).toBe(200)
    expect((await put(FIRST, 0)).json().error.code).toBe('stale_version')
    expect((await json('/risk/scorecard/activate', { version: 7, reason: 'x' })).error.code).toBe('not_found')
    await activate(1)
    const standing: RiskStanding = await get('/risk/scorecard')
    expect(standing).toMatchObject({ inForce: { version: 1, reached: expect.any(String) }, checksOn: true })
  })

  test('a calm buyer pays at once, a doubtful one waits, a bad one is refused and holds nothing', async () => {
    const before = await free()
    expect((await place('calm', CALM)).dueCents).toBe(10_000)
    expect(await place('doubtful', RISKY)).toMatchObject({ stage: 'placed', dueCents: null })
    expect((await place('bad', { ...RISKY, newAddress: true })).error.code).toBe('risk_denied')
    expect(await free()).toBe(before - 2)
    expect([await judged('calm'), await judged('doubtful'), await judged('bad')].map((one) => one?.verdict)).toEqual([
      'allow',
      'verify',
      'deny',
    ])
  })
})

describe('[P13.01] the second verification', () => {
  test('the right code frees the way: paid, settled, told; the code lies nowhere in the records', async () => {
    const code = codeOf('doubtful')
    expect(code).toMatch(/^\d{6}$/)
    expect(JSON.stringify(await context.records.db.select().from(riskChecks))).not.toContain(code)
    expect((await json('/orders/doubtful/pay')).error.code).toBe('order_unverified')
    expect(await answer('doubtful', wrongFor('doubtful'))).toMatchObject({ state: 'waiting', triesLeft: 2 })
    expect(await answer('doubtful', code)).toMatchObject({ state: 'passed' })
    expect(await answer('doubtful', wrongFor('doubtful'))).toMatchObject({ state: 'passed' })
    expect((await json('/orders/doubtful/pay')).state).toBe('sent')
    context.clock.advance(1000)
    await round()
    const paid = await order('doubtful')
    expect(paid.stage).toBe('paid')
    expect(paid.events.map(({ kind }) => kind)).toEqual(['placed', 'check_passed', 'money_came', 'paid'])
    const trail = (await owner({ url: `${ALPHA}/audit?limit=100` })).body
    expect(trail).toContain('orders/doubtful/check')
  })

  test('tries run out: the order ends and its stock is back, and the right code comes too late', async () => {
    const before = await free()
    await place('guesser', RISKY)
    expect(await free()).toBe(before - 1)
    for (let i = 0; i < 3; i++) await answer('guesser', wrongFor('guesser'))
    expect(await answer('guesser', codeOf('guesser'))).toMatchObject({ state: 'failed', triesLeft: 0 })
    expect(await order('guesser')).toMatchObject({ stage: 'cancelled', cancelReason: 'unverified' })
    expect(await free()).toBe(before)
  })

  test('many answers at once have no more tries than one after another', async () => {
    await place('parallel', RISKY)
    const wrong = wrongFor('parallel')
    const states = await Promise.all(Array.from({ length: 8 }, () => answer('parallel', wrong)))
    expect(states.filter(({ state }) => state === 'waiting')).toHaveLength(2)
    expect((await order('parallel')).cancelReason).toBe('unverified')
  })

  test('time runs out, by the clock or by the answer itself: stock is back either way', async () => {
    const before = await free()
    await place('silent', RISKY)
    await place('late', RISKY)
    context.clock.advance(5 * MINUTE)
    expect(await answer('late', codeOf('late'))).toMatchObject({ state: 'expired' })
    await round()
    for (const id of ['silent', 'late'])
      expect(await order(id)).toMatchObject({ stage: 'cancelled', cancelReason: 'unverified' })
    expect((await judged('silent'))?.check?.state).toBe('expired')
    expect(await free()).toBe(before)
  })

  test('the buyer lets it go while it waits: stock is back, and the code opens nothing', async () => {
    const before = await free()
    await place('changed', RISKY)
    await json('/orders/changed/commands', { kind: 'cancel', by: 'buyer' })
    expect(await free()).toBe(before)
    expect((await json('/orders/changed/check', { code: codeOf('changed') })).error.code).toBe('order_cannot')
    await round()
    expect((await judged('changed'))?.check?.state).toBe('expired')
  })

  test('no way round it: a shop front’s own word, the same order again, and money that comes nevertheless', async () => {
    expect(await place('claims', { ...RISKY, verified: true })).toMatchObject({ dueCents: null })
    expect(await place('claims', { ...RISKY, verified: true })).toMatchObject({ dueCents: null })
    expect((await judged('claims'))?.check?.triesLeft).toBe(3)
    await context.records.db.insert(paymentAttempts).values({
      ...{ store: 'alpha', id: 'claims:p1', orderId: 'claims', provider: '甲付', cents: 10_000, state: 'sent' },
      ...{ sentAt: context.clock.now(), answeredAt: null, askAt: null, contradictions: 0 },
    } as typeof paymentAttempts.$inferInsert)
    await hearPayment(context, 'alpha', { attemptId: 'claims:p1', outcome: 'charged', cents: 10_000 } as never)
    const after = await order('claims')
    expect(after).toMatchObject({ stage: 'placed', keptCents: 0, dueCents: null })
    expect(after.events.map(({ kind }) => kind)).toContain('money_extra')
  })

  test('nobody can be reached: the order waits and lets its stock go', async () => {
    // The order of the test before is in its check still, and ends with this one.
    const before = (await free()) + 1
    const { rows } = await get('/resources/risk-checks')
    const url = `${ALPHA}/resources/risk-checks/${rows[0].id}`
    const { version, data } = rows[0]
    const changed = await owner({
      method: 'PUT',
      url,
      payload: { version, data: { ...data, adapter: 'gateway', gateway: 'none' } },
    })
    expect(changed.statusCode, changed.body).toBe(200)
    await place('unreached', RISKY)
    expect((await judged('unreached'))?.check).toMatchObject({ state: 'waiting', sent: false })
    context.clock.advance(5 * MINUTE)
    await round()
    expect((await order('unreached')).cancelReason).toBe('unverified')
    expect(await free()).toBe(before)
  })
})

describe('[P13.01] what the shop’s own orders teach', () => {
  test('too few labels are said with the numbers; orders that were never judged are named', async () => {
    const refused = await json('/risk/scorecard/train', { reason: '试' })
    expect(refused.error).toMatchObject({ code: 'risk_few_labels', facts: { needFrauds: 20 } })
    const labels = [
      { orderId: 'guesser', label: 'fraud', source: 'chargeback' },
      { orderId: 'nobody’s', label: 'fraud' },
    ]
    expect(await json('/risk/labels', { labels })).toEqual({ labelled: 1, unknown: ['nobody’s'] })
    expect(await json('/risk/labels', { labels })).toMatchObject({ labelled: 0 })
    expect((await json('/risk/labels', { labels: [] })).error.code).toBe('invalid_request')
  })

  test('a version is learnt, previewed against the past, put in force and rolled back', async () => {
    const past = { store: 'alpha', from: new Date('2026-10-01T00:00:00.000Z'), orders: 400 }
    await context.records.db.insert(riskOrders).values(judgedOrders(past))
    const trained: RiskStanding = await json('/risk/scorecard/train', { reason: '十月的订单' })
    const [newest] = trained.versions
    expect(newest).toMatchObject({ version: 2, body: { learntFrom: { frauds: 41 } } })
    expect(newest?.body.learntFrom?.auc).toBeGreaterThan(0.95)
    const { verifyFrom = 0, denyFrom = 0 } = newest?.body ?? {}
    const preview = await get(`/risk/scorecard/preview?version=2&verifyFrom=${verifyFrom}&denyFrom=${denyFrom}`)
    expect(preview.frauds).toEqual({ orders: 41, cents: 410_000 })
    expect(preview.verified.orders + preview.denied.orders).toBeGreaterThan(35)
    expect(preview.honestVerified + preview.honestDenied).toBeLessThan(20)
    const nobody = await get('/risk/scorecard/preview?version=2&verifyFrom=9999&denyFrom=9999')
    expect(nobody.missed).toEqual(nobody.frauds)
    await activate(2)
    expect((await get('/risk/scorecard')).inForce.version).toBe(2)
    await activate(1)
    expect((await get('/risk/scorecard')).inForce.version).toBe(1)
    await activate(0)
    expect((await get('/risk/scorecard')).inForce).toBeNull()
    expect((await place('after', RISKY)).dueCents).toBe(10_000)
  })

  test('profiles learn of each order and of each outcome once, and a forgotten buyer leaves none of it', async () => {
    const tick = { now: context.clock.now() }
    while ((await noteProfiles(context, tick)) > 0);
    const before = await context.records.db.select().from(riskProfiles)
    expect(before.length).toBeGreaterThan(400)
    expect(await noteProfiles(context, tick)).toBe(0)
    expect(await context.records.db.select().from(riskProfiles)).toEqual(before)
    const rows = await context.records.db.select().from(riskOrders)
    const buyer = rows.find(({ orderId }) => orderId === 'guesser')?.buyer ?? ''
    await forgetRiskBuyer(context, 'alpha', buyer)
    expect(await judged('guesser')).toBeUndefined()
    expect((await context.records.db.select().from(riskProfiles)).length).toBe(before.length - 1)
  })
})
