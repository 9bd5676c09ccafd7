import type { RiskAccountPerson, RiskAccountsShared } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPerson } from '../../../src/modules/admin/people/person-hash.ts'
import { forgetBuyer } from '../../../src/modules/promotions/forget-buyer.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, OWNER, type Person, signIn } from '../../support/test-people.ts'
import { ALPHA, fillGoods, PROMOTION, post } from '../promotions/alpha-promotions.ts'

const DAY = 86_400_000
const RULE = {
  ruleId: 'c20',
  name: '满100减20券',
  mechanic: 'spendAndSave',
  level: 'shopCoupon',
  group: 'shopCoupon',
  needsClaim: true,
  params: { tiers: [{ minCents: 10_000, cutCents: 2000 }] },
}
const FIRST_ORDER = {
  ruleId: 'first',
  name: '新客首单立减',
  mechanic: 'directCut',
  params: { cutCents: 1000 },
  when: { isNewBuyer: true },
  timesPerBuyer: 1,
}
const BATCH = {
  id: 'pack',
  name: '新客礼包',
  promotion: 'new',
  ruleId: 'c20',
  total: 1000,
  perBuyer: 1,
  claimFrom: '2026-11-10T10:00:00.000Z',
  claimUntil: '2028-11-11T00:00:00.000Z',
  validDays: 30,
  faceCents: 2000,
}

let context: TestContext
let app: FastifyInstance
let owner: Person
let service: Awaited<ReturnType<typeof addPerson>>

const claim = async (id: string, buyerId: string, marks: object): Promise<string> => {
  const answer = await post(owner, '/coupons', { id, buyerId, batch: 'pack', marks })
  return answer.statusCode === 200 ? 'ok' : answer.json().error.code
}
const find = async (buyerId: string, who = service): Promise<RiskAccountPerson> =>
  (await post(who, '/risk/accounts/find', { buyerId })).json()
const shared = async (): Promise<RiskAccountsShared> => (await service({ url: `${ALPHA}/risk/accounts` })).json()
const accountOf = async (buyerId: string): Promise<string> => (await find(buyerId)).accounts[0]?.account ?? ''
const trail = async (action: string): Promise<{ subject: string; reason: string; after: unknown }[]> =>
  (await owner({ url: `${ALPHA}/audit?action=${action}&limit=100` })).json().entries

/** The mark of a kind that an account was seen with. */
async function markOf(buyerId: string, kind: string) {
  const { marks } = await find(buyerId)
  const found = marks.find((mark) => mark.kind === kind)
  if (!found) throw new Error(`${buyerId} has no ${kind}`)
  return found
}

const change = async (way: 'unlink' | 'relink', buyerId: string, more: object = {}, who = service) => {
  const { kind, mark } = await markOf(buyerId, 'device')
  const payload = { kind, mark, of: 'account', reason: '旧手机转卖，客服 11 月 10 日核实', ...more }
  return post(who, `/risk/accounts/${await accountOf(buyerId)}/${way}`, payload)
}

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
  await fillGoods(context)
  const promotion = {
    ...PROMOTION,
    id: 'new',
    name: '新客',
    rules: [RULE, FIRST_ORDER],
    until: '2028-11-12T00:00:00.000Z',
  }
  expect((await post(owner, '/promotions', promotion)).statusCode).toBe(201)
  expect((await post(owner, '/coupon-batches', BATCH)).statusCode).toBe(201)
  // The only person so far: what needs a second one is done at once.
  expect((await post(owner, '/promotions/new/approve', { version: 1 })).json().performed).toBe(true)
  service = await addPerson(app, owner, { store: 'alpha', role: 'service' })
})

afterAll(() => app?.close())

