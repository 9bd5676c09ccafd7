import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TradeAnswers } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEventKey } from '../../../src/modules/admin/event-keys.ts'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { coreFolder, makeCoreFolder, optionsFor } from '../../../src/modules/trade/core/core-folder.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addEventKey, type Person, withHeaders } from '../../support/test-people.ts'

const TRADE = '/v1/stores/alpha/trade'
const NOON = '2026-11-10T12:00:00.000Z'
let context: TestContext
let app: FastifyInstance
let owner: Person
let shopSystem: Person
let secret: string

const open = (payload: object) => owner({ method: 'POST', url: `${TRADE}/items`, payload })
const stockOf = async (item: string) => (await owner({ url: `${TRADE}/items/${item}` })).json()

const reserve = (id: string, item: string, quantity = 1, more: object = {}) => ({
  id,
  issuedAt: NOON,
  kind: 'reserve',
  buyer: `buyer ${id}`,
  amountCents: 9_900,
  lines: [{ item, quantity }],
  ...more,
})

async function submit(...commands: object[]): Promise<TradeAnswers> {
  const answer = await shopSystem({ method: 'POST', url: `${TRADE}/commands`, payload: { commands } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

const codesOf = ({ answers }: TradeAnswers): string[] => answers.map(({ code }) => code)

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
  ;({ secret } = await createEventKey(context, 'alpha', { name: '前台', scope: 'trade:write' }, { actor: 'test' }))
  shopSystem = withHeaders(app, { authorization: `Bearer ${secret}` })
})

afterAll(() => app.close())

describe('stock', () => {
  test('a shop without items has no core, and looking does not make one', async () => {
    expect((await owner({ url: `${TRADE}/figures` })).json()).toEqual({ state: 'none' })
    expect((await owner({ url: `${TRADE}/items` })).json()).toEqual({ total: 0, items: [] })
    expect((await owner({ url: `${TRADE}/orders/1` })).statusCode).toBe(404)
  })

  test('an item is opened once, under the name the shop gives it', async () => {
    const opened = await open({ item: '6001002003004005006', title: '暖手宝', stock: 10, terms: { buyerLimit: 2 } })
    expect(opened.statusCode).toBe(201)
    expect(opened.json()).toMatchObject({ number: 1, free: 10, held: 0, sold: 0, stock: 10, closed: false })
    expect((await open({ item: '6001002003004005006', stock: 5 })).json().error.code).toBe('duplicate_key')
  })

  test('terms that do not hold leave nothing behind', async () => {
    const wrong = await open({
      item: 'upside-down',
      stock: 1,
      terms: { opensAt: NOON, closesAt: '2026-11-09T00:00:00Z' },
    })
    expect(wrong.statusCode).toBe(409)
    expect(wrong.json().error).toMatchObject({ code: 'terms_invalid', message: expect.stringContaining('条款') })
    expect((await stockOf('upside-down')).error.code).toBe('not_found')
    expect((await open({ item: 'upside-down', stock: 1 })).json()).toMatchObject({ number: 2, free: 1 })
  })

  test('stock is adjusted with a reason, once an id, and never below what is free', async () => {
    const adjust = (payload: object) =>
      owner({ method: 'POST', url: `${TRADE}/items/upside-down/adjust`, payload: { reason: '补货', ...payload } })
    expect((await adjust({ id: '77', delta: 4 })).json()).toMatchObject({ free: 5, stock: 5 })
    expect((await adjust({ id: '77', delta: 4 })).json()).toMatchObject({ free: 5, stock: 5 })
    expect((await adjust({ id: '77', delta: 3 })).json().error.code).toBe('id_reused')
    expect((await adjust({ delta: -6 })).json().error).toMatchObject({ code: 'stock_below_zero', facts: { detail: 5 } })
    expect((await adjust({ delta: 0 })).json().error.code).toBe('invalid_request')
    const trail = await owner({ url: '/v1/stores/alpha/audit' })
    const entries = trail
      .json()
      .entries.filter(({ subject }: { subject: string }) => subject === 'trade-items/upside-down')
    expect(entries.map(({ action, reason }: Record<string, unknown>) => [action, reason])).toEqual([
      ['update', '补货'],
      ['create', ''],
    ])
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
  })
})

describe('orders', () => {
  test('a key of the shop submits orders, and what is refused says what to do', async () => {
    const answers = await submit(
      reserve('1', '6001002003004005006', 2),
      reserve('2', '6001002003004005006', 3),
      reserve('3', 'never-opened'),
      reserve('4', '6001002003004005006', -1),
    )
    expect(codesOf(answers)).toEqual(['accepted', 'buyer_limit', 'item_unknown', 'quantity_invalid'])
    expect(answers.answers[1]).toMatchObject({ accepted: false, detail: 2, message: '超过每人限购数量。' })
    expect(await stockOf('6001002003004005006')).toMatchObject({ free: 8, held: 2 })
  })

  test('the same id is answered the same, however it comes and with whatever beside it', async () => {
    const again = await submit(reserve('1', '6001002003004005006', 2), reserve('1', '6001002003004005006', 1))
    expect(again.answers).toMatchObject([{ code: 'accepted', repeated: true }, { code: 'id_reused' }])
    expect(await stockOf('6001002003004005006')).toMatchObject({ free: 8, held: 2 })
  })

  test('ids of 128 bits keep every digit', async () => {
    const id = '340282366920938463463374607431768211455'
    expect(codesOf(await submit(reserve(id, 'upside-down')))).toEqual(['accepted'])
    expect((await owner({ url: `${TRADE}/orders/${id}` })).json()).toMatchObject({
      id,
      state: 'held',
      amountCents: 9_900,
      deadline: '2026-11-10T12:15:00.000Z',
      lines: [{ item: 'upside-down', quantity: 1, returned: 0 }],
    })
    const beyond = { method: 'GET', url: `${TRADE}/orders/340282366920938463463374607431768211456` } as const
    expect((await owner(beyond)).json().error.code).toBe('invalid_request')
  })

  test('paid, returned, released, lapsed: units go where the order goes', async () => {
    const pay = { id: '101', issuedAt: NOON, kind: 'pay', order: '1', amountCents: 9_900 }
    const back = {
      id: '102',
      issuedAt: NOON,
      kind: 'returnGoods',
      order: '1',
      item: '6001002003004005006',
      quantity: 1,
    }
    expect(codesOf(await submit(pay, back, reserve('5', '6001002003004005006')))).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ])
    expect(codesOf(await submit({ id: '103', issuedAt: NOON, kind: 'release', order: '5' }))).toEqual(['accepted'])
    expect(await stockOf('6001002003004005006')).toMatchObject({ free: 9, held: 0, sold: 1, stock: 10 })
    context.clock.advance(16 * 60_000)
    expect(await stockOf('upside-down')).toMatchObject({ free: 5, held: 0 })
  })

  test('a presale is locked by its deposit and sold by its balance', async () => {
    const now = context.clock.now().toISOString()
    const [balanceFrom, balanceUntil] = ['2026-11-11T00:00:00Z', '2026-11-12T00:00:00Z']
    await open({ item: 'lot', kind: 'presale', stock: 3, terms: { balanceFrom, balanceUntil } })
    const deposit = {
      id: '202',
      issuedAt: now,
      kind: 'payDeposit',
      order: '201',
      amountCents: 1000,
      balanceCents: 8_900,
    }
    const order = reserve('201', 'lot', 1, { issuedAt: now, amountCents: 1000 })
    expect(codesOf(await submit(order, deposit))).toEqual(['accepted', 'accepted'])
    expect(await stockOf('lot')).toMatchObject({ free: 2, locked: 1 })
    const early = { id: '203', issuedAt: now, kind: 'pay', order: '201', amountCents: 8_900 }
    expect(codesOf(await submit(early))).toEqual(['balance_not_open'])
  })

  test('bad requests are refused whole, with nothing decided', async () => {
    const before = await stockOf('lot')
    for (const wrong of [
      { ...reserve('301', 'lot'), amountCents: -1 },
      { ...reserve('302', 'lot'), lines: [] },
      { ...reserve('303', 'lot'), id: '-1' },
      { ...reserve('304', 'lot', 2 ** 40) },
      { ...reserve('305', 'lot'), surprise: 1 },
    ]) {
      const payload = { commands: [reserve('300', 'lot'), wrong] }
      const answer = await shopSystem({ method: 'POST', url: `${TRADE}/commands`, payload })
      expect(answer.json().error.code).toBe('invalid_request')
    }
    expect(await stockOf('lot')).toEqual(before)
  })
})

