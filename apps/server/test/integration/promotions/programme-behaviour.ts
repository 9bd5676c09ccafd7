import { createHash } from 'node:crypto'
import { composeBox, takeBox } from '@zhanggui/gameplay'
import { parseDay } from '@zhanggui/kernel'
import { eq } from 'drizzle-orm'
import excel from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPerson } from '../../../src/modules/admin/people/person-hash.ts'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { forgetBuyer } from '../../../src/modules/promotions/forget-buyer.ts'
import { readPosition } from '../../../src/modules/promotions/points/post-points.ts'
import { FOLLOW_PROGRAMMES } from '../../../src/modules/promotions/programmes/cases/follow-programmes.ts'
import { readRetention } from '../../../src/modules/promotions/programmes/retention/read-retention.ts'
import {
  programmeCases,
  programmeCommands,
  programmeEffects,
  programmeLines,
} from '../../../src/modules/promotions/programmes/schema.ts'
import { buildApp } from '../../support/build-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, openShop, type Person, setUpOwner } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { ALPHA, fillGoods, PROMOTION, post, publish, SPEND_300 } from './alpha-promotions.ts'

const CROWD = 30
const DAY_MS = 24 * 3_600_000
const TODAY = parseDay('2026-11-12')
const crowd = <T>(work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, i) => work(i)))

type Answer = Awaited<ReturnType<Person>>
const reasonOf = (answer: Answer): string =>
  answer.statusCode < 300 ? 'ok' : (answer.json().error.facts?.reason ?? answer.json().error.code)

const BOX = {
  itemsMax: 4,
  perBuyerMax: 1,
  items: [4200, 4600, 5000, 5400].map((valueCents, i) => ({
    skuId: `s${i}`,
    valueCents,
    costCents: 1200 + 100 * i,
    stock: 9,
  })),
  hiddenSkuId: 'gold',
  hiddenStock: 1,
  hiddenOddsPpm: 500_000,
}