describe('[P6.09] accounts of one person, seen by the people who deal with buyers', () => {
  test('an account is found by its id: whose it is too, what ties them, when last seen, what they used together', async () => {
    expect(await claim('a', '小蓝', { device: '手机一' })).toBe('ok')
    context.clock.advance(60_000)
    expect(await claim('b', '小蓝二号', { device: '手机一', address: '望京街 1 号' })).toBe('coupon_buyer_limit')
    const cart = {
      buyer: { buyerId: '小蓝二号', marks: { device: '手机一' } },
      lines: [{ skuId: 'serum', quantity: 1 }],
    }
    expect((await post(owner, '/promotion-orders', { orderId: 'o1', cart })).statusCode).toBe(200)
    const person = await find('小蓝二号')
    const [second, first] = person.accounts
    expect(person).toMatchObject({ accountCount: 2, accounts: [{ orders: 0, lastDay: null }, { orders: 0 }] })
    const device = person.marks.find(({ kind }) => kind === 'device')
    expect(device).toMatchObject({ standing: 'ties', others: 0, everybody: null })
    expect(device?.holders.map(({ account, seenAt }) => [account, seenAt])).toEqual(
      expect.arrayContaining([
        [first?.account, '2026-11-10T12:00:00.000Z'],
        [second?.account, '2026-11-10T12:01:00.000Z'],
      ]),
    )
    const used = ({ kind, name, limit, used }: RiskAccountPerson['offers'][number]) => [kind, name, limit, used]
    expect(person.offers.map(used)).toEqual(
      expect.arrayContaining([
        ['coupon', '新客礼包', 1, [{ account: first?.account, times: 1 }]],
        ['rule', '新客首单立减', 1, [{ account: second?.account, times: 1 }]],
      ]),
    )
  })

  test('no id and no word of a mark comes back or stays, and the trail says that somebody looked', async () => {
    const answer = await post(service, '/risk/accounts/find', { buyerId: '小蓝二号' })
    expect(answer.body).not.toMatch(/小蓝|手机一|望京/)
    const looked = await trail('look-up')
    expect(looked.length).toBeGreaterThan(0)
    expect(JSON.stringify(looked)).not.toContain('小蓝')
    expect(looked[0]?.subject).not.toContain(await accountOf('小蓝二号'))
  })

  test('an account that was never seen with anything is a person alone; one that says nothing is refused', async () => {
    expect(await find('谁也不是')).toMatchObject({ accountCount: 1, marks: [], offers: [] })
    for (const buyerId of ['', '-'])
      expect((await post(service, '/risk/accounts/find', { buyerId })).json().error.code).toBe('invalid_request')
  })
})

describe('[P6.09] a wrong mark is taken off', () => {
  test('a reason, the permission and a mark that was seen are needed; nothing changes without', async () => {
    const members = await addPerson(app, owner, { store: 'alpha', role: 'members' })
    expect((await change('unlink', '小蓝二号', { reason: ' ' })).json().error.code).toBe('invalid_request')
    expect((await change('unlink', '小蓝二号', {}, members)).json().error.code).toBe('not_permitted')
    expect((await change('unlink', '小蓝二号', { mark: '0'.repeat(32) })).json().error.code).toBe('not_found')
    expect((await find('小蓝二号')).accountCount).toBe(2)
  })

  test('the accounts are two people from then on, however often the mark is seen again; it says who took it off and why', async () => {
    const done: RiskAccountPerson = (await change('unlink', '小蓝二号')).json()
    expect(done.accountCount).toBe(1)
    expect(await claim('c', '小蓝二号', { device: '手机一' })).toBe('ok')
    const [device] = (await find('小蓝二号')).marks.filter(({ kind }) => kind === 'device')
    expect(device).toMatchObject({
      standing: 'unlinked',
      holders: [
        { unlinked: { by: expect.stringContaining('service'), reason: expect.stringContaining('旧手机转卖') } },
      ],
    })
    expect((await find('小蓝')).accountCount).toBe(1)
    // The first account keeps its phone, and whoever else comes with it is still the same person.
    expect(await claim('d', '小蓝三号', { device: '手机一' })).toBe('coupon_buyer_limit')
  })

  test('it is in the trail once, under another name than the records’, with its reason', async () => {
    expect((await change('unlink', '小蓝二号')).statusCode).toBe(200)
    const [entry, ...more] = await trail('unlink')
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      reason: '旧手机转卖，客服 11 月 10 日核实',
      after: { kind: 'device', counts: false },
    })
    expect(entry?.subject).not.toContain(await accountOf('小蓝二号'))
  })

  test('undone with a reason of its own, they are one person again', async () => {
    const done: RiskAccountPerson = (await change('relink', '小蓝二号', { reason: '核实有误' })).json()
    expect(done.accountCount).toBe(3)
    expect((await trail('relink')).map(({ reason }) => reason)).toEqual(['核实有误'])
  })

  test('a device of the shop is taken off everybody: it tied most, and ties nobody now', async () => {
    for (let n = 0; n < 5; n++)
      expect(await claim(`t${n}`, `门店顾客 ${n}`, { device: '门店平板' })).toBe(n === 0 ? 'ok' : 'coupon_buyer_limit')
    expect((await shared()).shared.map(({ kind, accounts }) => [kind, accounts])).toEqual([
      ['device', 5],
      ['device', 3],
    ])
    const reason = '门店的平板'
    expect((await change('unlink', '门店顾客 0', { of: 'everybody', reason })).json()).toMatchObject({
      accountCount: 1,
    })
    for (let n = 1; n < 5; n++) expect(await claim(`t${n}`, `门店顾客 ${n}`, { device: '门店平板' })).toBe('ok')
    const { shared: left, unlinked } = await shared()
    expect(left.map(({ accounts }) => accounts)).toEqual([3])
    expect(unlinked).toMatchObject([{ kind: 'device', account: null, reason }])
    expect(await markOf('门店顾客 1', 'device')).toMatchObject({ standing: 'unlinked', everybody: { reason } })
  })
})

