import type {
  BackTestReport,
  CampaignDetail,
  ClockBoard,
  IncidentInfo,
  Lever,
  PlaybookInfo,
  PlaybookRunInfo,
  PriceProposal,
  TakenEvent,
} from '@zhanggui/contract'
import { PLAYBOOK_LIBRARY } from '@zhanggui/playbooks'
import { and, eq, sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { fireDueItems } from '../../../src/modules/campaigns/run-sheet/fire-run-items.ts'
import { campaignEntries, campaigns } from '../../../src/modules/campaigns/schema.ts'
import { readMeasured } from '../../../src/modules/drills/playbooks/measured/index.ts'
import { runPlaybooks } from '../../../src/modules/drills/playbooks/triggers/playbook-rounds.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'

// A Tuesday, 20:00 in the shop.
const NOW = '2026-10-20T12:00:00.000Z'

let context: TestContext
let app: FastifyInstance
let owner: Person
let colleague: Person

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['acts', 'asks', 'clock', 'events', 'other', 'shelf'] }))
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
    // What two people agreed to, one does not take back.
    const undo = (person: Person) => send(person, 'asks', 'POST', `playbook-runs/${run.id}/undo`, {})
    expect((await undo(owner)).json()).toMatchObject({ state: 'applied', undoAgreedBy: [expect.any(String)] })
    expect((await undo(owner)).json()).toMatchObject({ error: { code: 'playbook_agreed' } })
    expect((await undo(colleague)).json()).toMatchObject({ state: 'undone' })
    expect(await fieldsOf('asks')).toMatchObject({ 'reserve/2026': { releasedCents: 0 } })
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