describe('access', () => {
  test('a key of events opens no orders, a key of orders no events, and neither another shop', async () => {
    const events = await addEventKey(app, context, 'alpha')
    const payload = { commands: [reserve('400', 'lot')] }
    expect((await events({ method: 'POST', url: `${TRADE}/commands`, payload })).statusCode).toBe(401)
    expect((await shopSystem({ method: 'POST', url: '/v1/stores/alpha/events', payload: {} })).statusCode).toBe(401)
    expect((await shopSystem({ method: 'POST', url: '/v1/stores/beta/trade/commands', payload })).statusCode).toBe(401)
  })
})

test('a core whose files cannot be believed is told by file and byte, and the others run on', async () => {
  const folder = coreFolder(context.settings.home, 'beta')
  makeCoreFolder(folder, optionsFor(4096))
  await writeFile(join(folder, 'journal-0000000000000001.zgj'), Buffer.alloc(4096, 7))
  expect((await owner({ url: '/v1/stores/beta/trade/figures' })).json()).toEqual({
    state: 'damaged',
    damage: { damage: 'bit_rot', file: 'journal-0000000000000001.zgj', offset: 0, sequence: 1 },
  })
  const refused = await owner({ method: 'POST', url: '/v1/stores/beta/trade/items', payload: { item: 'a', stock: 1 } })
  expect([refused.statusCode, refused.json().error.code]).toEqual([503, 'trade_damaged'])
  expect((await owner({ url: `${TRADE}/figures` })).json().state).toBe('running')
})