describe('[P6.09] the limits of a shop and of memory', () => {
  test('another shop knows neither the account nor its marks, by id or by hash', async () => {
    const account = await accountOf('小蓝')
    const mark = await markOf('门店顾客 1', 'device')
    const beta = async (url: string, payload?: object) =>
      (await owner({ url: `/v1/stores/beta/risk/accounts${url}`, ...(payload && { method: 'POST', payload }) })).json()
    expect(await beta('/find', { buyerId: '小蓝' })).toMatchObject({ accountCount: 1, marks: [] })
    expect(await beta(`/${account}`)).toMatchObject({ accountCount: 1, marks: [], offers: [] })
    expect(await beta('')).toEqual({ shared: [], unlinked: [] })
    const asked = { kind: 'device', mark: mark.mark, of: 'everybody', reason: 'x' }
    expect((await beta(`/${account}/unlink`, asked)).error.code).toBe('not_found')
    expect((await service({ url: `/v1/stores/beta/risk/accounts/${account}` })).json().error.code).toBe('unknown_store')
  })

  test('what is no hash is refused, to look at and to change', async () => {
    const { kind, mark } = await markOf('小蓝', 'device')
    for (const account of ['x', '0', '-1', '99999999999999999999']) {
      const looked = await service({ url: `${ALPHA}/risk/accounts/${account}` })
      const changed = await post(service, `/risk/accounts/${account}/unlink`, {
        kind,
        mark,
        of: 'account',
        reason: 'x',
      })
      expect([looked.statusCode, changed.statusCode], account).toEqual([400, 400])
    }
  })

  test('a buyer who is forgotten is forgotten here: marks, what was taken off them, and what they used', async () => {
    await claim('last', '要忘记的人', { device: '新手机' })
    await change('unlink', '要忘记的人', { reason: '核实' })
    const { hash } = hashPerson(context, 'alpha', '要忘记的人')
    await forgetBuyer(context, 'alpha', hash)
    expect(await find('要忘记的人')).toMatchObject({ accountCount: 1, marks: [], offers: [] })
    expect(JSON.stringify(await shared())).not.toContain(hash)
  })

  test('what was not seen for 400 days is forgotten; what was taken off stays off', async () => {
    context.clock.advance(401 * DAY)
    owner = await signIn(app, OWNER)
    service = Object.assign(await signIn(app, service), service)
    for (const buyer of ['很久以后', '很久以后二号'])
      expect(await claim(buyer, buyer, { device: '门店平板' })).toBe('ok')
    expect((await find('小蓝')).marks).toEqual([])
    const { shared: left, unlinked } = await shared()
    expect([left.length, unlinked.length]).toEqual([0, 1])
  })
})