describe('what it steers is measured', () => {
  const ITEMS = [
    ['a', '纯棉毛巾 蓝', 0],
    ['b', '纯棉毛巾 白', 400],
    ['c', '羊绒围巾', 900],
  ] as const
  const call = <T>(method: Method, path: string, payload?: object) => callAs(owner, 'shelf')<T>(method, path, payload)
  const round = async (): Promise<void> => runPlaybooks(context, await getStore(context, 'shelf'), context.clock.now())
  const slotEntry = async () =>
    (await call<CampaignDetail>('GET', 'campaigns/day')).entries.find(({ id }) => id === 'hero')

  beforeAll(async () => {
    context.clock.set('2026-10-20T12:00:00.000Z')
    const goods = ITEMS.map(([item_id, title]) => ({
      item_id,
      title,
      category: item_id === 'c' ? '围巾' : '毛巾',
      brand: '岚禾',
      list_cents: 9900,
      cost_cents: 4000,
    }))
    await insertFacts(
      context,
      'items',
      goods.map((row) => ({ store: 'shelf', sku_id: '', ...row })),
    )
    const shelf = ITEMS.map(([item_id, , on_hand]) => ({
      store: 'shelf',
      day: '2026-10-19',
      item_id,
      sku_id: `${item_id}-1`,
      on_hand,
      on_sale: 1,
    }))
    await insertFacts(context, 'stock_daily', shelf)
    await call('POST', 'campaigns', { id: 'day', name: '品牌日', mainDay: '2026-10-20' })
    await context.records.db.update(campaigns).set({ state: 'burst' }).where(eq(campaigns.store, 'shelf'))
    const times = { from: '2026-10-19T16:00:00.000Z', until: '2026-10-21T16:00:00.000Z' }
    const booking = { title: '首页焦点', kind: 'focusImage', position: '首页第 1 屏', ...times, items: ['a', 'c'] }
    await call('PUT', 'campaigns/day/entries/slot/hero', { version: 0, body: booking })
  })

  test('[P9.05] a sold-out item leaves a campaign’s slot for one of its category, by itself and on record', async () => {
    await adopt('shelf', 'sold-out-swap', {})
    await round()
    expect(await slotEntry()).toMatchObject({ version: 2, body: { items: ['b', 'c'] } })
    const [run] = await call<PlaybookRunInfo[]>('GET', 'playbook-runs?playbook=sold-out-swap')
    expect(run).toMatchObject({
      state: 'applied',
      changes: [{ subject: { id: 'day:hero:0' }, before: 'a', after: 'b' }],
    })
    // Nothing is sold out on show any more: the next look does nothing.
    context.clock.advance(120_000)
    await round()
    expect(await call('GET', 'playbook-runs?playbook=sold-out-swap')).toHaveLength(1)
    await call('POST', `playbook-runs/${run?.id}/undo`, { reason: '演练' })
    expect(await slotEntry()).toMatchObject({ body: { items: ['a', 'c'] } })
  })

  test('[P15.06] a rival’s price that somebody saw is answered within the limit and through the price guards', async () => {
    const lever = { listCents: 1, cents: 9900, floorCents: 9500, step: 0, steppedAt: null, rigid: false }
    await call('PUT', 'levers/price/b', { name: '毛巾', fields: lever, version: 0 })
    await adopt('shelf', 'price-war', { approval: 'confirm' })
    const seen = { skuId: 'b', rival: '对手店', seenDay: '2026-10-20', priceCents: 8000, source: '门店走访' }
    await call('POST', 'resources/competitor-prices', { data: seen })
    await round()
    const [asked] = await call<PlaybookRunInfo[]>('GET', 'playbook-runs?playbook=price-war')
    // 5 % of 99 yuan is 94.05: the floor of 95 stands above it.
    expect(asked).toMatchObject({ state: 'waiting', changes: [{ field: 'cents', before: 9900, after: 9500 }] })
    await call('POST', `playbook-runs/${asked?.id}/agree`)
    const { proposals } = await call<{ proposals: PriceProposal[] }>('GET', 'price-proposals?sku=b')
    expect(proposals).toMatchObject([{ priceCents: 9500, reason: `playbook-runs/${asked?.id}` }])
  })

  test('[P10.08] pace is that of the running day, whatever was entered', async () => {
    await call('PUT', 'levers/exposure/毛巾', {
      name: '毛巾',
      fields: { weight: 5000, base: 5000, pace: 9 },
      version: 0,
    })
    const store = await getStore(context, 'shelf')
    const now = context.clock.now()
    const measured = await readMeasured(context, { store, types: ['exposure', 'slot'], now })
    // Without sales nothing is expected, so that what was entered stays.
    expect(measured.get('exposure')?.('毛巾', { pace: 9 })).toEqual({ pace: 9 })
    expect(measured.get('slot')?.('x', { item: 'b', stock: 0 })).toMatchObject({ stock: 400, substitutes: '' })
  })

  test('[P3.18] a line of the run sheet starts a playbook, once, also when the server stopped in between', async () => {
    const line = { title: '曝光检查', at: '2026-10-20T12:00:00.000Z', team: 'operations', action: 'startPlaybook' }
    const put = (body: object) => send(owner, 'shelf', 'PUT', 'campaigns/day/entries/run/shift', { version: 0, body })
    expect((await put(line)).statusCode).toBe(422)
    await put({ ...line, playbook: 'sold-out-swap' })
    const [row] = await context.records.db.select().from(campaigns).where(eq(campaigns.store, 'shelf'))
    if (!row) throw new Error('the campaign was made')
    await fireDueItems(context, row)
    const ended = async () =>
      (await call<CampaignDetail>('GET', 'campaigns/day')).entries.find(({ id }) => id === 'shift')
    expect(await ended()).toMatchObject({ body: { ended: { mark: 'done', by: 'system' } } })
    const runs = (await call<PlaybookRunInfo[]>('GET', 'playbook-runs?playbook=sold-out-swap')).length
    // As a server leaves it that was killed after it fired and before it wrote down how it went.
    const own = and(eq(campaignEntries.store, 'shelf'), eq(campaignEntries.id, 'shift'))
    const cut = sql`jsonb_set(${campaignEntries.body}, '{ended}', 'null')`
    await context.records.db.update(campaignEntries).set({ body: cut }).where(own)
    await fireDueItems(context, row)
    expect(await ended()).toMatchObject({ body: { ended: { mark: 'done' } } })
    expect(await call('GET', 'playbook-runs?playbook=sold-out-swap')).toHaveLength(runs)
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
