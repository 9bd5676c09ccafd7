import type {
  BackTestReport,
  ClockBoard,
  IncidentInfo,
  Lever,
  PlaybookInfo,
  PlaybookRunInfo,
  TakenEvent,
} from '@zhanggui/contract'
import { PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { runPlaybooks } from '../../../src/modules/drills/playbooks/triggers/playbook-rounds.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

// A Tuesday, 20:00 in the shop.
const NOW = '2026-10-20T12:00:00.000Z'

let context: TestContext
let app: FastifyInstance
let owner: Person
let colleague: Person

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['acts', 'asks', 'clock', 'events', 'other'] }))
  context.clock.set(NOW)
  colleague = await addPerson(app, owner, { store: 'asks', role: 'operations' })
})
afterAll(() => app?.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const send = (person: Person, store: string, method: Method, path: string, payload?: object) =>
  person({ method, url: `/v1/stores/${store}/${path}`, ...(payload ? { payload } : {}) })

const callAs =
  (person: Person, store: string) =>
  async <T>(method: Method, path: string, payload?: object): Promise<T> => {
    const answer = await send(person, store, method, path, payload)
    expect(answer.statusCode, answer.body).toBeLessThan(400)
    return answer.json() as T
  }

const LEVERS: Record<string, Record<string, unknown>> = {
  'slot/home-1': { item: 'a', stock: 0, substitutes: 'b c' },
  'slot/home-2': { item: 'd', stock: 9, substitutes: 'b' },
  'exposure/bath': { weight: 4000, base: 4000, pace: 0.7 },
  'exposure/desk': { weight: 6000, base: 6000, pace: 1.3 },
  'price/towel': {
    listCents: 9900,
    cents: 9900,
    floorCents: 8000,
    step: 0,
    steppedAt: null,
    slow: true,
    rigid: false,
    rivalCents: 9000,
  },
  'channel/zhihu': { state: 'backup', roi: 2 },
  'channel/search': { state: 'on', roi: 3, bidCents: 120, leastBidCents: 50, mostBidCents: 300, marginalRoi: 1 },
  'reserve/2026': { reserveCents: 4_000_000, releasedCents: 0 },
  'fission/packet': { coefficient: 10_000, costCents: 2000, budgetLeftCents: 500_000 },
}

async function stockLevers(store: string): Promise<void> {
  const call = callAs(owner, store)
  for (const [path, fields] of Object.entries(LEVERS))
    await call('PUT', `levers/${path}`, { name: path, fields, version: 0 })
}

const fieldsOf = async (store: string): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await callAs(owner, store)<Lever[]>('GET', 'levers')).map(({ type, id, fields }) => [`${type}/${id}`, fields]),
  )

/** Puts a shipped playbook into the shop, acting as given. */
async function adopt(store: string, id: string, change: Partial<PlaybookInfo['body']>): Promise<void> {
  const call = callAs(owner, store)
  await call('POST', 'playbook-library', { ids: [id] })
  const { version, body } = await call<PlaybookInfo>('GET', `playbooks/${id}`)
  const limits = { ...body.limits }
  delete limits.phases
  await call('PUT', `playbooks/${id}`, { ...body, limits, shadow: false, ...change, version, enabled: true })
}

