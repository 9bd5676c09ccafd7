import type { ClockBoard, ClockDetail, DutyView, LiveLoad, MerchantWarnings, RotaProposal } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticeChannels, noticeDeliveries } from '../../../src/modules/live/channels/schema.ts'
import type { ClockMarkPassed } from '../../../src/modules/live/clocks/clock-listener.ts'
import { FOLLOW_POLICIES } from '../../../src/modules/live/clocks/follow-policies.ts'
import { handOver } from '../../../src/modules/live/clocks/hand-over.ts'
import { NOTICE_MARKS, noticeMarks } from '../../../src/modules/live/clocks/notice-marks.ts'
import { openLeadership } from '../../../src/modules/live/leadership.ts'
import type { TickJob } from '../../../src/modules/live/tick-job.ts'
import { type PostgresServer, startPostgres, whyNoPostgres } from '../../support/postgres.ts'
import { openTestApp } from '../../support/test-app.ts'
import { createTestClock, type TestContext } from '../../support/test-context.ts'
import { addPerson, OWNER, type Person } from '../../support/test-people.ts'
import { waitUntil } from '../../support/wait-until.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** 10:00 on a Wednesday in Shanghai. */
const START = '2026-11-18T02:00:00.000Z'

let app: FastifyInstance
let context: TestContext
let owner: Person
let service: Person & { email: string; userId: string }
let merchant: Person

beforeAll(async () => {
  ;({ app, context, owner } = await openTestApp({ stores: ['alpha'], clock: createTestClock(START) }))
  service = await addPerson(app, owner, { store: 'alpha', role: 'service' })
  merchant = await addPerson(app, owner, { store: 'alpha', role: 'merchant' })
})
afterAll(() => app.close())

const url = (path: string) => `/v1/stores/alpha/${path}`
const at = (ms: number) => new Date(Date.parse(START) + ms).toISOString()
const setTime = (ms: number) => context.clock.set(at(ms))
const round = () => ({ now: context.clock.now(), signal: new AbortController().signal })
const runJob = (job: TickJob) => job.run(context, round())

async function get<T>(path: string, who: Person = owner): Promise<T> {
  const answer = await who({ method: 'GET', url: url(path) })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function post(path: string, payload: object, who: Person = owner) {
  return who({ method: 'POST', url: url(path), payload })
}

async function start(ladder: string, id: string, more: object = {}): Promise<string> {
  const answer = await post('live/clocks', { ladder, subject: { kind: 'incident', id }, title: `事件 ${id}`, ...more })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().id
}

const event = (clock: string, payload: object, who?: Person) => post(`live/clocks/${clock}/events`, payload, who)
const detail = (clock: string) => get<ClockDetail>(`live/clocks/${clock}`)
const breachesOf = async (clock: string) =>
  (await detail(clock)).marks.filter(({ mark }) => mark === 'due').map(({ step, at: due }) => [step, due])

describe('deadlines as records', () => {
  test('[P12.13] one incident carries all its clocks, and the board shows the most urgent first', async () => {
    setTime(0)
    for (const ladder of ['crisis', 'complaint', 'robot-answer', 'merchant-plan']) await start(ladder, 'one')
    const { clocks, total, now } = await get<ClockBoard>('live/clocks?subjectKind=incident&subjectId=one')
    expect([total, now]).toEqual([4, at(0)])
    expect(clocks.map(({ ladder, steps }) => [ladder.id, ...steps.map(({ dueAt }) => dueAt)])).toEqual([
      ['robot-answer', at(10_000)],
      ['crisis', at(15 * MINUTE), at(2 * HOUR), at(24 * HOUR)],
      ['complaint', at(30 * MINUTE)],
      ['merchant-plan', at(2 * HOUR)],
    ])
  })

  test('a ladder started again on the same subject goes on with the time that runs', async () => {
    setTime(5 * MINUTE)
    const again = await post('live/clocks', {
      ladder: 'crisis',
      subject: { kind: 'incident', id: 'one' },
      title: '再次',
    })
    expect(again.json()).toMatchObject({ created: false })
    const { clock } = await detail(again.json().id)
    expect([clock.startedAt, clock.title]).toEqual([at(0), '事件 one'])
  })

  test('[P12.13] pauses stop only what they may, are refused otherwise in words, and are in the trail', async () => {
    setTime(HOUR)
    const clock = await start('complaint', 'two', { startedAt: at(HOUR) })
    setTime(HOUR + 10 * MINUTE)
    expect(
      (await event(clock, { id: 'p1', kind: 'pause', reason: 'customer', note: '等买家照片' }, service)).statusCode,
    ).toBe(204)
    const again = await event(clock, { id: 'p2', kind: 'pause', reason: 'customer' })
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'clock_paused'])
    const carrier = await event(clock, { id: 'p3', kind: 'pause', reason: 'carrier' })
    expect([carrier.statusCode, carrier.json().error.code]).toEqual([422, 'clock_no_pause'])
    setTime(3 * HOUR)
    const paused = (await detail(clock)).clock.steps[0]
    expect(paused).toMatchObject({ state: 'paused', elapsedMs: 10 * MINUTE, dueAt: null, pausedFor: ['customer'] })
    expect((await event(clock, { id: 'r1', kind: 'resume', reason: 'customer' })).statusCode).toBe(204)
    const sentAgain = await event(clock, { id: 'r1', kind: 'resume', reason: 'customer' })
    expect(sentAgain.statusCode).toBe(204)
    expect((await detail(clock)).clock.steps[0]?.dueAt).toBe(at(3 * HOUR + 20 * MINUTE))
    const trail = await get<{ entries: { action: string; reason: string }[] }>(`audit?subject=clocks/${clock}`)
    expect(trail.entries.map(({ action }) => action)).toEqual(['resume', 'pause', 'start'])
    await event(clock, { id: 's1', kind: 'stop', outcome: 'resolved' })
  })

  test('who only reads may not act', async () => {
    const clock = await start('complaint', 'three', { startedAt: at(3 * HOUR) })
    const refused = await event(clock, { id: 'x', kind: 'stop', outcome: 'resolved' }, merchant)
    expect([refused.statusCode, refused.json().error.code]).toEqual([403, 'not_permitted'])
    expect((await get<ClockBoard>('live/clocks', merchant)).clocks.map(({ id }) => id)).toContain(clock)
    await event(clock, { id: 'x', kind: 'stop', outcome: 'cancelled' })
  })
})

