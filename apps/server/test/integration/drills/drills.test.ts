import { blockersOfGo } from '@zhanggui/campaigns'
import type {
  ClockBoard,
  ContingencyLibrary,
  ContingencyPlanInfo,
  DrillDetail,
  DrillLesson,
  IncidentInfo,
  PlannedDrill,
  PlanRunInfo,
  PlaybookGain,
  RuleRehearsal,
} from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { gatherFacts } from '../../../src/modules/campaigns/readiness/gather-facts.ts'
import { readCampaignRow } from '../../../src/modules/campaigns/records/campaign-rows.ts'
import { lookAtPlans } from '../../../src/modules/drills/plans/plan-rounds.ts'
import { runDueDrills } from '../../../src/modules/drills/rehearsals/run-drills.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import type { Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'

// A Tuesday, 20:00 in the shop.
const NOW = Date.parse('2026-10-20T12:00:00.000Z')
const MINUTE_MS = 60_000

let context: TestContext
let app: FastifyInstance
let owner: Person

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['plans', 'drills'] }))
  context.clock.set(new Date(NOW).toISOString())
})
afterAll(() => app?.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const send = (store: string, method: Method, path: string, payload?: object) =>
  owner({ method, url: `/v1/stores/${store}/${path}`, ...(payload ? { payload } : {}) })
const call = async <T>(store: string, method: Method, path: string, payload?: object): Promise<T> => {
  const answer = await send(store, method, path, payload)
  expect(answer.statusCode, answer.body).toBeLessThan(400)
  return answer.json() as T
}
const after = (minutes: number) => context.clock.set(new Date(NOW + minutes * MINUTE_MS).toISOString())
const look = async () => lookAtPlans(context, await getStore(context, 'plans'), context.clock.now())

describe('plans of a shop', () => {
  test('[P15.01] the library is adopted once, and a plan without a trigger metric is refused with its field', async () => {
    const library = await call<ContingencyLibrary>('plans', 'GET', 'contingency-library')
    expect(library).toHaveLength(12)
    expect(await call('plans', 'POST', 'contingency-library', {})).toEqual({ adopted: library.map(({ id }) => id) })
    expect(await call('plans', 'POST', 'contingency-library', {})).toEqual({ adopted: [] })
    const plan = await call<ContingencyPlanInfo>('plans', 'GET', 'contingency-plans/attack')
    const answer = await send('plans', 'PUT', 'contingency-plans/attack', {
      version: 1,
      body: { ...plan.body, trigger: null },
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({
      error: { code: 'contingency_plan_unsound', facts: { faults: [{ field: 'trigger' }] } },
    })
  })

  test('[P15.01] a changed plan is a new version; a stale one is refused', async () => {
    const { body } = await call<ContingencyPlanInfo>('plans', 'GET', 'contingency-plans/price-war')
    const change = { version: 1, body: { ...body, owner: 'finance' }, reason: '换负责人' }
    expect(await call('plans', 'PUT', 'contingency-plans/price-war', change)).toMatchObject({ version: 2 })
    expect((await send('plans', 'PUT', 'contingency-plans/price-war', change)).statusCode).toBe(409)
  })

  test('[P15.04] a burst of crisis words starts the plan once, with its incident, its ladder and its steps', async () => {
    for (const minute of [0, 1, 2]) {
      after(minute)
      await call('plans', 'POST', 'plan-readings', { metric: 'crisisMentions', value: 9, sample: 9 })
      await look()
    }
    await look()
    const [run, ...others] = await call<PlanRunInfo[]>('plans', 'GET', 'contingency-runs')
    expect(others).toEqual([])
    expect(run).toMatchObject({ plan: 'opinion-crisis', state: 'running', cause: 'trigger' })
    const incidents = await call<IncidentInfo[]>('plans', 'GET', 'alerts/incidents')
    expect(incidents.map(({ titleZh }) => titleZh)).toContain('预案启动：舆情危机')
    const board = await call<ClockBoard>('plans', 'GET', 'live/clocks')
    expect(JSON.stringify(board)).toContain('crisis')
  })

  test('[P15.04] steps are ticked with time and person; the deadline of the ladder is answered; the end writes a report', async () => {
    const [run] = await call<PlanRunInfo[]>('plans', 'GET', 'contingency-runs')
    const path = `contingency-runs/${run?.id}`
    after(12)
    const ticked = await call<PlanRunInfo>('plans', 'POST', `${path}/steps/start`, { note: '已回应' })
    expect(ticked.steps[0]).toMatchObject({ id: 'start', note: '已回应', late: false })
    const clock = await call<{ clock: { steps: { step: string; state: string }[] } }>(
      'plans',
      'GET',
      `live/clocks/${run?.clock}`,
    )
    expect(JSON.stringify(clock)).toContain('done')
    expect((await send('plans', 'POST', `${path}/steps/start`, {})).json()).toMatchObject({
      error: { code: 'plan_step_done' },
    })
    expect((await send('plans', 'POST', `${path}/end`, {})).json()).toMatchObject({ error: { code: 'plan_not_over' } })
    after(130)
    const ended = await call<PlanRunInfo>('plans', 'POST', `${path}/end`, { reason: '平台已介入' })
    expect(ended).toMatchObject({
      state: 'ended',
      endReason: '平台已介入',
      report: { done: 1, inTime: 1, late: 1, steps: 4 },
    })
  })

  test('a plan is started by hand, once at a time', async () => {
    expect(await call('plans', 'POST', 'contingency-plans/attack/runs', { reason: '演示' })).toMatchObject({
      cause: 'hand',
    })
    expect((await send('plans', 'POST', 'contingency-plans/attack/runs', {})).json()).toMatchObject({
      error: { code: 'plan_runs_already' },
    })
  })

  test('a figure that no plan knows is refused with those that can be reported', async () => {
    const answer = await send('plans', 'POST', 'plan-readings', { metric: 'moonPhase', value: 1 })
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('crisisMentions')
  })
})

describe('drills of a shop', () => {
  const entry = 'campaigns/double11/entries/drill/payment'
  const planned = (dueDay: string) => ({
    version: 0,
    body: { title: '支付中断演练', scenario: 'payment-outage', phase: 'burst', owner: '阿技', dueDay },
  })
  /** What keeps the burst from its go, as the gate asks it. */
  const blockers = async () => {
    const row = await readCampaignRow(context.records.db, { store: 'drills', campaign: 'double11' })
    const facts = await gatherFacts(context, await getStore(context, 'drills'), row)
    const red = blockersOfGo(facts, { state: 'burst', wave: 1 }).find(({ id }) => id === 'drills')
    return (red?.reasons ?? []).map(({ zh }) => zh).join()
  }

  test('[P15.11] an overdue drill stands in the calendar; it blocks go until it was held in the simulated market', async () => {
    await call('drills', 'POST', 'campaigns', { id: 'double11', template: 'double11', name: '双11', day: '2026-11-11' })
    await call('drills', 'PUT', entry, planned('2026-10-19'))
    const [overdue] = (await call<PlannedDrill[]>('drills', 'GET', 'drill-calendar')).filter(
      ({ entry: id }) => id === 'payment',
    )
    expect(overdue).toMatchObject({ state: 'overdue', scenario: 'payment-outage', dueDay: '2026-10-19' })
    expect(await blockers()).toContain('“支付中断演练”2026-10-19 到期还没做')
    const asked = { plan: 'payment-outage', seed: '2', scale: 3, campaign: 'double11', entry: 'payment' }
    const { id } = await call<DrillDetail>('drills', 'POST', 'drills', asked)
    await runDueDrills(context, new AbortController().signal)
    const done = await call<DrillDetail>('drills', 'GET', `drills/${id}`)
    expect(done).toMatchObject({ state: 'done', progress: 1, day: '2026-11-11' })
    expect(done.report?.faults[0]?.times.detect).not.toBeNull()
    const [held] = (await call<PlannedDrill[]>('drills', 'GET', 'drill-calendar')).filter(
      ({ entry: one }) => one === 'payment',
    )
    expect(held?.state).toBe(done.passed ? 'passed' : 'failed')
    expect(done.passed).toBe(true)
    expect(await blockers()).not.toContain('“支付中断演练”')
  }, 60_000)

  test('[P15.11] lessons are kept until somebody writes what became of them', async () => {
    const lessons = await call<DrillLesson[]>('drills', 'GET', 'drill-lessons')
    for (const { id } of lessons) await call('drills', 'POST', `drill-lessons/${id}`, { result: '已调整' })
    const closed = await call<DrillLesson[]>('drills', 'GET', 'drill-lessons')
    expect(closed.every(({ result }) => result === '已调整')).toBe(true)
  })

  test('a drill that waits can be taken off the list; one that is over cannot', async () => {
    const { id } = await call<DrillDetail>('drills', 'POST', 'drills', { plan: 'attack', scale: 1 })
    expect((await send('drills', 'DELETE', `drills/${id}`)).statusCode).toBe(204)
    expect((await send('drills', 'DELETE', `drills/${id}`)).json()).toMatchObject({ error: { code: 'drill_over' } })
    await runDueDrills(context, new AbortController().signal)
    expect(await call('drills', 'GET', `drills/${id}`)).toMatchObject({ state: 'cancelled', report: null })
  })

  test('[P15.03] a slip in a draft, 满 300 减 50 typed as 满 100 减 90, is found on a copy of the shop before it is published', async () => {
    const good = { store: 'drills', sku_id: '', category: '护肤', brand: '', on_sale: 1, version: 1 }
    await insertFacts(context, 'items', [
      { ...good, item_id: 'cream', title: '面霜', list_cents: 19_900, cost_cents: 8_000 },
      { ...good, item_id: 'mask', title: '面膜', list_cents: 12_900, cost_cents: 6_000 },
    ])
    const rule = {
      ruleId: 'slip',
      name: '满100减90',
      mechanic: 'spendAndSave',
      params: { tiers: [{ minCents: 10_000, cutCents: 9_000 }] },
    }
    const times = { from: '2026-11-01T00:00:00.000Z', until: '2026-11-12T00:00:00.000Z' }
    await call('drills', 'POST', 'promotions', { id: 'slip', name: '双11 满减', ...times, rules: [rule] })
    const asked = { at: '2026-11-10T16:00:00.000Z', carts: 200 }
    expect(await call<RuleRehearsal>('drills', 'POST', 'rule-rehearsals', asked)).toMatchObject({
      rules: 0,
      findings: [],
    })
    const found = await call<RuleRehearsal>('drills', 'POST', 'rule-rehearsals', { ...asked, drafts: ['slip'] })
    expect(found).toMatchObject({ carts: 200, promotions: 1, goods: 2, goodsWithoutLimit: 0 })
    expect(found.findings[0]).toMatchObject({ kind: 'belowCost', rules: [{ id: 'slip', name: '满100减90' }] })
    expect(await call('drills', 'GET', 'promotions/slip')).toMatchObject({ state: 'draft' })
  })

  test('[P15.02] a playbook of the shop is tried alone in the simulated market', async () => {
    await call('drills', 'POST', 'playbook-library', { ids: ['payment-switch'] })
    const gain = await call<PlaybookGain>('drills', 'POST', 'playbooks/payment-switch/gain', { days: 1 })
    expect(gain).toMatchObject({ plan: 'payment-outage' })
    expect(gain.gainCents).toBeGreaterThan(0)
  }, 60_000)
})