describe('a playbook that acts', () => {
  beforeAll(() => stockLevers('acts'))

  test.each([
    ['sold-out-swap', 'slot/home-1', { item: 'b' }],
    ['exposure-shift', 'exposure/bath', { weight: 3600 }],
    ['bid-control', 'channel/search', { bidCents: 108 }],
    ['fission-control', 'fission/packet', { coefficient: 11_000 }],
  ])(
    '[P10.18] %s writes what it previewed, once, and its undo restores everything exactly',
    async (id, lever, expected) => {
      const call = callAs(owner, 'acts')
      await adopt('acts', id, {})
      const before = await fieldsOf('acts')
      const preview = await call<{ decision: string; changes: unknown[] }>('POST', `playbooks/${id}/preview`, {})
      expect(preview.decision).toBe('run')
      expect(await fieldsOf('acts')).toEqual(before)
      const run = await call<PlaybookRunInfo>('POST', `playbooks/${id}/runs`, {})
      expect(run).toMatchObject({ state: 'applied', changes: preview.changes })
      expect((await fieldsOf('acts'))[lever]).toMatchObject(expected)
      expect(await call('POST', `playbook-runs/${run.id}/undo`, { reason: '演练' })).toMatchObject({ state: 'undone' })
      expect(await fieldsOf('acts')).toEqual(before)
      expect((await send(owner, 'acts', 'POST', `playbook-runs/${run.id}/undo`, {})).json()).toMatchObject({
        error: { code: 'playbook_run_over' },
      })
    },
  )

  test('[P10.18] what somebody else changed since is not overwritten by an undo: it is named', async () => {
    const call = callAs(owner, 'acts')
    context.clock.advance(3_600_000)
    const run = await call<PlaybookRunInfo>('POST', 'playbooks/sold-out-swap/runs', {})
    const slot = (await call<Lever[]>('GET', 'levers')).find(({ id }) => id === 'home-1')
    await call('PUT', 'levers/slot/home-1', {
      name: 'home',
      fields: { ...slot?.fields, item: 'z' },
      version: slot?.version,
    })
    const refused = await send(owner, 'acts', 'POST', `playbook-runs/${run.id}/undo`, {})
    expect(refused.statusCode).toBe(409)
    expect(refused.json()).toMatchObject({ error: { code: 'playbook_changed_since' } })
    expect(refused.body).toContain('slot/home-1 item=z')
    expect(await fieldsOf('acts')).toMatchObject({ 'slot/home-1': { item: 'z' } })
  })

  test('[P10.18] paused, nothing automatic acts; resumed, it does', async () => {
    const call = callAs(owner, 'acts')
    context.clock.advance(86_400_000)
    await call('PUT', 'playbook-pause', { paused: true, reason: '大促封网' })
    expect(await call('POST', 'playbooks/bid-control/runs', {})).toMatchObject({
      state: 'held',
      reason: { zh: '自动动作已全部暂停' },
    })
    await call('PUT', 'playbook-pause', { paused: false })
    expect(await call('POST', 'playbooks/bid-control/runs', {})).toMatchObject({ state: 'applied' })
  })

  test('in shadow it writes down what it would do, and does nothing', async () => {
    const call = callAs(owner, 'acts')
    await call('POST', 'playbook-library', { ids: ['traffic-drop'] })
    const before = await fieldsOf('acts')
    const run = await call<PlaybookRunInfo>('POST', 'playbooks/traffic-drop/runs', {})
    expect(run.state).toBe('shadow')
    expect(run.changes.map(({ subject }) => subject.id)).toContain('zhihu')
    expect(await fieldsOf('acts')).toEqual(before)
  })

  test('one that should act and cannot is one incident, cleared when it acts again', async () => {
    const call = callAs(owner, 'acts')
    const mine = async () =>
      (await call<IncidentInfo[]>('GET', 'alerts/incidents?state=open')).filter(({ titleZh }) =>
        titleZh.includes('没能执行'),
      )
    await adopt('acts', 'ad-fault-pause', {})
    await call('POST', 'playbook-events', { id: 'e1', event: 'ad-fault', tags: { channel: 'nowhere' } })
    await call('POST', 'playbook-events', { id: 'e2', event: 'ad-fault', tags: { channel: 'nowhere' } })
    expect((await mine()).map(({ count }) => count)).toEqual([2])
    await call('POST', 'playbook-events', { id: 'e3', event: 'ad-fault', tags: { channel: 'search' } })
    expect(await fieldsOf('acts')).toMatchObject({ 'channel/search': { state: 'paused' } })
    expect(await mine()).toEqual([])
  })
})

describe('a playbook that asks', () => {
  beforeAll(() => stockLevers('asks'))

  test('needs two different people, and two answers at once act once', async () => {
    const call = callAs(owner, 'asks')
    await adopt('asks', 'reserve-release', {})
    const run = await call<PlaybookRunInfo>('POST', 'playbooks/reserve-release/runs', {})
    expect(run).toMatchObject({ state: 'waiting', peopleNeeded: 2 })
    const agree = (person: Person) => send(person, 'asks', 'POST', `playbook-runs/${run.id}/agree`)
    const answers = await Promise.all([agree(owner), agree(owner), agree(colleague), agree(colleague)])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(2)
    expect(await fieldsOf('asks')).toMatchObject({ 'reserve/2026': { releasedCents: 1_000_000 } })
    expect(await call('GET', 'playbook-runs?state=applied')).toHaveLength(1)
  })

  test('fails without writing anything when things changed while it waited', async () => {
    const call = callAs(owner, 'asks')
    await adopt('asks', 'slow-seller-ladder', {})
    const run = await call<PlaybookRunInfo>('POST', 'playbooks/slow-seller-ladder/runs', {})
    const fields = { ...LEVERS['price/towel'], cents: 9500 }
    await call('PUT', 'levers/price/towel', { name: 'towel', fields, version: 1 })
    const overtaken = await send(owner, 'asks', 'POST', `playbook-runs/${run.id}/agree`)
    expect(overtaken.json()).toMatchObject({ error: { code: 'playbook_overtaken' } })
    expect(await call('GET', 'playbook-runs?state=failed')).toMatchObject([{ id: run.id }])
    expect(await fieldsOf('asks')).toMatchObject({ 'price/towel': { cents: 9500 } })
  })

  test('takes silence for no', async () => {
    const call = callAs(owner, 'asks')
    context.clock.advance(86_400_000)
    const run = await call<PlaybookRunInfo>('POST', 'playbooks/slow-seller-ladder/runs', {})
    context.clock.advance(3_600_000)
    await runPlaybooks(context, await getStore(context, 'asks'), context.clock.now())
    expect(await call('GET', 'playbook-runs?state=expired')).toMatchObject([{ id: run.id }])
  })
})