describe('what the ticker writes', () => {
  test('[P12.13] a breach is written once: by many looks, after a restart, with the instant at which it happened', async () => {
    setTime(4 * HOUR)
    const clock = await start('crisis', 'four')
    setTime(4 * HOUR + 15 * MINUTE)
    await runJob(NOTICE_MARKS)
    expect(await breachesOf(clock)).toEqual([])
    // The server was down over the deadline, and two look at once when it is up again.
    setTime(6 * HOUR + MINUTE)
    await Promise.all([runJob(NOTICE_MARKS), runJob(NOTICE_MARKS)])
    await runJob(NOTICE_MARKS)
    const missed = [
      ['start', at(4 * HOUR + 15 * MINUTE)],
      ['statement', at(6 * HOUR)],
    ]
    expect(await breachesOf(clock)).toEqual(missed)
    const trail = await get<{ entries: { action: string; actor: string }[] }>(
      `audit?subject=clocks/${clock}&action=breach`,
    )
    expect(trail.entries).toHaveLength(2)
    await event(clock, { id: 's', kind: 'stop', outcome: 'resolved' })
    await event(clock, { id: 'o', kind: 'reopen' })
    await runJob(NOTICE_MARKS)
    expect(await breachesOf(clock)).toEqual(missed)
    await event(clock, { id: 's2', kind: 'stop', outcome: 'resolved' })
  })

  test('an answer that was given in time and noted late withdraws the breach', async () => {
    const begun = 7 * HOUR
    setTime(begun)
    const clock = await start('complaint', 'five')
    setTime(begun + HOUR)
    await runJob(NOTICE_MARKS)
    expect(await breachesOf(clock)).toHaveLength(1)
    await event(clock, {
      id: 'd',
      kind: 'done',
      step: 'solution',
      at: at(begun + 29 * MINUTE),
      note: '29 分已电话解决',
    })
    const { marks, clock: view } = await detail(clock)
    expect(marks.find(({ mark }) => mark === 'due')?.withdrawnAt).toBe(at(begun + HOUR))
    expect(view.steps[0]).toMatchObject({ state: 'done', late: false })
  })

  test('each mark is heard exactly once; one who fails is asked again and holds up nobody', async () => {
    setTime(9 * HOUR)
    const [good, bad] = [await start('robot-answer', 'good'), await start('robot-answer', 'bad')]
    setTime(9 * HOUR + 11_000)
    // Written, not yet handed over: the server ends between the two.
    await noticeMarks(context, round())
    const heard: ClockMarkPassed[] = []
    let fails = true
    const listener = {
      id: 'test',
      hear: async (_context: unknown, _work: unknown, passed: ClockMarkPassed) => {
        if (fails && passed.clock === bad) throw new Error('not now')
        heard.push(passed)
      },
    }
    const dues = () => heard.filter(({ kind }) => kind === 'breach').map(({ clock, step }) => [clock, step.id])
    await handOver(context, [listener], round())
    await handOver(context, [listener], round())
    expect(dues()).toEqual([[good, 'answer']])
    fails = false
    setTime(9 * HOUR + 42_000)
    await handOver(context, [listener], round())
    await handOver(context, [listener], round())
    expect(dues()).toEqual([
      [good, 'answer'],
      [bad, 'answer'],
    ])
    expect(heard[0]).toMatchObject({ ladder: { id: 'robot-answer' }, subject: { kind: 'incident', id: 'good' } })
  })

  test('[P12.13] a changed target reaches the running clock; what had passed stays', async () => {
    setTime(10 * HOUR)
    const clock = await start('complaint', 'six')
    setTime(10 * HOUR + 20 * MINUTE)
    const data = {
      ladder: 'complaint',
      step: 'solution',
      name: '给出解决方案',
      targetSeconds: 3600,
      pausedBy: '客户、平台',
    }
    expect((await post('resources/clock-targets', { data })).statusCode).toBe(201)
    await runJob(FOLLOW_POLICIES)
    await runJob(FOLLOW_POLICIES)
    const { clock: view, events } = await detail(clock)
    expect(view.steps[0]).toMatchObject({ elapsedMs: 20 * MINUTE, dueAt: at(11 * HOUR) })
    expect(view.firstDueAt).toBe(at(10 * HOUR + 30 * MINUTE))
    expect(events.map(({ kind }) => kind)).toEqual(['policy'])
    await event(clock, { id: 's', kind: 'stop', outcome: 'resolved' })
  })

  test('a ladder in service hours rests over lunch, and hours that are not there are told', async () => {
    const week = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((d) => [d, '9:00-12:00, 13:30-18:00']),
    )
    expect((await post('resources/service-hours', { data: { name: '售后', ...week } })).statusCode).toBe(201)
    const refused = await post('resources/service-hours', { data: { name: '坏', monday: '九点到五点' } })
    expect(refused.statusCode).toBe(422)
    const target = { ladder: 'invoice', ladderName: '发票', step: 'sent', name: '开出', targetSeconds: 3600 }
    await post('resources/clock-targets', { data: { ...target, hours: '售后' } })
    await post('resources/clock-targets', { data: { ...target, ladder: 'letter', ladderName: '信函', hours: '没有' } })
    context.clock.set('2026-11-19T03:30:00.000Z')
    const clock = await start('invoice', 'seven')
    context.clock.set('2026-11-19T04:30:00.000Z')
    expect((await detail(clock)).clock.steps[0]).toMatchObject({
      state: 'resting',
      opensAt: '2026-11-19T05:30:00.000Z',
      dueAt: '2026-11-19T06:00:00.000Z',
    })
    const { ladders } = await get<ClockBoard>('live/clocks')
    expect(ladders.find(({ id }) => id === 'letter')?.hoursProblem).toBe('unknown_hours')
  })

  test('[P12.13] the report counts what was in time, by ladder and step', async () => {
    const { rows } = await get<{ rows: Record<string, unknown>[] }>('live/clocks/report?from=2026-11-18&to=2026-11-19')
    const row = (key: string, step: string) => rows.find((r) => r.key === key && r.step === step)
    expect(row('complaint', 'solution')).toMatchObject({ kept: 3, late: 1, open: 0, share: 0.75 })
    expect(row('crisis', 'start')).toMatchObject({ kept: 0, late: 2, share: 0 })
  })
})

