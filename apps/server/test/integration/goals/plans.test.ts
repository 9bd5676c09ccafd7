import type { PlanDetail } from '@zhanggui/contract'
import { addDays, businessDayOf } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { fillDossier } from '../../support/fill-dossier.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let merchant: Person
let head: Person

const PLANS = '/v1/stores/alpha/plans'

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
  merchant = await addPerson(app, owner, { store: 'alpha', role: 'merchant' })
  head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  await fillDossier(head, 'alpha')
})

afterAll(() => app.close())

const goal = (id: string, more: object = {}) => ({ id, name: id, metric: 'paid', period: '2027', target: 100, ...more })
const task = (id: string, more: object = {}) => ({
  id,
  title: `任务 ${id}`,
  period: '2027-03',
  owner: '林晓',
  ...more,
})

async function newPlan(year = 2027): Promise<PlanDetail> {
  const answer = await head({ method: 'POST', url: PLANS, payload: { year, name: `${year} 年度规划` } })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

const read = async (id: string): Promise<PlanDetail> => (await head({ url: `${PLANS}/${id}` })).json()

const put = (id: string, part: string, revision: number, body: unknown, by: Person = head) =>
  by({ method: 'PUT', url: `${PLANS}/${id}/parts/${part}`, payload: { revision, body, reason: '测试' } })

describe('a plan of the year', () => {
  test('a new plan is an empty draft with an id that tells its year; the next of the year gets a number', async () => {
    const [first, second] = [await newPlan(2030), await newPlan(2030)]
    expect([first.id, second.id]).toEqual(['plan-2030', 'plan-2030-2'])
    expect(first).toMatchObject({ year: 2030, status: 'draft', version: 0, approvedVersion: null, currency: 'CNY' })
    expect(first.goals).toEqual([])
    expect(Object.values(first.revisions)).toEqual(Array(8).fill(1))
    const list = (await head({ url: PLANS })).json()
    expect(
      list
        .map((p: { id: string }) => p.id)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['plan-2030', 'plan-2030-2'])
  })

  test('a part is changed by its revision; who comes second is told who was first, and nothing of theirs is stored', async () => {
    const plan = await newPlan()
    const first = await put(plan.id, 'goals', 1, { goals: [goal('a')], measures: [] })
    expect(first.json()).toMatchObject({ changes: 1, revisions: { goals: 2, tasks: 1 } })
    const second = await put(plan.id, 'goals', 1, { goals: [goal('b')], measures: [] }, owner)
    expect(second.statusCode).toBe(409)
    expect(second.json().error).toMatchObject({
      code: 'stale_version',
      facts: { part: 'goals', revision: 2, changedBy: expect.stringContaining('operations') },
    })
    expect((await read(plan.id)).goals.map(({ id }) => id)).toEqual(['a'])
  })

  test('a part that is sent unchanged keeps its revision and leaves no trace', async () => {
    const plan = await newPlan()
    await put(plan.id, 'tasks', 1, [task('t1')])
    const again = await put(plan.id, 'tasks', 2, [task('t1')])
    expect(again.json()).toMatchObject({ changes: 0, revisions: { tasks: 2 } })
  })

  test.each([
    ['a repeated id', 'tasks', [task('t'), task('t')], 'duplicate_id'],
    ['a day that does not exist', 'tasks', [task('t', { dueDay: '2027-02-30' })], null],
    ['a period that does not exist', 'tasks', [task('t', { period: '2027-02-30' })], 'no_such_period'],
    ['a parent that is not there', 'goals', { goals: [goal('a', { parentId: 'zz' })] }, 'unknown_parent'],
    [
      'goals that are each other’s parents',
      'goals',
      { goals: [goal('a', { parentId: 'b' }), goal('b', { parentId: 'a' })] },
      'parent_cycle',
    ],
    ['a task that waits for itself', 'tasks', [task('t', { dependsOn: ['t'] })], 'dependency_cycle'],
    ['a task that waits for one that is not there', 'tasks', [task('t', { dependsOn: ['x'] })], 'unknown_reference'],
    ['a task of a calendar entry that is not there', 'tasks', [task('t', { eventId: 'x' })], 'unknown_reference'],
    [
      'a task that is due before it starts',
      'tasks',
      [task('t', { startDay: '2027-03-05', dueDay: '2027-03-01' })],
      'empty_range',
    ],
  ])('%s is refused by name and nothing is stored', async (_title, part, body, code) => {
    const plan = await newPlan()
    const answer = await put(plan.id, part, 1, body)
    if (code === null) expect(answer.json().error.code).toBe('invalid_request')
    else {
      expect(answer.statusCode).toBe(422)
      expect(answer.json().error).toMatchObject({ code: 'plan_invalid', facts: { faults: [{ code }] } })
    }
    expect(await read(plan.id)).toMatchObject({ goals: [], tasks: [], revisions: { goals: 1, tasks: 1 } })
  })

  test('parts that need each other are changed together, all of them or none', async () => {
    const plan = await newPlan()
    const event = { id: 'e', kind: 'shop', name: '周年庆', fromDay: '2027-05-01', toDay: '2027-05-04' }
    const both = (events: unknown) => ({
      parts: { events: { revision: 1, body: events }, tasks: { revision: 1, body: [task('t', { eventId: 'e' })] } },
    })
    const url = `${PLANS}/${plan.id}/parts`
    expect((await head({ method: 'PUT', url, payload: both([]) })).statusCode).toBe(422)
    expect((await read(plan.id)).revisions).toMatchObject({ events: 1, tasks: 1 })
    expect((await head({ method: 'PUT', url, payload: both([event]) })).json()).toMatchObject({ changes: 2 })
    const withoutEvent = await put(plan.id, 'events', 2, [])
    expect(withoutEvent.json().error.facts.faults).toMatchObject([{ at: { part: 'tasks', id: 't', field: 'eventId' } }])
  })

  test('20,000 goals are stored and read; one more is refused with the figure', async () => {
    const plan = await newPlan()
    const goals = Array.from({ length: 20_000 }, (_, i) =>
      goal(`g${i}`, i === 0 ? {} : { parentId: 'g0', axis: 'category' }),
    )
    const saved = await put(plan.id, 'goals', 1, { goals })
    expect(saved.statusCode, saved.body.slice(0, 300)).toBe(200)
    expect((await read(plan.id)).goals).toHaveLength(20_000)
    const more = await put(plan.id, 'goals', 2, { goals: [...goals, goal('more')] })
    expect(more.json().error).toMatchObject({ code: 'invalid_request', messageEn: expect.stringContaining('20000') })
  })

  test('[P16.06] a change is in the trail by field, capped in size, and the chain holds', async () => {
    const plan = await newPlan()
    await put(plan.id, 'goals', 1, { goals: [goal('a')] })
    await put(plan.id, 'goals', 2, { goals: [goal('a', { target: 120 })] })
    const trail = await owner({ url: `/v1/stores/alpha/audit?subject=plans/${plan.id}/goals` })
    expect(trail.json().entries[0]).toMatchObject({
      action: 'update',
      reason: '测试',
      before: { revision: 2, objects: { 'goals/a': { target: 100 } }, more: 0 },
      after: { revision: 3, objects: { 'goals/a': { target: 120 } }, more: 0 },
    })
    const many = Array.from({ length: 5000 }, (_, i) => goal(`g${i}`))
    await put(plan.id, 'goals', 3, { goals: many })
    const [capped] = (await owner({ url: `/v1/stores/alpha/audit?subject=plans/${plan.id}/goals` })).json().entries
    expect(Object.keys(capped.after.objects).length + capped.after.more).toBeGreaterThanOrEqual(5000)
    expect(JSON.stringify(capped.after).length).toBeLessThan(100_000)
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
  })

  test('the plan of one shop cannot be read or changed from another', async () => {
    const plan = await newPlan()
    const other = await addPerson(app, owner, { store: 'beta', role: 'operations' })
    expect((await other({ url: `/v1/stores/beta/plans/${plan.id}` })).statusCode).toBe(404)
    expect((await other({ url: `${PLANS}/${plan.id}` })).statusCode).toBe(404)
    const change = { revision: 1, body: [] }
    const url = `/v1/stores/beta/plans/${plan.id}/parts/tasks`
    expect((await other({ method: 'PUT', url, payload: change })).statusCode).toBe(404)
  })

  test('a copy stands in its own year: dates moved, nothing done, no baseline', async () => {
    const plan = await newPlan(2028)
    await put(plan.id, 'tasks', 1, [task('t', { period: '2028-02', dueDay: '2028-02-29', done: true })])
    await put(plan.id, 'goals', 1, { goals: [goal('a', { period: '2028', baseline: 90, baselinePeriod: '2027' })] })
    const payload = { year: 2029, name: '2029', from: 'copy', copyOf: plan.id }
    const copy: PlanDetail = (await head({ method: 'POST', url: PLANS, payload })).json()
    expect(copy.tasks).toMatchObject([{ period: '2029-02', dueDay: '2029-02-28', done: false }])
    expect(copy.goals).toMatchObject([{ period: '2029', target: 100, baseline: null, baselinePeriod: '2028' }])
  })

  test('a draft can be deleted, what was approved once cannot; the id is not given again', async () => {
    const plan = await newPlan(2031)
    expect((await head({ method: 'DELETE', url: `${PLANS}/${plan.id}?reason=重做` })).statusCode).toBe(204)
    expect((await head({ url: `${PLANS}/${plan.id}` })).statusCode).toBe(404)
    const next = await newPlan(2031)
    expect(next.id).toBe('plan-2031-2')
    await head({ method: 'POST', url: `${PLANS}/${next.id}/approve`, payload: {} })
    const url = `${PLANS}/${next.id}`
    expect((await head({ method: 'DELETE', url })).json().error.code).toBe('plan_approved')
    await head({ method: 'POST', url: `${url}/reopen`, payload: { reason: '补充' } })
    expect((await head({ method: 'DELETE', url })).json().error.code).toBe('plan_has_approved')
  })
})

describe('versions', () => {
  test('a version is frozen; two versions and the draft are compared field by field; an old one is restored', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}`
    await put(plan.id, 'goals', 1, { goals: [goal('a'), goal('b')] })
    const cut = await head({ method: 'POST', url: `${url}/versions`, payload: { note: '初稿' } })
    expect(cut.json()).toMatchObject({ number: 1, note: '初稿', approved: false })
    await put(plan.id, 'goals', 2, { goals: [goal('a', { target: 150 }), goal('c')] })
    const comparison = (await head({ url: `${url}/compare?from=1&to=draft` })).json()
    expect(comparison.changes).toMatchObject([
      { part: 'goals', id: 'b', kind: 'removed' },
      { part: 'goals', id: 'a', kind: 'changed', fields: [{ field: 'target', before: 100, after: 150 }] },
      { part: 'goals', id: 'c', kind: 'added' },
    ])
    const restored = await head({ method: 'POST', url: `${url}/versions/1/restore`, payload: { reason: '改错了' } })
    expect(restored.json()).toMatchObject({ changes: 3 })
    expect((await read(plan.id)).goals.map(({ id }) => id)).toEqual(['a', 'b'])
    const versions = (await head({ url: `${url}/versions` })).json()
    expect(versions.map((v: { number: number }) => v.number)).toEqual([2, 1])
    const kept = (await head({ url: `${url}/versions/2` })).json()
    expect(kept.plan.goals).toMatchObject([{ id: 'a', target: 150 }, { id: 'c' }])
  })
})

describe('approval', () => {
  test('[P2.06] a plan with an unset target cannot be approved; after filling it can', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}`
    await put(plan.id, 'goals', 1, { goals: [goal('mau', { name: '月活', metric: 'buyers', target: null })] })
    const refused = await head({ method: 'POST', url: `${url}/approve`, payload: {} })
    expect(refused.statusCode).toBe(409)
    expect(refused.json().error).toMatchObject({
      code: 'plan_blocked',
      facts: { count: 1, findings: [{ at: { part: 'goals', id: 'mau', field: 'target' }, level: 'error' }] },
    })
    await put(plan.id, 'goals', 2, { goals: [goal('mau', { name: '月活', metric: 'buyers', target: 5000 })] })
    const approved = await head({ method: 'POST', url: `${url}/approve`, payload: { note: '同意' } })
    expect(approved.json()).toMatchObject({ number: 1, approved: true, note: '同意' })
    expect(await read(plan.id)).toMatchObject({ status: 'approved', approvedVersion: 1 })
  })

  test('an approved plan is frozen, its dates are the baseline, and it is reopened only with a reason', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}`
    const event = { id: 'e', kind: 'shop', name: '周年庆', fromDay: '2027-05-01', toDay: '2027-05-04' }
    await put(plan.id, 'events', 1, [event])
    await put(plan.id, 'tasks', 1, [task('t', { startDay: '2027-03-01', dueDay: '2027-03-05' })])
    await head({ method: 'POST', url: `${url}/approve`, payload: {} })
    const approved = await read(plan.id)
    expect(approved.events).toMatchObject([{ baselineFromDay: '2027-05-01', baselineToDay: '2027-05-04' }])
    expect(approved.tasks).toMatchObject([{ baselineStartDay: '2027-03-01', baselineDueDay: '2027-03-05' }])
    const change = await put(plan.id, 'tasks', approved.revisions.tasks, [])
    expect(change.json().error.code).toBe('plan_approved')
    expect((await head({ method: 'POST', url: `${url}/reopen`, payload: { reason: '' } })).statusCode).toBe(400)
    const reopened = await head({ method: 'POST', url: `${url}/reopen`, payload: { reason: '618 提前' } })
    expect(reopened.json()).toMatchObject({ status: 'draft', approvedVersion: 1 })
    expect((await put(plan.id, 'tasks', approved.revisions.tasks, [])).statusCode).toBe(200)
  })

  test('what the approver did not see is not approved', async () => {
    const plan = await newPlan()
    await put(plan.id, 'tasks', 1, [task('t')])
    const payload = { revisions: plan.revisions }
    const answer = await head({ method: 'POST', url: `${PLANS}/${plan.id}/approve`, payload })
    expect(answer.json().error).toMatchObject({ code: 'stale_version', facts: { part: 'tasks' } })
    expect((await read(plan.id)).status).toBe('draft')
  })

  test('tasks are ticked off and figures entered while a plan is approved; nothing else changes', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}`
    const measure = {
      id: 'own:awards',
      nameZh: '奖项',
      nameEn: 'Awards',
      unit: 'count',
      kind: 'additive',
      numerator: null,
      denominator: null,
      dimensions: [],
      higherIsBetter: true,
      actuals: [],
    }
    await put(plan.id, 'goals', 1, { goals: [goal('a')], measures: [measure] })
    await put(plan.id, 'tasks', 1, [task('t')])
    await head({ method: 'POST', url: `${url}/approve`, payload: {} })
    const payload = {
      tasks: [{ id: 't', done: true }],
      actuals: [{ measure: 'own:awards', period: '2027-03', value: 2 }],
    }
    expect((await head({ method: 'POST', url: `${url}/progress`, payload })).json()).toMatchObject({ changes: 2 })
    const now = await read(plan.id)
    expect(now.tasks).toMatchObject([{ id: 't', done: true }])
    expect(now.measures).toMatchObject([{ actuals: [{ period: '2027-03', value: 2 }] }])
    const unknown = { tasks: [{ id: 'zz', done: true }] }
    expect((await head({ method: 'POST', url: `${url}/progress`, payload: unknown })).statusCode).toBe(404)
  })

  test('[P3.22] work goes on in an approved plan: handed over with a reason, done with what shows it, overdue escalated', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}`
    await put(plan.id, 'goals', 1, { goals: [goal('a')] })
    const day = (back: number): string => addDays(businessDayOf(context.clock.now()), -back)
    const body = [
      task('late', { dueDay: day(4) }),
      task('waits', { dueDay: day(-5), dependsOn: ['late'] }),
      task('soon', { dueDay: day(1) }),
    ]
    await put(plan.id, 'tasks', 1, body)
    await head({ method: 'POST', url: `${url}/approve`, payload: {} })
    expect((await head({ url: `${url}/overdue` })).json()).toMatchObject([
      { task: 'late', daysLate: 4, step: 'head', waiting: ['waits'], owner: '林晓' },
      { task: 'soon', daysLate: 1, step: 'owner', waiting: [] },
    ])
    const progress = (payload: object) => head({ method: 'POST', url: `${url}/progress`, payload })
    await progress({ tasks: [{ id: 'soon', owner: '周敏' }], reason: '林晓休假' })
    await progress({ tasks: [{ id: 'late', done: true, proof: 'https://example.cn/页面.png' }] })
    const { tasks } = await read(plan.id)
    expect(tasks.find(({ id }) => id === 'soon')).toMatchObject({ owner: '周敏', done: false })
    expect(tasks.find(({ id }) => id === 'late')).toMatchObject({ done: true, proof: 'https://example.cn/页面.png' })
    expect((await head({ url: `${url}/overdue` })).json()).toMatchObject([{ task: 'soon', owner: '周敏' }])
    const trail = (await owner({ url: '/v1/stores/alpha/audit?limit=20' })).body
    expect(trail).toContain('林晓休假')
  })

  test('the merchant confirms an approved version by number and hash; a new version needs a new confirmation', async () => {
    const plan = await newPlan()
    const url = `${PLANS}/${plan.id}`
    const confirm = (by: Person, version: number, sha256: string) =>
      by({ method: 'POST', url: `${url}/confirmations`, payload: { version, sha256 } })
    expect((await confirm(merchant, 1, '0'.repeat(64))).json().error.code).toBe('plan_not_approved')
    const { sha256 } = (await head({ method: 'POST', url: `${url}/approve`, payload: {} })).json()
    expect((await confirm(merchant, 1, '0'.repeat(64))).json().error.code).toBe('plan_version_changed')
    expect((await confirm(head, 1, sha256)).json().error.code).toBe('confirm_own_side')
    expect((await confirm(merchant, 1, sha256)).json()).toMatchObject([{ version: 1, sha256, side: 'merchant' }])
    expect(await read(plan.id)).toMatchObject({ confirmedBy: expect.stringContaining('merchant') })
    await head({ method: 'POST', url: `${url}/reopen`, payload: { reason: '补目标' } })
    await put(plan.id, 'goals', 1, { goals: [goal('a')] })
    const second = (await head({ method: 'POST', url: `${url}/approve`, payload: {} })).json()
    expect(await read(plan.id)).toMatchObject({ approvedVersion: 2, confirmedBy: null })
    expect((await confirm(merchant, 1, sha256)).json().error).toMatchObject({
      code: 'plan_version_changed',
      facts: { version: 2 },
    })
    await confirm(merchant, 2, second.sha256)
    expect((await confirm(merchant, 2, second.sha256)).json()).toHaveLength(2)
  })
})