describe('what sets it off', () => {
  test('a scheduled minute makes one run, also when two processes look and the server was away', async () => {
    await stockLevers('clock')
    context.clock.set('2026-10-21T01:50:00.000Z')
    await adopt('clock', 'exposure-shift', {})
    const store = await getStore(context, 'clock')
    context.clock.set('2026-10-21T02:03:00.000Z')
    for (let i = 0; i < 3; i++) await runPlaybooks(context, store, context.clock.now())
    const runs = await callAs(owner, 'clock')<PlaybookRunInfo[]>('GET', 'playbook-runs')
    expect(runs.map(({ state, at }) => [state, at])).toEqual([['applied', '2026-10-21T02:03:00.000Z']])
  })

  test('an event sent twice is one event; what it tells is one incident with its clocks', async () => {
    const call = callAs(owner, 'events')
    await adopt('events', 'opinion-crisis', {})
    const event = { id: 'post-1', event: 'crisis-words', tags: { word: '优惠失效' } }
    const first = await call<TakenEvent>('POST', 'playbook-events', event)
    expect(first.runs).toHaveLength(1)
    expect(await call<TakenEvent>('POST', 'playbook-events', event)).toEqual({ ...first, duplicate: true })
    const incidents = await call<IncidentInfo[]>('GET', 'alerts/incidents?state=open')
    expect(incidents.map(({ severity, count }) => [severity, count])).toEqual([
      ['warning', 1],
      ['critical', 1],
    ])
    const { clocks } = await call<ClockBoard>('GET', 'live/clocks')
    expect(clocks.map(({ ladder }) => ladder.id)).toEqual(['crisis'])
  })

  test('a back-test says what it would have done, and what it cannot know', async () => {
    const report = await callAs(owner, 'events')<BackTestReport>('POST', 'playbooks/opinion-crisis/back-test', {
      days: 7,
    })
    expect(report).toMatchObject({ occurrences: 1, acted: 1, changes: 0 })
    expect(report.caveats.length).toBeGreaterThan(1)
  })
})

describe('what is refused', () => {
  test('a playbook that is not sound, with every fault and nothing saved', async () => {
    const [shipped] = PLAYBOOK_LIBRARY
    const body = {
      ...shipped,
      id: 'bad',
      owner: 'operations',
      actions: [{ type: 'buyOrders', params: {} }],
      limits: { cooldownMinutes: 0, runsPerDay: 0, changesPerRun: 1 },
    }
    const refused = await send(owner, 'other', 'POST', 'playbooks', body)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ error: { code: 'playbook_unsound' } })
    for (const words of ['没有动作 buyOrders', '冷却至少 1 分钟', '每天次数']) expect(refused.body).toContain(words)
    expect(await callAs(owner, 'other')('GET', 'playbooks')).toEqual([])
  })

  test('a lever that changed since it was read, another shop’s run, a run that is not there', async () => {
    const stale = await send(owner, 'acts', 'PUT', 'levers/slot/home-1', { name: 'x', fields: {}, version: 0 })
    expect(stale.json()).toMatchObject({ error: { code: 'stale_version' } })
    const [run] = await callAs(owner, 'acts')<PlaybookRunInfo[]>('GET', 'playbook-runs')
    expect((await send(owner, 'other', 'POST', `playbook-runs/${run?.id}/undo`, {})).statusCode).toBe(404)
  })
})