test('[P9.15] a missed deadline is an incident with an owner and an action; late complaints are one', async () => {
  context.clock.set('2026-11-19T12:00:00.000Z')
  await start('complaint', 'late-1')
  await start('complaint', 'late-2')
  await start('crisis', 'late-3')
  context.clock.advance(2 * HOUR)
  await runJob(NOTICE_MARKS)
  await runJob(NOTICE_MARKS)
  const incidents = await get<{ titleZh: string; owner: string; count: number }[]>('alerts/incidents')
  const found = incidents.map(({ titleZh, owner: answers, count }) => [titleZh, answers, count])
  expect(found).toContainEqual(['舆情危机逾期：事件 late-3 · 启动响应', 'operations', 1])
  expect(found.filter(([title]) => title === '客诉有逾期未完成')).toHaveLength(1)
})

describe('[P9.08] a merchant warning', () => {
  const plan = async (id: string, filedAfter: number) => {
    const raised = context.clock.now().getTime()
    const missing = await post(`live/merchant-warnings/${id}/file`, { reference: 'QN-1' })
    expect(missing.json().error.code).toBe('plan_missing')
    const written = await owner({
      method: 'PUT',
      url: url(`live/merchant-warnings/${id}/plan`),
      payload: { plan: '加派 6 人' },
    })
    expect(written.statusCode).toBe(204)
    context.clock.set(new Date(raised + filedAfter).toISOString())
    expect((await post(`live/merchant-warnings/${id}/file`, { reference: 'QN-1' })).statusCode).toBe(204)
    expect((await post(`live/merchant-warnings/${id}/file`, { reference: 'QN-2' })).json().error.code).toBe(
      'plan_filed',
    )
    const { warnings } = await get<MerchantWarnings>('live/merchant-warnings')
    return warnings.find((warning) => warning.id === id)
  }
  const raise = async () =>
    (await post('live/merchant-warnings', { kind: 'orderSurge', evidence: '每分钟 320 单，为平日 9 倍' })).json().id

  test('its plan filed after 2 h 00 m 00 s is in time, after 2 h 00 m 01 s is late', async () => {
    context.clock.set('2026-11-20T02:00:00.000Z')
    expect(await plan(await raise(), 2 * HOUR)).toMatchObject({ late: false, filedReference: 'QN-1' })
    context.clock.set('2026-11-20T12:00:00.000Z')
    expect(await plan(await raise(), 2 * HOUR + 1000)).toMatchObject({ late: true, remainingMs: -1000 })
  })

  test('the lead on duty is called after 90 minutes', async () => {
    context.clock.set('2026-11-21T02:00:00.000Z')
    const shift = { day: '2026-11-21', person: service.email, level: 'lead', standby: true }
    expect((await post('resources/duty-shifts', { data: shift })).statusCode).toBe(201)
    const id = await raise()
    context.clock.advance(90 * MINUTE + 1)
    await runJob(NOTICE_MARKS)
    const { warnings } = await get<MerchantWarnings>('live/merchant-warnings')
    const clock = warnings.find((warning) => warning.id === id)?.clock ?? ''
    const { marks } = await detail(clock)
    const byHand = await event(clock, { id: 'd', kind: 'done', step: 'plan' })
    expect([byHand.statusCode, byHand.json().error.code]).toEqual([409, 'clock_ends_elsewhere'])
    expect(marks.find(({ mark }) => mark === 'call-lead')?.called).toEqual(['service'])
  })
})

