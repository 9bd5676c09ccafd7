import type { AssumptionState, Finding, PlanDetail, PlanFindings } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillDossier } from '../../support/fill-dossier.ts'
import { openTestApp } from '../../support/test-app.ts'
import { createTestClock, type TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { line } from '../insight/maoyi-shop.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let head: Person

const SHOP = '/v1/stores/alpha'

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({
    stores: ['alpha'],
    clock: createTestClock('2026-12-01T02:00:00.000Z'),
  }))
  head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  await addPerson(app, owner, { store: 'alpha', role: 'merchant' })
})

afterAll(() => app.close())

const goal = { id: 'g', name: '全年销售额', metric: 'paid', period: '2027', target: 200, owner: '林晓' }

async function newPlan(parts: Record<string, unknown> = {}): Promise<PlanDetail> {
  const made = await head({ method: 'POST', url: `${SHOP}/plans`, payload: { year: 2027, name: '2027 年度规划' } })
  const plan: PlanDetail = made.json()
  const bodies = { goals: { goals: [goal] }, ...parts }
  const sent = Object.fromEntries(Object.entries(bodies).map(([part, body]) => [part, { revision: 1, body }]))
  const saved = await head({ method: 'PUT', url: `${SHOP}/plans/${plan.id}/parts`, payload: { parts: sent } })
  expect(saved.statusCode, saved.body).toBe(200)
  return plan
}

async function rulesOf(plan: PlanDetail): Promise<Map<string, Finding>> {
  const { findings }: PlanFindings = (await head({ url: `${SHOP}/plans/${plan.id}/findings` })).json()
  return new Map(findings.map((finding) => [finding.rule, finding]))
}

const approve = (plan: PlanDetail) => head({ method: 'POST', url: `${SHOP}/plans/${plan.id}/approve`, payload: {} })

const add = async (resource: string, data: object): Promise<string> => {
  const answer = await head({ method: 'POST', url: `${SHOP}/resources/${resource}`, payload: { data, reason: '' } })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

describe('the merchant behind a plan', () => {
  test('[P16.02] a plan does not start on an incomplete dossier; once it is complete, it does', async () => {
    const plan = await newPlan()
    const refused = await approve(plan)
    expect(refused.statusCode).toBe(409)
    const { findings } = refused.json().error.facts
    expect(findings.map((finding: Finding) => finding.rule)).toContain('dossier-incomplete')
    await fillDossier(head, 'alpha')
    expect((await rulesOf(plan)).has('dossier-incomplete')).toBe(false)
    expect((await approve(plan)).statusCode).toBe(200)
  })

  test('[P16.04] a contract of less than two years is flagged with its days; one of two years is not', async () => {
    const plan = await newPlan()
    const terms = { merchant: '某某商贸', fromDay: '2027-01-01', stages: '基础、成长、深度', goals: '全年 200 万' }
    const id = await add('contracts', { ...terms, number: 'HT-1', lastDay: '2028-12-30' })
    expect((await rulesOf(plan)).get('contract-short')).toMatchObject({ level: 'warning' })
    const longer = { version: 1, data: { ...terms, number: 'HT-1', lastDay: '2028-12-31' }, reason: '续签' }
    await head({ method: 'PUT', url: `${SHOP}/resources/contracts/${id}`, payload: longer })
    expect((await rulesOf(plan)).has('contract-short')).toBe(false)
  })

  test('[P16.01] every task stands on one side and in one team: none without, none with a side that there is not', async () => {
    const task = { id: 't', title: '上新', period: '2027-03' }
    const plan = await newPlan({ tasks: [task] })
    const stored: PlanDetail = (await head({ url: `${SHOP}/plans/${plan.id}` })).json()
    expect(stored.tasks).toMatchObject([{ side: 'agency', team: 'operations' }])
    for (const wrong of [{ side: 'supplier' }, { team: 'sales' }, { side: ['agency', 'merchant'] }, { side: null }]) {
      const url = `${SHOP}/plans/${plan.id}/parts/tasks`
      const answer = await head({ method: 'PUT', url, payload: { revision: 2, body: [{ ...task, ...wrong }] } })
      expect(answer.json().error.code).toBe('invalid_request')
    }
  })
})

describe('an assumption held against the shop’s own data', () => {
  /** An order on the 10th of every month from November 2024: 100 yuan until November 2025, half of it from then on. */
  const orders = Array.from({ length: 25 }, (_, i) => {
    const day = new Date(Date.UTC(2024, 10 + i, 10)).toISOString().slice(0, 10)
    return { ...line(`o${i}`, 1, day, i <= 12 ? 100 : 50), store: 'alpha' }
  })

  test('[P1.08] what the data of the year contradicts is said in figures; what it bears out is not', async () => {
    await insertFacts(context, 'order_lines', orders)
    const told = {
      source: '行业白皮书',
      sourceDay: '2026-01-01',
      expiresDay: '2028-01-01',
      metric: 'paid',
      basis: 'yoy',
    }
    const wrong = await add('market-assumptions', { ...told, title: '全年销售增长 10% 以上', low: 0.1 })
    const right = await add('market-assumptions', { ...told, title: '全年销售大致减半', low: -0.6, high: -0.4 })
    const header = { name: '2027', texts: {}, assumptions: [wrong, right] }
    const plan = await newPlan({ header })
    const states: AssumptionState[] = (await head({ url: `${SHOP}/assumptions` })).json()
    const stateOf = (id: string) => states.find((state) => state.id === id)
    expect(stateOf(wrong)).toMatchObject({ stale: false, contradiction: 'paid -50.0% ∉ [+10.0%, …]' })
    expect(stateOf(wrong)?.plans.map(({ id }) => id)).toEqual([plan.id])
    expect(stateOf(right)?.contradiction).toBeNull()
    expect((await rulesOf(plan)).has('assumption-contradicted')).toBe(true)
  })
})
