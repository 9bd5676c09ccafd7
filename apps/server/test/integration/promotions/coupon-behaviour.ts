import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../support/build-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { ALPHA, fillGoods, PROMOTION, post } from './alpha-promotions.ts'

/** As many as come at the same moment. */
const CROWD = 50

const COUPON_RULE = {
  ruleId: 'c20',
  name: '满100减20券',
  mechanic: 'spendAndSave',
  level: 'shopCoupon',
  group: 'shopCoupon',
  needsClaim: true,
  params: { tiers: [{ minCents: 10_000, cutCents: 2000 }] },
}

const BATCH = {
  id: 'b',
  name: '满100减20',
  promotion: 'coupons',
  ruleId: 'c20',
  total: 1000,
  perBuyer: 2,
  claimFrom: '2026-11-10T10:00:00.000Z',
  claimUntil: '2026-11-11T00:00:00.000Z',
  validDays: 1,
  faceCents: 2000,
  earlyAccess: [{ minTier: 2, from: '2026-11-10T08:00:00.000Z' }],
}

type Answer = Awaited<ReturnType<Person>>
const codeOf = (answer: Answer): string => (answer.statusCode < 300 ? 'ok' : answer.json().error.code)

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

const crowd = <T>(work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, i) => work(i)))

/** What coupons, orders and budgets promise on any record store, most of it to a crowd at one moment. */
export function describeCoupons(
  name: string,
  open: () => Promise<{ context: TestContext; close(): Promise<void> }>,
): void {
  describe(`coupons and budgets on ${name}`, () => {
    let context: TestContext
    let close: () => Promise<void>
    let app: FastifyInstance
    let owner: Person

    /** The only person of the shop: what needs a second one is done at once. */
    const publish = async (promotion: { id: string } & Record<string, unknown>, batch?: object) => {
      await post(owner, '/promotions', { ...PROMOTION, ...promotion })
      // Coupons that nothing limits could not be approved.
      if (batch) await issue(batch)
      const asked = await post(owner, `/promotions/${promotion.id}/approve`, { version: 1 })
      if (!asked.json().performed) throw new Error(asked.body)
    }
    const issue = async (more: object) => {
      const made = await post(owner, '/coupon-batches', { ...BATCH, ...more })
      if (made.statusCode !== 201) throw new Error(made.body)
    }
    const claim = (id: string, buyerId: string, more: object = {}) =>
      post(owner, '/coupons', { id, buyerId, batch: 'b', ...more })
    const batch = async (id = 'b') => (await owner({ url: `${ALPHA}/coupon-batches/${id}` })).json()
    const burn = async (id: string) => (await owner({ url: `${ALPHA}/promotions/${id}` })).json().burn
    const place = (
      orderId: string,
      buyerId: string,
      claimIds: readonly string[] = [],
      more: object = {},
      marks: object = {},
    ) => {
      const claims = claimIds.map((claimId) => ({ claimId, ruleId: 'c20' }))
      const cart = { buyer: { buyerId, marks }, lines: [{ skuId: 'serum', quantity: 1 }], claims }
      return post(owner, '/promotion-orders', { orderId, cart, ...more })
    }
    const move = (orderId: string, way: string) => post(owner, `/promotion-orders/${orderId}/${way}`)
    const stateOf = async (buyerId: string) =>
      (await post(owner, '/coupons/of-buyer', { buyerId })).json().map((c: { state: string }) => c.state)

    beforeAll(async () => {
      ;({ context, close } = await open())
      app = buildApp(context)
      await app.ready()
      owner = await setUpOwner(app)
      await openShop(context, 'alpha')
      await fillGoods(context)
      await publish({ id: 'coupons', name: '券', rules: [COUPON_RULE] }, {})
    })
    afterAll(async () => {
      await app.close()
      await close()
    })

    test('[P6.08] a rule that holds without a coupon gets no coupons, nor does a batch without an end', async () => {
      const open = { ...COUPON_RULE, ruleId: 'open', needsClaim: false }
      await post(owner, '/promotions', { ...PROMOTION, id: 'open', rules: [open] })
      const refused = await post(owner, '/coupon-batches', { ...BATCH, id: 'x', promotion: 'open', ruleId: 'open' })
      expect(codeOf(refused)).toBe('coupon_rule')
      expect(codeOf(await post(owner, '/coupon-batches', { ...BATCH, id: 'x', validDays: null }))).toBe(
        'invalid_request',
      )
    })

    test('[P6.08] claimed, locked by an order, used by its payment, given back by its return', async () => {
      expect((await claim('life', 'li')).json()).toMatchObject({ id: 'life', state: 'claimed', ruleId: 'c20' })
      const placed = await place('o-life', 'li', ['life'], { expectPayableCents: 27_900 })
      expect(placed.json(), placed.body).toMatchObject({
        state: 'locked',
        payableCents: 27_900,
        couponIds: ['life'],
        costs: [{ promotion: 'coupons', cents: 2000 }],
      })
      expect(await stateOf('li')).toEqual(['locked'])
      expect(codeOf(await place('o-other', 'li', ['life']))).toBe('coupon_unusable')
      expect((await move('o-life', 'pay')).json().state).toBe('paid')
      expect(await batch()).toMatchObject({ used: 1, actualCostCents: 2000, liabilityCents: 0 })
      expect(await burn('coupons')).toMatchObject({ usedCents: 2000, lockedCents: 0, orders: 1 })
      expect((await move('o-life', 'pay')).json().state).toBe('paid')
      expect(codeOf(await move('o-life', 'release'))).toBe('order_moved')
      expect((await move('o-life', 'return')).json().state).toBe('returned')
      expect(await stateOf('li')).toEqual(['claimed'])
      expect(await burn('coupons')).toMatchObject({ usedCents: 0, orders: 0 })
      expect(await batch()).toMatchObject({ used: 0, actualCostCents: 0, liabilityCents: 2000 })
    })

    test('[P6.08] an order is all or nothing, and the same order again is the same order', async () => {
      await claim('again', 'wu')
      const [one, two] = [await place('o-again', 'wu', ['again']), await place('o-again', 'wu', ['again'])]
      expect(two.json()).toEqual(one.json())
      expect(codeOf(await place('o-again', 'wu'))).toBe('duplicate_key')
      const short = await place('o-short', 'wu', ['again', 'missing'])
      expect(codeOf(short)).toBe('coupon_unusable')
      const dear = await place('o-dear', 'wu', [], { expectPayableCents: 1 })
      expect(dear.json().error).toMatchObject({ code: 'price_changed', facts: { payableCents: 29_900 } })
      expect(codeOf(await move('o-dear', 'pay'))).toBe('not_found')
      expect(codeOf(await place('o-theft', 'somebody else', ['again']))).toBe('coupon_unusable')
      await move('o-again', 'release')
    })

    test('[P6.08] an order that is not paid lets go by itself, and a coupon whose time is over is over', async () => {
      await claim('due', 'zhou')
      await place('o-due', 'zhou', ['due'], { holdMinutes: 5 })
      context.clock.advance(5 * 60_000)
      await batch()
      expect(await stateOf('zhou')).toEqual(['claimed'])
      expect(codeOf(await move('o-due', 'pay'))).toBe('order_moved')
      context.clock.advance(26 * 3_600_000)
      expect(await stateOf('zhou')).toEqual(['expired'])
      context.clock.set('2026-11-10T12:00:00.000Z')
    })

    test(`[P6.08] of ${CROWD} claims at once no more succeed than there are coupons, one each`, async () => {
      await issue({ id: 'few', total: 20, perBuyer: 1 })
      const answers = await crowd((i) => claim(`few-${i}`, `buyer ${i % 40}`, { batch: 'few' }))
      const counts = countBy(answers.map(codeOf))
      expect(counts.ok).toBe(20)
      expect(await batch('few')).toMatchObject({ claimed: 20, open: 20, liabilityCents: 40_000 })
      expect(codeOf(await claim('few-late', 'late', { batch: 'few' }))).toBe('coupon_none_left')
    })

    test(`[P6.08] of ${CROWD} claims of one buyer at once exactly the allowed ones succeed; a repeat is the same coupon`, async () => {
      const answers = await crowd((i) => claim(`one-${i % 10}`, 'one buyer'))
      const ids = new Set(answers.filter((a) => a.statusCode === 200).map((a) => a.json().id))
      expect(ids.size).toBe(2)
      expect(codeOf(await claim([...ids][0] as string, 'one buyer'))).toBe('ok')
      expect(codeOf(await claim('one-x', 'one buyer'))).toBe('coupon_buyer_limit')
      const device = { marks: { device: 'one phone' } }
      const several = await Promise.all([...'abcdef'].map((x) => claim(`several-${x}`, `several ${x}`, device)))
      expect(countBy(several.map(codeOf))).toEqual({ ok: 2, coupon_buyer_limit: 4 })
    })

    test(`[P6.08] of ${CROWD} orders at once with one coupon exactly one gets it`, async () => {
      await claim('wanted', 'qian')
      const answers = await crowd((i) => place(`o-wanted-${i}`, 'qian', ['wanted']))
      expect(countBy(answers.map(codeOf))).toEqual({ ok: 1, coupon_unusable: CROWD - 1 })
    })

    test(`[P7.12] of ${CROWD} returns at once no more units come back than were bought, and the refunds are what was paid`, async () => {
      const cart = { buyer: { buyerId: 'crowded' }, lines: [{ lineId: 'a', skuId: 'mask', quantity: 3 }] }
      await post(owner, '/promotion-orders', { orderId: 'o-back', cart })
      await move('o-back', 'pay')
      const lines = [{ lineId: 'a', units: 1 }]
      const answers = await crowd((i) =>
        post(owner, '/promotion-orders/o-back/returns', { id: `r${i}`, lines, reason: 'test' }),
      )
      expect(countBy(answers.map(codeOf))).toEqual({ ok: 3, return_refused: CROWD - 3 })
      const order = (await owner({ url: `${ALPHA}/promotion-orders/o-back` })).json()
      expect(order).toMatchObject({ state: 'returned', refundedCents: order.payableCents })
      expect(order.returns.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3])
    })

    test('[P6.35] a crowd of orders at once passes a budget by one order at the most, and the promotion stops for the others', async () => {
      const rule = { ruleId: 'cut', name: '直降30', mechanic: 'directCut', params: { cutCents: 3000 } }
      await publish({ id: 'cut', name: '直降', rules: [rule], budgetCents: 40_000 })
      const answers = await crowd((i) => place(`o-cut-${i}`, `cut buyer ${i}`))
      expect(countBy(answers.map(codeOf))).toEqual({ ok: CROWD })
      expect(countBy(answers.map((a) => String(a.json().payableCents)))).toEqual({ 26900: 14, 29900: CROWD - 14 })
      expect(await burn('cut')).toMatchObject({ lockedCents: 42_000, leftCents: -2000, orders: 14 })
      const detail = (await owner({ url: `${ALPHA}/promotions/cut` })).json()
      expect(detail).toMatchObject({ state: 'stopped' })
      const kinds = (await owner({ url: `${ALPHA}/promotion-notices` })).json().map((n: { kind: string }) => n.kind)
      expect(kinds.slice(0, 3)).toEqual(['budget_reached', 'budget_nearly_used', 'approved'])
      await move('o-cut-0', 'pay')
      const paid = await burn('cut')
      expect(paid.lockedCents + paid.usedCents).toBe(42_000)
    })

    test('[P6.09] two first orders of one buyer at once are not both the first, nor those of one person with several accounts', async () => {
      const rule = {
        ruleId: 'first',
        name: '首单立减',
        mechanic: 'directCut',
        params: { cutCents: 1000 },
        timesPerBuyer: 1,
      }
      await publish({ id: 'first', name: '首单', rules: [{ ...rule, when: { isNewBuyer: true } }] })
      const answers = await crowd((i) => place(`o-first-${i}`, 'new buyer'))
      expect(countBy(answers.map((a) => String(a.json().payableCents)))).toEqual({ 28900: 1, 29900: CROWD - 1 })
      const accounts = await Promise.all(
        [...'abcdefgh'].map((x) => place(`o-acc-${x}`, `account ${x}`, [], {}, { payment: 'one person' })),
      )
      expect(countBy(accounts.map((a) => String(a.json().payableCents)))).toEqual({ 28900: 1, 29900: 7 })
      const buyer = { buyerId: 'account x', marks: { payment: 'One Person' } }
      const tried = await post(owner, '/price', { cart: { buyer, lines: [{ skuId: 'serum', quantity: 1 }] } })
      expect(tried.json().payableCents).toBe(29_900)
      await post(owner, '/promotions/first/stop', { reason: 'test' })
    })

    test('[P6.12] a code is claimed by as many as it is made for; guesses lock the guesser out, typing mistakes do not', async () => {
      await issue({ id: 'codes', perBuyer: 1 })
      const made = await post(owner, '/coupon-batches/codes/codes', { count: 2, usesEach: 2 })
      const [code, other] = made.json().codes as [string, string]
      const [stored] = await context.records.query<{ text: string }>(
        'SELECT string_agg(hash, $1) AS text FROM coupon_codes',
        [' '],
      )
      expect(stored?.text).not.toContain(code.replaceAll('-', ''))
      const byCode = (id: string, buyerId: string, text: string) => post(owner, '/coupons', { id, buyerId, code: text })
      const answers = await crowd((i) => byCode(`code-${i}`, `code buyer ${i}`, code.toLowerCase()))
      expect(countBy(answers.map(codeOf))).toEqual({ ok: 2, coupon_code_used: CROWD - 2 })
      const mistyped = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
      for (let i = 0; i < 6; i++) expect(codeOf(await byCode('m', 'guesser', mistyped))).toBe('coupon_code_wrong')
      const guess = '0000-0000-0000-0000'
      for (let i = 0; i < 5; i++) expect(codeOf(await byCode('g', 'guesser', guess))).toBe('coupon_code_wrong')
      expect(codeOf(await byCode('g', 'guesser', other))).toBe('too_many_requests')
      expect(codeOf(await byCode('h', 'honest', other))).toBe('ok')
      context.clock.advance(15 * 60_000)
      expect(codeOf(await byCode('g', 'guesser', other))).toBe('ok')
      context.clock.set('2026-11-10T12:00:00.000Z')
    })

    test('[P6.12] members of a tier claim before the others', async () => {
      context.clock.set('2026-11-10T09:00:00.000Z')
      expect(codeOf(await claim('t1', 'tier one', { tier: 1 }))).toBe('coupon_not_open')
      expect(codeOf(await claim('t2', 'tier two', { tier: 2 }))).toBe('ok')
      context.clock.set('2026-11-10T12:00:00.000Z')
    })

    test('[P6.35] coupons of a stopped promotion are not given out any more', async () => {
      await post(owner, '/promotions/coupons/stop', { reason: 'test' })
      expect(codeOf(await claim('stopped', 'sun'))).toBe('coupon_closed')
    })
  })
}