describe('[P7.09] a page to the duty', () => {
  const duty = () => get<DutyView>('live/duty?from=2026-11-21&to=2026-11-22')

  test('a call is put on its way by every channel that is on, to those who are called', async () => {
    const settings = { kind: 'webhook', url: 'https://hooks.example.cn/duty' } as const
    const row = { store: 'alpha', id: 'hook', name: '群', settings, secrets: [], enabled: true, roles: [] }
    await context.records.db.insert(noticeChannels).values({ ...row, fromSeverity: 'critical' })
    context.clock.set('2026-11-21T09:00:00.000Z')
    await post('live/duty/pages', { title: '库存接口超时', subject: { kind: 'incident', id: 'stock' } })
    const [delivery] = await context.records.db.select().from(noticeDeliveries)
    expect(delivery?.message).toMatchObject({ people: [service.email], severity: 'critical' })
    expect(delivery?.message.titleZh).toContain('值班呼叫（负责人）：库存接口超时')
    await context.records.db.update(noticeChannels).set({ enabled: false })
  })

  test('calls the first level at once, then the next every five minutes until somebody takes it', async () => {
    context.clock.set('2026-11-21T10:00:00.000Z')
    const raised = await post('live/duty/pages', { title: '支付失败率 12%', subject: { kind: 'incident', id: 'pay' } })
    expect(raised.statusCode).toBe(201)
    const page = async () => (await duty()).pages.find(({ id }) => id === raised.json().id)
    // Nobody is on duty at the first and second level: the call goes on to the lead at once.
    expect((await page())?.calls.map(({ person, level }) => [person, level])).toEqual([[service.email, 'lead']])
    expect((await page())?.nextCallAt).toBe('2026-11-21T10:05:00.000Z')
    context.clock.advance(5 * MINUTE + 1)
    await runJob(NOTICE_MARKS)
    await runJob(NOTICE_MARKS)
    expect((await page())?.calls).toHaveLength(2)
    expect((await post(`live/duty/pages/${raised.json().id}/acknowledge`, {}, service)).statusCode).toBe(204)
    expect((await post(`live/duty/pages/${raised.json().id}/acknowledge`, {})).json().error.code).toBe('page_taken')
    context.clock.advance(HOUR)
    await runJob(NOTICE_MARKS)
    expect(await page()).toMatchObject({ acknowledgedBy: 'service', late: false, nextCallAt: null })
    expect((await page())?.calls).toHaveLength(2)
  })

  test('the desk shows what the server answers, what waits to be written, and how much of it is used', async () => {
    const load = await get<LiveLoad>('live/load', service)
    expect(load.requests).toBeGreaterThan(20)
    expect(load.queues).toEqual([{ id: 'events', waiting: 0, capacity: expect.any(Number) }])
    expect(load.saturation).toBeGreaterThan(0)
  })

  test('on a day without a rota it calls those who answer for the shop', async () => {
    context.clock.set('2026-11-25T10:00:00.000Z')
    const raised = await post('live/duty/pages', { title: '无人值班', subject: { kind: 'incident', id: 'x' } })
    const page = (await duty()).pages.find(({ id }) => id === raised.json().id)
    expect(page?.calls.map(({ person, level }) => [person, level])).toEqual([[OWNER.email, 'lastResort']])
  })

  test('[P4.14] the rota shows hours nobody covers and rest that is short; a proposal closes them', async () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@example.cn`)
    const range = { from: '2026-12-07', to: '2026-12-14' }
    const before = await get<DutyView>(`live/duty?from=${range.from}&to=${range.to}`)
    expect(before.gaps).toMatchObject([{ from: '2026-12-06T16:00:00.000Z', to: '2026-12-13T16:00:00.000Z', people: 0 }])
    const wish = { ...range, people, spans: '00:00-08:00, 08:00-16:00, 16:00-24:00' }
    const draft = (await post('live/duty/proposal', wish)).json() as RotaProposal
    expect([draft.shifts.length, draft.unfilled, draft.headcount, draft.saved]).toEqual([21, [], 5, false])
    expect(((await post('live/duty/proposal', { ...wish, save: true })).json() as RotaProposal).saved).toBe(true)
    const after = await get<DutyView>(`live/duty?from=${range.from}&to=${range.to}`)
    expect([after.gaps, after.rest, after.shifts.length]).toEqual([[], [], 21])
    expect(after.unknownPeople).toEqual(people)
    const short = { day: '2026-12-07', person: 'a@example.cn', level: 'first', hours: '00:00-23:00' }
    await post('resources/duty-shifts', { data: short })
    const { rest } = await get<DutyView>(`live/duty?from=${range.from}&to=${range.to}`)
    expect(rest.map(({ rule }) => rule)).toContain('dayHours')
  })
})

const noPostgres = whyNoPostgres()
describe.skipIf(noPostgres !== undefined)('several server processes on one PostgreSQL', () => {
  let postgres: PostgresServer
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  test('one of them runs the jobs of the clock; when its connection dies another does', async () => {
    const settings = { ...context.settings, databaseUrl: postgres.url }
    const [first, second] = [
      openLeadership({ settings, log: context.log }),
      openLeadership({ settings, log: context.log }),
    ]
    const leads = () => Promise.all([first.isLeader(), second.isLeader()])
    expect(await first.isLeader()).toBe(true)
    expect(await leads()).toEqual([true, false])
    expect(await leads()).toEqual([true, false])
    const admin = new pg.Client({ connectionString: postgres.url })
    await admin.connect()
    const holder = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"
    await admin.query(holder)
    await waitUntil('the other leads', () => second.isLeader())
    await waitUntil('the first connects again', () =>
      first.isLeader().then(
        (is) => !is,
        () => false,
      ),
    )
    await second.close()
    await waitUntil('the first leads again', () => first.isLeader())
    await first.close()
    await admin.end()
  })
})