test('figures say where the units and the decisions are', async () => {
  await expect
    .poll(async () => (await owner({ url: `${TRADE}/figures` })).json())
    .toMatchObject({
      state: 'running',
      figures: { backend: 'journal', items: 3, stock: { locked: 1, sold: 1 }, journal: { fault: null } },
    })
})

describe('[P5.07] a limited launch', () => {
  const CHANNELS = { 'launch-app': 30, 'launch-live': 12 }
  const BUYERS = 40
  const BUYER_LIMIT = 2

  /** Everybody on every channel at once, each order a request of its own: three wishes of a buyer on each channel. */
  async function everybodyOrders(
    address: string,
  ): Promise<{ buyer: number; item: string; units: number; code: string }[]> {
    const issuedAt = context.clock.now().toISOString()
    const wishes = Object.keys(CHANNELS).flatMap((item, channel) =>
      Array.from({ length: BUYERS * 3 }, (_, n) => ({ n, buyer: n % BUYERS, item, units: 1 + (n % 2), channel })),
    )
    return Promise.all(
      wishes.map(async ({ n, channel, buyer, item, units }) => {
        const id = `${7_000_000 + channel * 10_000 + n}`
        const command = reserve(id, item, units, { issuedAt, buyer: `fan ${buyer}` })
        const answer = await fetch(`${address}${TRADE}/commands`, {
          method: 'POST',
          headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
          body: JSON.stringify({ commands: [command] }),
        })
        const [code = ''] = codesOf((await answer.json()) as TradeAnswers)
        return { buyer, item, units, code }
      }),
    )
  }

  test('that many buyers order at once over HTTP never passes a limit, an allocation or its opening', async () => {
    const opensAt = new Date(context.clock.now().getTime() + 60_000).toISOString()
    const [first = ''] = Object.keys(CHANNELS)
    for (const [item, stock] of Object.entries(CHANNELS)) {
      const terms = item === first ? { buyerLimit: BUYER_LIMIT, opensAt } : { limitGroup: first, opensAt }
      expect((await open({ item, stock, terms })).statusCode).toBe(201)
    }
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const early = await everybodyOrders(address)
    expect(new Set(early.map(({ code }) => code))).toEqual(new Set(['not_open_yet']))
    context.clock.advance(60_000)
    const answers = await everybodyOrders(address)
    const had = answers.filter(({ code }) => code === 'accepted')
    const unitsOf = (isIts: (answer: (typeof answers)[number]) => boolean): number =>
      had.filter(isIts).reduce((sum, { units }) => sum + units, 0)
    for (let buyer = 0; buyer < BUYERS; buyer++)
      expect(unitsOf((answer) => answer.buyer === buyer)).toBeLessThanOrEqual(BUYER_LIMIT)
    // More was wanted than there is: all of it went, and not a unit more.
    for (const [item, stock] of Object.entries(CHANNELS)) {
      expect(unitsOf((answer) => answer.item === item)).toBe(stock)
      expect(await stockOf(item)).toMatchObject({ stock, free: 0, held: stock })
    }
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['accepted', 'buyer_limit', 'out_of_stock']))
  })
})