/** What programmes promise on any record store: their rules are shown in the engine, here that they hold for a shop and in a crowd. */
export function describeProgrammes(
  name: string,
  open: () => Promise<{ context: TestContext; close(): Promise<void> }>,
): void {
  describe(`programmes on ${name}`, () => {
    let context: TestContext
    let close: () => Promise<void>
    let app: FastifyInstance
    let owner: Person
    let finance: Person
    let commands = 0

    const read = async (path: string, who = owner) => (await who({ url: `${ALPHA}${path}` })).json()
    const create = async (id: string, kind: string, terms: object = {}) => {
      const kinds = await read('/programme-kinds')
      const { start } = kinds.find((one: { kind: string }) => one.kind === kind)
      return post(owner, '/programmes', { id, name: id, kind, terms: { ...start, ...terms } })
    }
    const approve = (request: string) => post(finance, `/approvals/${request}/approve`)
    /** Set up by one person, put into force by another. */
    const start = async (id: string, kind: string, terms: object = {}) => {
      const made = await create(id, kind, terms)
      if (made.statusCode !== 201) throw new Error(made.body)
      const { request } = (await post(owner, `/programmes/${id}/open`)).json()
      expect((await approve(request)).statusCode).toBe(200)
    }
    const play = (id: string, command: string, body: object = {}, commandId = `c${commands++}`) =>
      post(owner, `/programmes/${id}/commands`, { commandId, command, ...body })
    const balances = async (id: string) => {
      const list: { account: string; cents: number }[] = (await read(`/programmes/${id}`)).balances
      return Object.fromEntries(list.map(({ account, cents }) => [account, cents]))
    }
    const toDo = async (id: string): Promise<{ key: string; kind: string }[]> =>
      read(`/programmes/${id}/effects?open=yes`)
    const factOf = async (id: string, nameZh: string) =>
      (await read(`/programmes/${id}`)).facts.find((fact: { nameZh: string }) => fact.nameZh === nameZh)?.value

    beforeAll(async () => {
      ;({ context, close } = await open())
      app = buildApp(context)
      await app.ready()
      owner = await setUpOwner(app)
      await openShop(context, 'alpha')
      await fillGoods(context)
      finance = await addPerson(app, owner, { store: 'alpha', role: 'finance' })
    })
    afterAll(async () => {
      await app.close()
      await close()
    })

    test('[P13.10] a programme begins with the word of another person than the asker; terms that are wrong are refused with every reason', async () => {
      const wrong = await create('wrong', 'blindBox', { ...BOX, itemsMax: 99, prise: 1 })
      expect(wrong.json().error.facts.problems.map((p: { field: string }) => p.field)).toEqual(['itemsMax', 'prise'])
      expect((await create('early', 'greenPackaging')).json()).toMatchObject({ state: 'draft', seed: null })
      const choose = () => play('early', 'chooseGreen', { caseId: 'o1', buyerId: 'li' })
      expect(reasonOf(await choose())).toBe('programme_not_open')
      const asked = await post(owner, '/programmes/early/open')
      expect([asked.statusCode, asked.json().programme.state]).toEqual([202, 'waiting'])
      const { request } = asked.json()
      expect(reasonOf(await post(owner, `/approvals/${request}/approve`))).toBe('approval_own')
      expect((await read(`/approvals`, finance)).requests[0].changes).toContainEqual(
        expect.objectContaining({ nameZh: '奖励积分', after: '20' }),
      )
      expect((await approve(request)).statusCode).toBe(200)
      expect(reasonOf(await choose())).toBe('ok')
      expect(reasonOf(await post(owner, '/programmes/early/open'))).toBe('programme_moved_on')
      expect(reasonOf(await create('early', 'donation'))).toBe('duplicate_key')
    })

    test('[P6.21] a crowd gets as many boxes as there are and no item twice; closed, the seed of the published digest makes every box again', async () => {
      await start('box', 'blindBox', BOX)
      const buy = (i: number) =>
        play(
          'box',
          'buyBox',
          { caseId: `o${i}`, buyerId: `b${i}`, values: { age: 30, guardianAgrees: false } },
          `buy-${i}`,
        )
      const answers = await crowd(buy)
      const sold = answers.filter((answer) => reasonOf(answer) === 'ok')
      expect(answers.filter((answer) => reasonOf(answer) === 'sold_out')).toHaveLength(CROWD - sold.length)
      const won = answers.findIndex((answer) => answer.statusCode === 200)
      expect((await buy(won)).json()).toEqual(answers[won]?.json())
      expect(
        reasonOf(
          await play('box', 'buyBox', {
            caseId: 'o-more',
            buyerId: `b${won}`,
            values: { age: 30, guardianAgrees: false },
          }),
        ),
      ).toBe('buyer_limit')
      const sealed = await read('/programmes/box/proof')
      expect(sealed.seed).toBeNull()
      expect((await post(owner, '/programmes/box/close')).json().state).toBe('closed')
      const proof = await read('/programmes/box/proof')
      expect(createHash('sha256').update(Buffer.from(proof.seed, 'hex')).digest('hex')).toBe(sealed.commitment)
      const { hiddenSkuId, hiddenValueCents, hiddenCostCents, hiddenStock, hiddenOddsPpm, ...terms } = proof.terms
      const hidden = {
        skuId: hiddenSkuId,
        valueCents: hiddenValueCents,
        costCents: hiddenCostCents,
        stock: hiddenStock,
        oddsPpm: hiddenOddsPpm,
      }
      let left = { ...terms, hidden }
      for (const { state } of proof.cases) {
        const box = composeBox(left, proof.seed, state.boxNo)
        expect(box).toMatchObject({ ok: true, value: { skuIds: state.skuIds } })
        if (box.ok) left = takeBox(left, box.value)
      }
      expect(proof.cases).toHaveLength(sold.length)
      expect(left.items.every((item: { stock: number }) => item.stock >= 0)).toBe(true)
      expect(reasonOf(await buy(99))).toBe('programme_closed')
    })

    test('[P6.36] what is published beside a box are its odds; they follow what is left', async () => {
      await start('odds', 'blindBox', { ...BOX, hiddenSkuId: 'cream-50', hiddenOddsPpm: 1_000_000 })
      expect(await factOf('odds', '隐藏款概率')).toBe(1_000_000)
      await play('odds', 'buyBox', { caseId: 'o1', buyerId: 'b1', values: { age: 30, guardianAgrees: false } })
      expect(await factOf('odds', '隐藏款概率')).toBe(0)
    })

    test('[P6.23] the difference after inspection is paid or owed; what never came is charged when its days are over, whoever looks', async () => {
      await start('swap', 'tradeIn', { sendDays: 1, perBuyerMax: 9 })
      const quote = (caseId: string, grade: string) =>
        play('swap', 'quote', { caseId, buyerId: 'wang', values: { model: 'phone-12', grade } })
      for (const [id, grade] of [
        ['up', '有划痕'],
        ['down', '良好'],
        ['never', '良好'],
      ] as const)
        expect(reasonOf(await quote(id, grade))).toBe('ok')
      for (const caseId of ['up', 'down']) await play('swap', 'send', { caseId, values: { tracking: 'SF1' } })
      await play('swap', 'inspect', { caseId: 'up', values: { grade: '良好' } })
      await play('swap', 'inspect', { caseId: 'down', values: { grade: '有划痕' } })
      await play('swap', 'accept', { caseId: 'down' })
      expect(await balances('swap')).toMatchObject({ recycled: 130_000, subsidy: 60_000, 'payable/buyers': 0 })
      context.clock.advance(2 * DAY_MS)
      expect((await read('/programmes/swap/cases?status=lapsed')).cases).toMatchObject([{ id: 'never' }])
      expect(await balances('swap')).toMatchObject({ incoming: 0, subsidy: 40_000, 'payable/buyers': 100_000 })
      expect((await toDo('swap')).map(({ key, kind }) => [key, kind])).toEqual([
        ['up/difference', 'refund'],
        ['down/difference', 'charge'],
        ['never/charge-back', 'charge'],
      ])
    })

    test('[P6.29] the shop’s own orders and returns are counted into a donation once; paid out by two people, never above the ledger, with a statement anybody may see', async () => {
      const line = (order: string, more: object = {}) => ({
        store: 'alpha',
        created_day: '2026-11-11',
        order_id: order,
        line_id: order,
        created_at: '2026-11-11 04:00:00.000',
        paid_day: '2026-11-11',
        status: 'paid',
        kind: 'sale',
        buyer: '7',
        item_id: 'apple',
        is_product: 1,
        quantity: 3,
        paid_cents: 9000,
        gmv_cents: 9000,
        version: 1,
        ...more,
      })
      await start('gift', 'donation', {
        skuIds: ['apple'],
        perUnitCents: 100,
        fromDay: '2026-11-01',
        throughDay: '2026-11-30',
      })
      await insertFacts(context, 'order_lines', [
        line('a1'),
        line('a2', { quantity: 2, paid_cents: 6000 }),
        line('other', { item_id: 'pear' }),
      ])
      const collect = async () => (await post(owner, '/programmes/gift/collect')).json().collected
      expect(await collect()).toMatchObject({ orders: 2, soldUnits: 5, returnedUnits: 0 })
      expect(await collect()).toMatchObject({ orders: 2, soldUnits: 0, returnedUnits: 0 })
      await insertFacts(context, 'order_lines', [
        line('a1', { refund_cents: 3000, refunded_day: '2026-11-12', version: 2 }),
      ])
      expect(await collect()).toMatchObject({ soldUnits: 0, returnedUnits: 1 })
      expect(await balances('gift')).toEqual({ donated: 400, 'payable/donee': -400 })

      const pay = (cents: number) =>
        post(owner, '/programmes/gift/payouts', { account: 'payable/donee', cents, direction: 'paid', proof: '回单 1' })
      expect(reasonOf(await pay(401))).toBe('programme_payout_over')
      const requests = (await Promise.all([pay(400), pay(400)])).map((answer) => answer.json().request)
      const approved = await Promise.all(requests.map(approve))
      expect(approved.map(reasonOf).sort()).toEqual(['ok', 'programme_payout_over'])
      expect(await balances('gift')).toEqual({ donated: 400, 'payable/donee': 0, cash: -400 })

      const statement = await read('/programmes/gift/statement?account=payable/donee')
      expect(statement).toMatchObject({
        openingCents: 0,
        closingCents: 0,
        lines: [{}, {}, {}, { memo: '付款 回单 1', cents: 400 }],
      })
      const { hash } = hashPerson(context, 'alpha', 'anybody')
      expect(JSON.stringify(statement)).not.toContain(hash)
      const later = await read(
        '/programmes/gift/statement?account=payable/donee&fromDay=2027-01-01&throughDay=2027-02-01',
      )
      expect(later).toMatchObject({ openingCents: 0, lines: [], closingCents: 0 })
      const file = await owner({ url: `${ALPHA}/programmes/gift/statement/file?account=payable/donee&format=xlsx` })
      const book = new excel.Workbook()
      await book.xlsx.load(file.rawPayload as unknown as ArrayBuffer)
      const rows = book.worksheets[0]?.getSheetValues() ?? []
      expect(JSON.stringify(rows)).toContain('付款 回单 1')
      expect(JSON.stringify(rows)).toContain(statement.sha256)
    })

    test('[P6.27] both ways of a partnership settle to the fen; what the partner owes comes in with a proof', async () => {
      await start('cafe', 'partnerCard')
      await play('cafe', 'issueCard', { caseId: 'ours', buyerId: 'li', values: { memberOf: 'shop' } })
      await play('cafe', 'issueCard', { caseId: 'theirs', buyerId: 'wu', values: { memberOf: 'cafe' } })
      await play('cafe', 'useBenefit', { caseId: 'ours', values: { benefit: 'latte', isNewCustomer: true } })
      await play('cafe', 'useBenefit', { caseId: 'theirs', values: { benefit: 'sample' } })
      expect(await balances('cafe')).toEqual({ cost: 1200, income: -500, 'payable/cafe': -700 })
      // Whether the partner's member is new here is for the shop's own orders to say.
      expect([await factOf('cafe', '本店新客'), await factOf('cafe', '街角咖啡新客')]).toEqual([1, 1])
      await play('cafe', 'reverseUse', { caseId: 'ours', values: { use: 1 } })
      const book = (direction: string) =>
        post(owner, '/programmes/cafe/payouts', { account: 'payable/cafe', cents: 500, direction, proof: '收据 9' })
      expect(reasonOf(await book('paid'))).toBe('programme_payout_over')
      await approve((await book('received')).json().request)
      expect(await balances('cafe')).toEqual({ cost: 0, income: -500, 'payable/cafe': 0, cash: 500 })
      expect(await read('/programmes/cafe/payouts')).toMatchObject([
        { state: 'booked', direction: 'received', cents: 500 },
      ])
    })

    test('[P6.29] green packaging reaches the packing list and earns its points once an order', async () => {
      await start('green', 'greenPackaging', { points: 20, instruction: '循环箱' })
      const choose = () => play('green', 'chooseGreen', { caseId: 'g1', buyerId: 'zhao' })
      expect((await crowd(choose)).map(reasonOf).filter((reason) => reason === 'ok')).toHaveLength(1)
      expect(await toDo('green')).toMatchObject([{ kind: 'pack', instruction: '循环箱', caseId: 'g1' }])
      const { hash } = hashPerson(context, 'alpha', 'zhao')
      const held = async () => (await readPosition(context.records.db, { store: 'alpha', buyer: hash }, TODAY)).balance
      expect(await held()).toBe(20)
      const done = async () => (await post(owner, '/programmes/green/effects/done', { keys: ['g1/pack'] })).json()
      expect([await done(), await done(), await toDo('green')]).toEqual([{ done: 1 }, { done: 0 }, []])
      await play('green', 'withdrawGreen', { caseId: 'g1' })
      expect(await held()).toBe(0)
    })

    test('[P6.32] one application a buyer in a crowd, chosen by a seed that is published then, reminded by the day, barred pictures', async () => {
      const day = '2026-11-12'
      await start('try', 'trial', {
        places: 2,
        fromDay: day,
        throughDay: day,
        reportDays: 2,
        remindDaysBefore: 1,
        remindDaysAfter: 0,
      })
      const twice = await crowd((i) => play('try', 'apply', { caseId: `a${i}`, buyerId: `t${i % 10}` }))
      expect(twice.map(reasonOf).filter((reason) => reason === 'ok')).toHaveLength(10)
      expect(reasonOf(await play('try', 'select'))).toBe('too_soon')
      context.clock.advance(DAY_MS)
      expect(reasonOf(await play('try', 'select'))).toBe('ok')
      const info = await read('/programmes/try')
      expect(createHash('sha256').update(Buffer.from(info.seed, 'hex')).digest('hex')).toBe(info.commitment)
      expect((await read('/programmes/try/cases?status=chosen')).total).toBe(2)
      expect((await read('/programmes/try/cases?status=notChosen')).total).toBe(8)
      context.clock.advance(DAY_MS)
      await toDo('try')
      expect((await toDo('try')).map(({ kind }) => kind).sort()).toEqual(['remind', 'remind', 'ship', 'ship'])

      await start('show', 'showOrder')
      const show = (i: number) =>
        play('show', 'show', {
          caseId: `s${i}`,
          buyerId: `t${i}`,
          values: { text: '包装很好，颜色和图片上的一模一样', fingerprint: '00ff00ff00ff00ff' },
        })
      const shown = (await crowd(show)).map(reasonOf)
      expect(shown.filter((reason) => reason === 'ok')).toHaveLength(1)
      expect(shown.filter((reason) => reason === 'picture_seen_before')).toHaveLength(CROWD - 1)
    })

    test('[P6.31] carts that wait come in from the shop’s own events, a coupon is given to those drawn by lot, and what both groups buy tells what it adds', async () => {
      const { hash: idle } = hashPerson(context, 'alpha', 'cart idle')
      const { hash: bought } = hashPerson(context, 'alpha', 'cart bought')
      const moment = context.clock.now()
      const today = moment.toISOString().slice(0, 10)
      const dayBefore = (n: number) => new Date(moment.getTime() - n * DAY_MS).toISOString().slice(0, 10)
      const cart = (visitor: string, day: string, more: object = {}) => ({
        store: 'alpha',
        day,
        at: `${day} 04:00:00.000`,
        type: 'cart',
        visitor,
        item_id: 'serum',
        quantity: 1,
        row_key: `${visitor.slice(0, 12)}${day.slice(8)}`,
        ...more,
      })
      const others = Array.from({ length: 12 }, (_, i) => String(9_000_000 + i))
      await insertFacts(context, 'events', [
        cart(idle, dayBefore(3)),
        cart(bought, dayBefore(3)),
        cart('77', dayBefore(1)),
        ...others.map((visitor) => cart(visitor, dayBefore(4))),
      ])
      const order = (buyer: string, day: string, id: string, refund = 0) => ({
        ...{ store: 'alpha', created_day: day, order_id: id, line_id: '1', created_at: `${day} 04:00:00.000` },
        ...{ paid_day: day, status: 'paid', kind: 'sale', buyer, item_id: 'serum', is_product: 1, quantity: 1 },
        ...{ paid_cents: 29_900, gmv_cents: 29_900, refund_cents: refund, version: 1 + Number(refund > 0) },
      })
      await insertFacts(context, 'order_lines', [order(bought, dayBefore(2), 'after-cart')])
      await publish(owner, finance, {
        ...PROMOTION,
        id: 'recall',
        until: '2027-12-31T00:00:00.000Z',
        rules: [{ ...SPEND_300, ruleId: 'back', needsClaim: true, level: 'shopCoupon', group: 'shopCoupon' }],
        budgetCents: 1_000_000,
      })
      await post(owner, '/coupon-batches', {
        ...{
          id: 'back',
          name: '回购券',
          promotion: 'recall',
          ruleId: 'back',
          total: 100,
          perBuyer: 1,
          faceCents: 2000,
        },
        ...{ claimFrom: PROMOTION.from, claimUntil: '2027-12-31T00:00:00.000Z', validDays: 3 },
      })
      await start('carts', 'cartRecall', { batch: 'back', heldBp: 5000, fromDay: today, throughDay: today })
      const collect = async () => (await post(owner, '/programmes/carts/collect')).json().collected
      expect(await collect()).toEqual({ kind: 'purchases', enrolled: 13, people: 13, bought: 0, paidCents: 0 })
      expect(await collect()).toMatchObject({ enrolled: 0, people: 13 })
      const { total: offered } = await read('/programmes/carts/cases?status=offered')
      const { total: held } = await read('/programmes/carts/cases?status=held')
      expect([offered > 0, held > 0, offered + held]).toEqual([true, true, 13])
      expect((await read('/coupon-batches')).find((b: { id: string }) => b.id === 'back').claimed).toBe(offered)
      expect(await toDo('carts')).toEqual([])

      await insertFacts(context, 'order_lines', [order(others[0] ?? '', today, 'came-back'), order(idle, today, 'too')])
      expect(await collect()).toMatchObject({ people: 13, bought: 2, paidCents: 59_800 })
      await insertFacts(context, 'order_lines', [order(idle, today, 'too', 29_900)])
      expect(await collect()).toMatchObject({ bought: 1, paidCents: 29_900 })
      expect([await factOf('carts', '已发回购权'), await factOf('carts', '对照组')]).toEqual([offered, held])
      expect((await post(owner, '/programmes/early/collect')).json().error.code).toBe('invalid_request')
    })

    test('[P6.09] a pack is worth its tiers, once a person whatever accounts they have, for new people only, and costs what is used of it', async () => {
      const today = (await read('/programme-kinds'))[2].start.fromDay
      const rule = (ruleId: string, minCents: number, cutCents: number) => ({
        ...{ ruleId, name: ruleId, mechanic: 'spendAndSave', level: 'shopCoupon', group: ruleId, needsClaim: true },
        params: { tiers: [{ minCents, cutCents }] },
      })
      await post(owner, '/promotions', {
        ...PROMOTION,
        ...{
          id: 'welcome',
          until: '2027-12-31T00:00:00.000Z',
          rules: [rule('w10', 5900, 1000), rule('w45', 29_900, 4500)],
        },
      })
      const issue = (id: string, ruleId: string, faceCents: number) =>
        post(owner, '/coupon-batches', {
          ...{ id, name: id, promotion: 'welcome', ruleId, faceCents, total: 100, perBuyer: 2 },
          ...{ claimFrom: PROMOTION.from, claimUntil: '2027-12-31T00:00:00.000Z', validDays: 30 },
        })
      await issue('w10', 'w10', 1000)
      const tier = (batch: string, faceCents: number, minCents: number, count: number) => ({
        batch,
        faceCents,
        minCents,
        count,
      })
      const tiers = [tier('w10', 1000, 5900, 1), tier('w45', 4500, 29_900, 2)]
      const terms = { fromDay: today, throughDay: today, valueCents: 10_000, tiers }
      expect(reasonOf(await create('short', 'registrationPack', { ...terms, valueCents: 9999 }))).toBe(
        'programme_faults',
      )
      await create('faces', 'registrationPack', terms)
      const refused = (await post(owner, '/programmes/faces/open')).json().error
      expect(refused.facts.problems.map((p: { code: string }) => p.code)).toEqual(['batch_unknown'])
      await issue('w45', 'w45', 4500)
      const asked = (await post(owner, '/promotions/welcome/approve', { version: 1 })).json()
      expect((await approve(asked.request)).statusCode).toBe(200)
      await start('pack', 'registrationPack', terms)

      const register = (caseId: string, buyerId: string, marks: object = {}) =>
        play('pack', 'register', { caseId, buyerId, marks })
      const farm = await Promise.all([...'abcdef'].map((x) => register(`farm-${x}`, `farm ${x}`, { payment: 'Pay 1' })))
      expect(farm.map(reasonOf).sort()).toEqual([...Array(5).fill('buyer_limit'), 'ok'])
      expect(reasonOf(await register('r-li', 'pack li', { device: 'phone 9', address: 'home' }))).toBe('ok')
      expect(reasonOf(await register('r-wife', 'pack wife', { device: 'phone 10', address: 'home' }))).toBe('ok')
      expect(reasonOf(await register('r-li-2', 'pack li 2', { device: ' PHONE９' }))).toBe('buyer_limit')
      expect((await post(owner, '/coupons/of-buyer', { buyerId: 'pack li' })).json()).toHaveLength(3)

      const cart = { buyer: { buyerId: 'pack li' }, lines: [{ skuId: 'serum', quantity: 1 }] }
      const claims = [{ claimId: 'pack:r-li/tier/2/1', ruleId: 'w45' }]
      expect(
        (await post(owner, '/promotion-orders', { orderId: 'pack-1', cart: { ...cart, claims } })).statusCode,
      ).toBe(200)
      await post(owner, '/promotion-orders/pack-1/pay')
      // Whoever paid is new nowhere any more, under none of their accounts.
      expect(reasonOf(await register('r-li-3', 'pack li 3', { device: 'phone 9' }))).toBe('buyer_limit')
      await start('pack-2', 'registrationPack', terms)
      const again = (caseId: string, buyerId: string, marks: object = {}) =>
        play('pack-2', 'register', { caseId, buyerId, marks })
      // Refused with the phone once, whoever leaves it out the next time is known all the same.
      expect(reasonOf(await again('again', 'pack li 3'))).toBe('not_new')
      expect(reasonOf(await again('x', 'pack li 4', { device: 'phone 9' }))).toBe('not_new')
      expect(reasonOf(await again('y', 'pack zhou'))).toBe('ok')
      await post(owner, '/programmes/pack/collect')
      expect([
        await factOf('pack', '已用券成本'),
        await factOf('pack', '新客成交人数'),
        await factOf('pack', '获客成本'),
      ]).toEqual([4500, 1, 4500])
      await post(owner, '/promotion-orders/pack-1/return')
      await post(owner, '/programmes/pack/collect')
      expect([await factOf('pack', '已用券成本'), await factOf('pack', '获客成本')]).toEqual([0, null])
      const stored = await context.records.query<{ text: string }>(
        'SELECT string_agg(mark, $1) AS text FROM person_marks',
        [' '],
      )
      expect(stored[0]?.text).not.toMatch(/phone|home|pay/i)
    })

    test('[P6.26] deliveries leave on their days, wait for stock, and retention stands beside single buyers of the same months', async () => {
      const today = (await read('/programme-kinds'))[2].start.fromDay
      await start('milk', 'subscription', {
        skuId: 'mask',
        everyDaysMin: 1,
        everyDaysMax: 30,
        timesMin: 2,
        changeDays: 0,
      })
      const subscribe = (caseId: string, buyerId: string) =>
        play('milk', 'subscribe', { caseId, buyerId, values: { firstDay: today, everyDays: 2, times: 3, units: 1 } })
      for (const [id, buyer] of [
        ['m1', 'li'],
        ['m2', 'wu'],
      ] as const)
        expect(reasonOf(await subscribe(id, buyer))).toBe('ok')
      expect(await toDo('milk')).toMatchObject([{ skuIds: ['mask'], titles: ['商品 mask'] }, {}])
      await play('milk', 'cancel', { caseId: 'm2' })
      expect(await balances('milk')).toEqual({
        buyers: 59_400,
        prepaid: -19_800,
        sales: -19_800,
        'payable/buyers': -19_800,
      })
      const [year, month, d] = today.split('-').map(Number)
      const dayAfter = (n: number) => new Date(Date.UTC(year, month - 1, d + n)).toISOString().slice(0, 10)
      await play('milk', 'reportStockOut', { values: { fromDay: dayAfter(1), throughDay: dayAfter(2) } })
      context.clock.advance(2 * DAY_MS)
      expect((await toDo('milk')).filter(({ kind }) => kind === 'ship')).toHaveLength(2)
      context.clock.advance(DAY_MS)
      // By the server's clock alone, before anybody looks.
      await FOLLOW_PROGRAMMES.run(context, { now: context.clock.now(), signal: new AbortController().signal })
      const shipped = await context.records.db
        .select()
        .from(programmeEffects)
        .where(eq(programmeEffects.programme, 'milk'))
      expect(shipped.filter(({ kind }) => kind === 'ship')).toHaveLength(3)

      const single = (buyer: number) => ({
        store: 'alpha',
        created_day: today,
        order_id: `single-${buyer}`,
        line_id: '1',
        created_at: `${today} 04:00:00.000`,
        paid_day: today,
        status: 'paid',
        kind: 'sale',
        buyer: String(buyer),
        item_id: 'mask',
        is_product: 1,
        quantity: 1,
        paid_cents: 9900,
        gmv_cents: 9900,
        version: 1,
      })
      await insertFacts(context, 'order_lines', [1, 2, 3, 4].map(single))
      context.clock.advance(40 * DAY_MS)
      const retention = await readRetention(context, await getStore(context, 'alpha'), 'milk')
      expect(retention).toMatchObject({
        graceDays: 30,
        subscribers: { people: 2 },
        singles: { people: 4, curve: [{ days: 0, left: 4 }] },
      })
      expect(retention.months).toEqual([{ month: today.slice(0, 7), subscribers: 2, singles: 4 }])
    })

    test('[P13.09] a buyer who is forgotten stands in no programme any more, and counts and money stay what they were', async () => {
      const { hash } = hashPerson(context, 'alpha', 'li')
      const stored = async () => {
        const tables = [programmeCases, programmeCommands, programmeEffects, programmeLines]
        return JSON.stringify(await Promise.all(tables.map((table) => context.records.db.select().from(table))))
      }
      expect(await stored()).toContain(hash)
      const before = await context.records.query('SELECT count(*), sum(cents) FROM programme_lines')
      await forgetBuyer(context, 'alpha', hash)
      expect(await stored()).not.toContain(hash)
      expect(await context.records.query('SELECT count(*), sum(cents) FROM programme_lines')).toEqual(before)
    })
  })
}
