import type { AssumptionState, LinkedNote, MerchantRequestState, PlanDetail } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMerchantFacts } from '../../../src/modules/goals/collaboration/read-contract.ts'
import { fillDossier, wholeDossier } from '../../support/fill-dossier.ts'
import { openTestApp } from '../../support/test-app.ts'
import { createTestClock, type TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let head: Person
let merchant: Person

const SHOP = '/v1/stores/alpha'

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['alpha', 'beta', 'gamma'],
    clock: createTestClock('2027-03-01T02:00:00.000Z'),
  }))
  head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  merchant = await addPerson(app, owner, { store: 'alpha', role: 'merchant' })
  await fillDossier(head, 'alpha')
  await addPerson(app, owner, { store: 'gamma', role: 'brand' })
})

afterAll(() => app.close())

async function add(resource: string, data: object, by: Person = head) {
  const answer = await by({ method: 'POST', url: `${SHOP}/resources/${resource}`, payload: { data, reason: '' } })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

const requests = async (by: Person): Promise<MerchantRequestState[]> =>
  (await by({ url: `${SHOP}/merchant-requests` })).json()

async function planWith(parts: Record<string, unknown>): Promise<PlanDetail> {
  const made = await head({ method: 'POST', url: `${SHOP}/plans`, payload: { year: 2027, name: '2027' } })
  const plan: PlanDetail = made.json()
  const sent = Object.fromEntries(Object.entries(parts).map(([part, body]) => [part, { revision: 1, body }]))
  const changed = await head({ method: 'PUT', url: `${SHOP}/plans/${plan.id}/parts`, payload: { parts: sent } })
  expect(changed.statusCode, changed.body).toBe(200)
  return plan
}

const approve = (plan: PlanDetail) => head({ method: 'POST', url: `${SHOP}/plans/${plan.id}/approve`, payload: {} })

describe('requests to the merchant', () => {
  test('[P16.03] a request of an approved plan is put to the merchant; an answer that is late is late for both sides', async () => {
    const request = { id: 'r1', kind: 'funds', text: '追加推广资金', period: '2027-Q2', amountCents: 5_000_000 }
    const plan = await planWith({ requests: [{ ...request, dueDay: '2027-03-10' }] })
    expect(await requests(merchant)).toEqual([])
    await approve(plan)
    const [asked] = await requests(merchant)
    expect(asked).toMatchObject({ code: `${plan.id}/r1`, state: 'asked', askedDay: '2027-03-01', lateDays: 0 })
    context.clock.set('2027-03-13T02:00:00.000Z')
    const seen = [await requests(merchant), await requests(head)]
    for (const [row] of seen) expect(row).toMatchObject({ state: 'asked', lateDays: 3 })
    const payload = {
      version: asked?.version,
      decision: 'answered',
      answer: '同意，3 月 20 日到账',
      evidence: '付款单 A-7',
    }
    const url = `${SHOP}/merchant-requests/${asked?.id}/answer`
    expect((await merchant({ method: 'POST', url, payload })).statusCode).toBe(204)
    context.clock.set('2027-03-26T02:00:00.000Z')
    const [answered] = await requests(head)
    expect(answered).toMatchObject({
      state: 'answered',
      answeredDay: '2027-03-13',
      lateDays: 3,
      evidence: '付款单 A-7',
    })
    expect((await merchant({ method: 'POST', url, payload })).json().error.code).toBe('stale_version')
  })

  test('approving again keeps the answer and takes over what changed in the plan', async () => {
    const [before] = await requests(head)
    const id = before?.plan
    await head({ method: 'POST', url: `${SHOP}/plans/${id}/reopen`, payload: { reason: '加金额' } })
    const { revisions, requests: own } = (await head({ url: `${SHOP}/plans/${id}` })).json()
    const body = own.map((request: object) => ({ ...request, amountCents: 6_000_000 }))
    const part = { revision: revisions.requests, body }
    await head({ method: 'PUT', url: `${SHOP}/plans/${id}/parts/requests`, payload: part })
    await head({ method: 'POST', url: `${SHOP}/plans/${id}/approve`, payload: {} })
    const [after] = await requests(head)
    expect(after).toMatchObject({ amountCents: 6_000_000, answer: before?.answer, state: 'answered' })
  })

  test('the merchant answers, the agency does not answer for it', async () => {
    const { id } = await add('merchant-requests', { code: 'R-2', kind: 'stock', text: '备货 5000 件' })
    const payload = { version: 1, decision: 'refused', answer: '产能不足' }
    const url = `${SHOP}/merchant-requests/${id}/answer`
    const written = await merchant({ method: 'PUT', url: `${SHOP}/resources/merchant-requests/${id}`, payload: {} })
    expect(written.json().error.code).toBe('not_permitted')
    await merchant({ method: 'POST', url, payload })
    expect((await requests(head)).find(({ code }) => code === 'R-2')).toMatchObject({ state: 'refused' })
    const again = await merchant({ method: 'POST', url, payload: { ...payload, version: 2 } })
    expect(again.json().error.code).toBe('state_not_reachable')
  })
})

test('[P16.03] a requirement of the platform manager leads to the task that came of it, and a lost task is shown as lost', async () => {
  const plan = await planWith({ tasks: [{ id: 't9', title: '活动页改版', period: '2027-05', dueDay: '2027-05-10' }] })
  const entry = { day: '2027-03-02', contact: '小二 A', kind: 'requirement', text: '首屏需改版', plan: plan.id }
  await add('liaison-log', { code: 'L-1', ...entry, task: 't9' })
  await add('liaison-log', { code: 'L-2', ...entry, task: 'gone' })
  await add('meeting-notes', {
    code: 'M-1',
    day: '2027-03-03',
    title: '周会',
    notes: '改版排期',
    plan: plan.id,
    task: 't9',
  })
  const notes: LinkedNote[] = (await merchant({ url: `${SHOP}/linked-notes` })).json()
  expect(notes.map(({ code, task }) => [code, task?.found, task?.title])).toEqual([
    ['M-1', true, '活动页改版'],
    ['L-1', true, '活动页改版'],
    ['L-2', false, null],
  ])
})

describe('the merchant behind a shop', () => {
  test('a shop that its owner runs needs neither contract nor dossier; one with a merchant’s person needs both', async () => {
    expect(await readMerchantFacts(context, 'beta')).toEqual({ contract: null, dossier: null })
    const gamma = await readMerchantFacts(context, 'gamma')
    expect(gamma.contract).toBe('none')
    expect(gamma.dossier?.missing).toContain('急需解决的问题')
  })

  test('the dossier names what is missing until nothing is', async () => {
    const { id } = await add('merchant-dossier', { merchant: '某某商贸', company: '十年老店', team: '6 人' })
    const first = await readMerchantFacts(context, 'alpha')
    expect(first.dossier?.missing).toEqual(['产品情况', '优势', '劣势', '当前问题', '急需解决的问题', '组织架构'])
    const payload = { version: 1, data: wholeDossier('某某商贸'), reason: '' }
    await head({ method: 'PUT', url: `${SHOP}/resources/merchant-dossier/${id}`, payload })
    expect((await readMerchantFacts(context, 'alpha')).dossier).toEqual({ missing: [] })
  })

  test('the contract that ends last counts, its last day included', async () => {
    const contract = { merchant: '某某商贸', fromDay: '2026-01-01' }
    await add('contracts', { ...contract, number: 'C1', lastDay: '2026-12-31' })
    await add('contracts', { ...contract, number: 'C2', lastDay: '2027-12-31', yearsMin: 3 })
    const { contract: fact } = await readMerchantFacts(context, 'alpha')
    expect(fact).toEqual({ fromDay: '2026-01-01', toDay: '2028-01-01', yearsMin: 3 })
  })

  test('[P16.04] the dates of a contract are in order, and its reviews lie within it', async () => {
    const terms = { merchant: 'x', fromDay: '2026-01-01', lastDay: '2027-12-31' }
    const send = async (data: object): Promise<unknown> =>
      (await head({ method: 'POST', url: `${SHOP}/resources/contracts`, payload: { data, reason: '' } })).json()
    const refused = (field: string) => ({ error: { code: 'invalid_data', facts: { fields: [{ field }] } } })
    expect(await send({ ...terms, number: 'D1', lastDay: '2025-12-31' })).toMatchObject(refused('lastDay'))
    const late = { ...terms, number: 'D2', reviewDays: '2027-06-30, 2028-01-01' }
    expect(await send(late)).toMatchObject(refused('reviewDays'))
  })

  test('review days of a contract are existing days', async () => {
    const data = { merchant: 'x', number: 'C3', fromDay: '2026-01-01', lastDay: '2028-01-01', reviewDays: '2027-02-30' }
    const answer = await head({ method: 'POST', url: `${SHOP}/resources/contracts`, payload: { data, reason: '' } })
    expect(answer.json().error).toMatchObject({ code: 'invalid_data', facts: { fields: [{ field: 'reviewDays' }] } })
  })
})

test('[P1.08] an assumption that has expired names every plan that rests on it', async () => {
  context.clock.set('2027-03-26T02:00:00.000Z')
  const old = {
    title: '内容停留时长同比 +12%',
    source: '平台白皮书',
    sourceDay: '2026-03-01',
    expiresDay: '2027-03-20',
  }
  const { id } = await add('market-assumptions', old)
  const { id: fresh } = await add('market-assumptions', { ...old, title: '站外成本', expiresDay: '2028-01-01' })
  const header = (assumptions: string[]) => ({ name: '年度规划', texts: {}, assumptions })
  const plans = [
    await planWith({ header: header([id, fresh]) }),
    await planWith({ header: header([id]) }),
    await planWith({ header: header([fresh]) }),
  ]
  const states: AssumptionState[] = (await head({ url: `${SHOP}/assumptions` })).json()
  const stale = states.filter((state) => state.stale)
  expect(stale.map((state) => state.id)).toEqual([id])
  expect(stale[0]?.plans.map((plan) => plan.id)).toEqual([plans[0]?.id, plans[1]?.id])
})

test('the shop’s own row of the tool catalogue stands for the one that comes with the system', async () => {
  await add('tools', { name: '钻展', kind: 'ads', platform: 'tmall', paid: true, aliases: '智钻\n钻石展位' })
  const tools = (await head({ url: `${SHOP}/tools` })).json()
  const [own] = tools.filter((tool: { name: string }) => tool.name === '钻展')
  expect(own).toMatchObject({ endedDay: null, aliases: ['智钻', '钻石展位'] })
  expect(tools.map((tool: { name: string }) => tool.name)).toContain('京挑客')
})
