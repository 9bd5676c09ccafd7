import type {
  CampaignDetail,
  CampaignEntry,
  CampaignEntryKind,
  CampaignSummary,
  EntryCheck,
  InitiativeInfo,
  RunSheet,
} from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { actOn } from '../../../src/modules/campaigns/entries/act-on-entry.ts'
import { putEntry } from '../../../src/modules/campaigns/entries/write-entry.ts'
import { ADVANCE_CAMPAIGNS } from '../../../src/modules/campaigns/records/advance-campaigns.ts'
import { FIRE_RUN_SHEETS } from '../../../src/modules/campaigns/run-sheet/fire-run-items.ts'
import { phaseNow } from '../../../src/modules/live/alerts/series/current-phase.ts'
import { openTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestClock } from '../../support/test-context.ts'
import { addPerson, type Person, signIn } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'
import { PROMOTION, publish } from '../promotions/alpha-promotions.ts'

const ALPHA = '/v1/stores/alpha'
const clock = createTestClock('2026-08-20T02:00:00.000Z')
let installation: TestApp
type Colleague = Awaited<ReturnType<typeof addPerson>>
let campaigner: Colleague
let service: Colleague

/** What a test does many times over does not go through HTTP. */
const SHELL = { store: 'alpha', actor: 'test', role: 'owner' as const }

const ask = async (who: Person, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const answer = await who({ method, url: `${ALPHA}${path}`, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}
const read = async (id: string): Promise<CampaignDetail> => (await ask(campaigner, 'GET', `/campaigns/${id}`)).body
const reds = ({ step }: CampaignDetail): string[] =>
  (step?.checks ?? []).filter(({ state }) => state === 'red').map(({ id }) => id)

const isOpen =
  (kind: CampaignEntryKind) =>
  (entry: CampaignEntry): boolean =>
    entry.kind === kind && !('ended' in entry.body && entry.body.ended !== null)

/** Says the same of every entry of a kind that has no result yet. */
async function actOnAll(kind: CampaignEntryKind, action: string, more: object): Promise<void> {
  for (const { id, version } of (await read('brand-day')).entries.filter(isOpen(kind)))
    await actOn(installation.context, SHELL, { campaign: 'brand-day', kind, id, action }, { version, ...more })
}

const runJob = (job: typeof ADVANCE_CAMPAIGNS) =>
  job.run(installation.context, { now: clock.now(), signal: new AbortController().signal })
const at = async (instant: string, job = ADVANCE_CAMPAIGNS): Promise<void> => {
  clock.set(instant)
  // A session does not last from one phase to the next.
  const { app } = installation
  campaigner = Object.assign(await signIn(app, campaigner), campaigner)
  service = Object.assign(await signIn(app, service), service)
  await runJob(job)
}

beforeAll(async () => {
  installation = await openTestApp({ stores: ['alpha'], clock })
  const { app, owner } = installation
  campaigner = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
  service = await addPerson(app, owner, { store: 'alpha', role: 'service' })
  const times = { from: '2026-09-15T16:00:00.000Z', until: '2026-09-23T16:00:00.000Z' }
  await publish(campaigner, owner, { ...PROMOTION, ...times, id: 'brand-day' })
})
afterAll(() => installation.app.close())

/** Finishes what is due before a day, what it waits for first: the list is in the order of the days. */
async function finishTasks(before: string): Promise<void> {
  const { entries } = await read('brand-day')
  const open = entries.flatMap(({ kind, id, version, body }) =>
    kind === 'task' && 'finished' in body && body.finished === null && body.dueDay < before
      ? [{ id, version, ...body }]
      : [],
  )
  const order = (a: { dueDay: string; dependsOn: string[] }, b: { dueDay: string; dependsOn: string[] }) =>
    a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : a.dependsOn.length - b.dependsOn.length
  for (const { id, version } of open.toSorted(order))
    await actOn(
      installation.context,
      SHELL,
      { campaign: 'brand-day', kind: 'task', id, action: 'finish' },
      { version, note: '见附件' },
    )
}

/** Brief, proof and a passed test for the pages that have none. */
async function readyPages(phase: string): Promise<void> {
  const { entries } = await read('brand-day')
  const open = entries.filter(
    ({ kind, body }) => kind === 'page' && 'proof' in body && body.proof === null && body.phase === phase,
  )
  for (const { id, version, body } of open) {
    const at = { campaign: 'brand-day', kind: 'page' as const, id }
    await putEntry(installation.context, SHELL, at, { version, body: { ...body, brief: '页面需求' } })
    await actOn(
      installation.context,
      SHELL,
      { ...at, action: 'proof' },
      { version: version + 1, note: 'https://proof' },
    )
    await actOn(
      installation.context,
      SHELL,
      { ...at, action: 'test' },
      { version: version + 2, note: '手机端', passed: true },
    )
  }
}

describe('a campaign from template to archive', () => {
  const path = '/campaigns/brand-day'

  test('[P3.15] a template brings phases, work, run sheet and pages in one call, and says what is still to be written', async () => {
    const { status, body } = await ask(campaigner, 'POST', '/campaigns', {
      id: 'brand-day',
      name: '品牌日',
      template: 'brandDay',
      mainDay: '2026-09-16',
      targetCents: 9_000_000,
      budgetCents: 800_000,
      team: [{ team: 'operations', lead: '李运营' }],
    })
    expect([status, body.state, body.body.windows.length]).toEqual([201, 'draft', 6])
    expect(new Set(body.entries.map((entry: { kind: string }) => entry.kind))).toEqual(
      new Set(['task', 'run', 'page', 'training', 'attestation', 'drill']),
    )
    expect(reds(body)).toEqual(['content'])
  })

  test('[P3.15] a draft with a hole in it is not approved, and cannot jump to its burst', async () => {
    const early = await ask(campaigner, 'POST', `${path}/move`, { to: 'approved' })
    expect([early.status, early.body.error.code, early.body.error.facts.failed.map((c: EntryCheck) => c.id)]).toEqual([
      409,
      'campaign_checks_failed',
      ['content'],
    ])
    const jump = await ask(campaigner, 'POST', `${path}/move`, { to: 'burst' })
    expect([jump.body.error.code, jump.body.error.facts.possible]).toEqual(['campaign_illegal_move', 'approved'])
  })

  test('[P3.16] phases with a hole are not stored', async () => {
    const { body, revision } = await read('brand-day')
    const windows = body.windows.filter(({ phase }) => phase !== 'closing')
    const refused = await ask(campaigner, 'PUT', path, { ...body, windows, revision })
    expect([refused.status, refused.body.error.facts.reasons[0].code]).toEqual([422, 'days_between'])
  })

  test('[P3.21] work without somebody accountable is refused; a whole campaign is approved by a second person', async () => {
    const before = await read('brand-day')
    const [task] = before.entries.filter(({ kind }) => kind === 'task')
    const orphan = { ...task?.body, accountable: '' }
    const refused = await ask(campaigner, 'PUT', `${path}/entries/task/${task?.id}`, { version: 1, body: orphan })
    expect(refused.body.error.facts.reasons[0].code).toBe('no_accountable')
    const goods = [{ itemId: 'cream', role: 'hero' }]
    const body = { ...before.body, audience: '老客与新客', goods, promotions: ['brand-day'] }
    const changed = await ask(campaigner, 'PUT', path, { ...body, revision: before.revision })
    expect([changed.status, reds(changed.body)]).toEqual([200, []])
    const asked = await ask(campaigner, 'POST', `${path}/move`, { to: 'approved' })
    expect([asked.status, asked.body.performed]).toEqual([202, false])
    const approved = await installation.owner({
      method: 'POST',
      url: `${ALPHA}/approvals/${asked.body.request}/approve`,
      payload: {},
    })
    expect([approved.statusCode, (await read('brand-day')).state]).toEqual([200, 'approved'])
  })

  test('[P3.15] the clock takes it into its reservoir, and waits before pre-heat while work is open, saying so once', async () => {
    await at('2026-09-01T16:00:00.000Z')
    expect((await read('brand-day')).state).toBe('approved')
    await finishTasks('2026-09-02')
    await runJob(ADVANCE_CAMPAIGNS)
    expect((await read('brand-day')).state).toBe('reservoir')
    await at('2026-09-08T16:00:00.000Z')
    await runJob(ADVANCE_CAMPAIGNS)
    const { state, clockPhase, moves } = await read('brand-day')
    expect([state, clockPhase?.phase]).toEqual(['reservoir', 'preheat'])
    expect(moves.filter(({ to, blockedBy }) => to === 'preheat' && blockedBy.length > 0)).toHaveLength(1)
  })

  test('[P3.23] a page is not released without a test record', async () => {
    const page = (await read('brand-day')).entries.find(({ kind, id }) => kind === 'page' && id === 'preheat')
    if (!page) throw new Error('there is a page')
    const url = `${path}/entries/page/preheat`
    await ask(campaigner, 'PUT', url, { version: 1, body: { ...page.body, brief: '倒计时与券' } })
    await ask(campaigner, 'POST', `${url}/proof`, { version: 2, note: 'https://proof.example/1' })
    const refused = await ask(campaigner, 'POST', `${url}/release`, { version: 3 })
    expect([refused.status, refused.body.error.facts.reasons.map((r: { code: string }) => r.code)]).toEqual([
      422,
      ['no_test'],
    ])
    await ask(campaigner, 'POST', `${url}/test`, { version: 3, note: '手机端', passed: true })
    expect((await ask(campaigner, 'POST', `${url}/release`, { version: 4 })).status).toBe(200)
  })

  test('[P15.10] one red item blocks go; nobody signs over it, and a team signs for itself only', async () => {
    const sign = (who: Person, team: string) =>
      ask(who, 'POST', `${path}/sign`, { phase: 'preheat', team, decision: 'go' })
    expect((await sign(campaigner, 'operations')).body.error.code).toBe('campaign_checks_failed')
    await finishTasks('2026-09-09')
    await readyPages('preheat')
    expect((await sign(service, 'operations')).body.error.code).toBe('not_permitted')
    expect([(await sign(campaigner, 'operations')).status, (await sign(service, 'service')).status]).toEqual([200, 200])
    await runJob(ADVANCE_CAMPAIGNS)
    expect((await read('brand-day')).state).toBe('preheat')
  })

  test('[P3.25] [P15.11] training that nobody attended and a drill that is overdue keep the burst waiting', async () => {
    await at('2026-09-15T16:00:00.000Z')
    await finishTasks('2026-09-16')
    await readyPages('burst')
    expect(reds(await read('brand-day'))).toEqual(['stockCount', 'training', 'rota', 'plansB', 'drills', 'signatures'])
    for (const training of (await read('brand-day')).entries.filter(({ kind }) => kind === 'training')) {
      const attendees = Array.from({ length: 4 }, (_, i) => ({ name: `员工${i}`, present: true, score: 90 }))
      await ask(campaigner, 'PUT', `${path}/entries/training/${training.id}`, {
        version: training.version,
        body: { ...training.body, attendees },
      })
    }
    await actOnAll('attestation', 'pass', { note: '盘点单' })
    await actOnAll('drill', 'hold', {
      passed: true,
      detectSeconds: 40,
      startSeconds: 120,
      restoreSeconds: 900,
    })
    for (const [who, team] of [
      [campaigner, 'operations'],
      [service, 'service'],
    ] as const)
      expect((await ask(who, 'POST', `${path}/sign`, { phase: 'burst', team, decision: 'go' })).status).toBe(200)
    await runJob(ADVANCE_CAMPAIGNS)
    expect((await read('brand-day')).state).toBe('burst')
  })

  test('[P3.16] [P9.06] the board, its target and the phase of alerts come from the running campaign', async () => {
    const { body } = await ask(campaigner, 'GET', '/live/board')
    expect(body.occasion).toEqual({
      id: 'brand-day',
      campaign: 'brand-day',
      nameZh: '品牌日',
      nameEn: '品牌日',
      label: 'D0',
      phase: 'burst',
      phaseEndsAt: '2026-09-16T16:00:00.000Z',
      nextPhase: 'closing',
    })
    expect(body.pace).toMatchObject({ targetCents: 9_000_000, targetFrom: 'campaign' })
    const store = await getStore(installation.context, 'alpha')
    expect(await phaseNow(installation.context, store, clock.now())).toBe('burst')
    // What the calendar says of the day before speaks only where the shop has no campaign.
    expect(await phaseNow(installation.context, store, new Date('2026-09-14T02:00:00.000Z'))).toBe('preheat')
  })

  test('[P3.18] the run sheet fires in order on the clock, what a standstill missed included, and looks at the promotions itself', async () => {
    await runJob(FIRE_RUN_SHEETS)
    const sheet: RunSheet = (await ask(campaigner, 'GET', `${path}/run-sheet`)).body
    const fired = sheet.lines.filter(({ body }) => body.firedAt !== null).map(({ id }) => id)
    expect(fired).toEqual(['priceCheck', 'stockLock', 'seats', 'serviceReady', 'rulesOn'])
    expect(sheet.lines.find(({ id }) => id === 'rulesOn')).toMatchObject({
      state: 'done',
      body: { ended: { mark: 'done', by: 'system' } },
    })
    const byId = async (id: string) =>
      (await ask(campaigner, 'GET', `${path}/run-sheet`)).body.lines.find((line: { id: string }) => line.id === id)
    expect((await byId('pageSwitch')).state).toBe('waiting')
    const { version } = await byId('priceCheck')
    await ask(campaigner, 'POST', `${path}/entries/run/priceCheck/done`, { version })
    await runJob(FIRE_RUN_SHEETS)
    await runJob(FIRE_RUN_SHEETS)
    const pageSwitch = await byId('pageSwitch')
    expect([pageSwitch.body.firedAt, pageSwitch.version]).toEqual(['2026-09-15T16:00:00.000Z', 2])
  })

  test('[P3.18] a delay moves what is still to come', async () => {
    const shifted = await ask(campaigner, 'POST', `${path}/run-sheet/shift`, {
      fromAt: '2026-09-16T00:00:00.000Z',
      minutes: 15,
    })
    expect(shifted.body.lines.find((line: { id: string }) => line.id === 'morning').body.at).toBe(
      '2026-09-16T04:15:00.000Z',
    )
  })

  test('[P3.19] the long tail waits until unpaid orders are at zero or somebody was told', async () => {
    await at('2026-09-16T16:00:00.000Z')
    await actOnAll('run', 'done', {})
    await runJob(ADVANCE_CAMPAIGNS)
    expect((await read('brand-day')).state).toBe('closing')
    const order = {
      store: 'alpha',
      order_id: '7',
      line_id: '1',
      created_day: '2026-09-16',
      created_at: '2026-09-16 02:00:00',
      status: 'unpaid',
      kind: 'sale',
      quantity: 1,
      gmv_cents: 100,
      refund_cents: 0,
      is_product: 1,
      version: 1,
    }
    await insertFacts(installation.context, 'order_lines', [order])
    await at('2026-09-19T15:59:00.000Z')
    await finishTasks('2026-09-20')
    expect(reds(await read('brand-day'))).toEqual(['afterSale'])
    const told = await ask(campaigner, 'POST', `${path}/after-sale/escalate`, { told: '李运营' })
    expect([told.status, told.body]).toEqual([200, { unpaid: 1, refunds: 0, escalated: 1 }])
    await at('2026-09-19T16:00:00.000Z')
    expect((await read('brand-day')).state).toBe('longTail')
  })

  test('[P3.15] it is put away with its review written, and every step stands in its history', async () => {
    await finishTasks('2026-10-01')
    await at('2026-09-24T16:00:00.000Z')
    const { body, revision, state } = await read('brand-day')
    expect(state).toBe('review')
    expect(
      (await ask(campaigner, 'POST', `${path}/move`, { to: 'archived' })).body.error.facts.failed.map(
        (c: EntryCheck) => c.id,
      ),
    ).toEqual(['review'])
    await ask(campaigner, 'PUT', path, { ...body, revision, review: '达成 104%，下次早一周种草。' })
    expect((await ask(campaigner, 'POST', `${path}/move`, { to: 'archived' })).status).toBe(200)
    const { moves } = await read('brand-day')
    expect(
      moves
        .filter(({ blockedBy }) => blockedBy.length === 0)
        .map(({ to }) => to)
        .reverse(),
    ).toEqual(['approved', 'reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review', 'archived'])
  })
})

describe('campaigns beside each other', () => {
  test('[P3.15] last year’s campaign is copied to the same campaign days, without its results', async () => {
    const { status, body } = await ask(campaigner, 'POST', '/campaigns', {
      id: 'brand-day-2027',
      name: '品牌日 2027',
      copyOf: 'brand-day',
      year: 2027,
    })
    expect([status, body.mainDay, body.body.promotions, body.body.review]).toEqual([201, '2027-09-16', [], ''])
    const tasks = body.entries.filter(({ kind }: { kind: string }) => kind === 'task')
    expect(tasks.every((task: { body: { finished: unknown } }) => task.body.finished === null)).toBe(true)
    expect(tasks.find(({ id }: { id: string }) => id === 'unpaidChase').body.dueDay).toBe('2027-09-17')
  })

  test('[P3.15] Double 11 follows the platform’s two waves of its year', async () => {
    const { body } = await ask(campaigner, 'POST', '/campaigns', {
      id: 'd11',
      name: '双11',
      template: 'double11',
      year: 2026,
    })
    expect([
      body.mainDay,
      body.body.windows.filter(({ phase }: { phase: string }) => phase === 'burst').length,
    ]).toEqual(['2026-11-11', 2])
  })

  test('[P4.12] a slot that another campaign holds cannot be booked again', async () => {
    const body = {
      title: '首焦',
      kind: 'focusImage',
      position: '首页焦点图 1',
      from: '2026-11-10T12:00:00.000Z',
      until: '2026-11-11T16:00:00.000Z',
    }
    expect((await ask(campaigner, 'PUT', '/campaigns/d11/entries/slot/a', { version: 0, body })).status).toBe(200)
    const refused = await ask(campaigner, 'PUT', '/campaigns/brand-day-2027/entries/slot/a', { version: 0, body })
    expect([refused.status, refused.body.error.facts.reasons[0].code]).toEqual([422, 'double_booking'])
  })

  test('[P3.22] the work of a campaign: critical path, who hears of what is late, and what lies between two teams', async () => {
    const { status, body } = await ask(campaigner, 'GET', '/campaigns/brand-day-2027/work')
    expect([status, body.cycle]).toEqual([200, []])
    expect(body.rows.some(({ critical }: { critical: boolean }) => critical)).toBe(true)
    const work = (await ask(campaigner, 'GET', '/campaigns/d11/work')).body
    expect(work.overdue[0]).toMatchObject({ step: 'head' })
  })

  test('[P3.28] [P3.27] the same goods on the same days are found, a clone is called one, and unused gameplay is suggested', async () => {
    const again = { id: 'brand-day-copy', name: '品牌日 又一次', copyOf: 'brand-day-2027', mainDay: '2027-09-17' }
    await ask(campaigner, 'POST', '/campaigns', again)
    const { body } = await ask(campaigner, 'GET', '/campaigns/brand-day-copy/conflicts')
    expect(body.conflicts.map(({ code }: { code: string }) => code)).toContain('same_sku')
    expect([body.novelty.isCloned, body.novelty.alike[0].score]).toEqual([true, 1])
    expect(body.novelty.suggestions.length).toBeGreaterThan(0)
  })

  test('[P3.24] [P6.24] an entry that will fail its return rate gets a task, and later passes', async () => {
    const path = '/campaigns/d11/entries/enrolment/ju'
    const goods = [{ skuId: 'cream', priceCents: 9000, referenceCents: 10_000, stock: 100 }]
    const times = { from: '2026-11-08T02:00:00.000Z', until: '2026-11-10T02:00:00.000Z', deadline: '2026-10-20' }
    const entry = {
      title: '聚划算',
      event: 'juhuasuan',
      ...times,
      goods,
      owner: '李运营',
      thresholds: [{ metric: 'refundRate', op: 'atMost', limit: 0.1 }],
    }
    expect((await ask(campaigner, 'PUT', path, { version: 0, body: entry })).status).toBe(200)
    const paid = (id: string, day: string, refundCents: number) => ({
      store: 'alpha',
      order_id: id,
      line_id: '1',
      created_day: day,
      created_at: `${day} 02:00:00`,
      paid_day: day,
      paid_at: `${day} 02:05:00`,
      refunded_day: refundCents > 0 ? day : null,
      status: 'done',
      kind: 'sale',
      buyer: Number(id),
      quantity: 1,
      is_product: 1,
      gmv_cents: 1000,
      paid_cents: 1000,
      refund_cents: refundCents,
      version: 1,
    })
    await insertFacts(installation.context, 'order_lines', [
      paid('901', '2026-09-20', 500),
      paid('902', '2026-09-21', 0),
    ])
    const desk = (await ask(campaigner, 'GET', '/campaigns/d11/enrolment')).body
    expect(desk).toMatchObject([
      { id: 'ju', passes: false, goods: [], thresholds: [{ metric: 'refundRate', now: 0.25, passesThen: false }] },
    ])
    expect((await ask(campaigner, 'POST', '/campaigns/d11/enrolment/rectify')).body).toEqual({
      raised: ['fix-ju-refundRate'],
      resolved: [],
    })
    await insertFacts(
      installation.context,
      'order_lines',
      Array.from({ length: 20 }, (_, i) => paid(`91${i}`, '2026-09-24', 0)),
    )
    expect((await ask(campaigner, 'POST', '/campaigns/d11/enrolment/rectify')).body).toEqual({
      raised: [],
      resolved: ['fix-ju-refundRate'],
    })
  })

  test('[P3.20] the long tail is held against buyers left alone', async () => {
    const { status, body } = await ask(campaigner, 'GET', '/campaigns/d11/hold-out?heldBp=3000')
    expect([status, body.treated.people + body.held.people]).toEqual([200, 22])
  })

  test('[P3.17] the reservoir goes by the last campaign of the same kind, and names each source', async () => {
    const reservoir = async (id: string) => (await ask(campaigner, 'GET', `/campaigns/${id}/reservoir`)).body
    const again = await reservoir('brand-day-2027')
    expect([again.sources.map(({ id }: { id: string }) => id), again.basis]).toEqual([
      ['cart', 'favourite', 'visit'],
      { from: '2026-09-16', to: '2026-09-17' },
    ])
    expect((await reservoir('d11')).basis).toBeNull()
  })

  test('[P3.26] the effect of an improvement is what its goods gained beyond goods that were left as they were', async () => {
    const sale = (item: string, day: string, paidCents: number) => ({
      store: 'alpha',
      order_id: `${item}${day}`,
      line_id: '1',
      created_day: day,
      created_at: `${day} 02:00:00`,
      paid_day: day,
      paid_at: `${day} 02:05:00`,
      status: 'done',
      kind: 'sale',
      buyer: 1,
      item_id: item,
      quantity: 1,
      is_product: 1,
      gmv_cents: paidCents,
      paid_cents: paidCents,
      refund_cents: 0,
      version: 1,
    })
    const days = ['2026-07-01', '2026-07-02', '2026-07-08', '2026-07-09']
    // Five of seven days without a sale on each side are zeros.
    const rows = days.flatMap((day, i) => [
      sale('core', day, i < 2 ? 10_000 : 15_000),
      sale('plain', day, i < 2 ? 5000 : 6000),
      sale('core-2', day, i < 2 ? 5000 : 7500),
      sale('plain-2', day, i < 2 ? 10_000 : 12_000),
    ])
    await insertFacts(installation.context, 'order_lines', rows)
    const data = {
      code: 'v1',
      name: '核心款视觉升级',
      kind: 'visual',
      owner: '周设计',
      fromDay: '2026-07-08',
      windowDays: 7,
      metric: 'paid',
      items: 'core',
      controlItems: 'plain',
      targetShare: 0.2,
      campaign: 'brand-day',
      milestones: '2026-07-05 拍摄完成\n2027-01-10 复盘',
    }
    const { status, body } = await ask(campaigner, 'POST', '/resources/initiatives', { data })
    expect(status).toBe(201)
    const measured = await ask(campaigner, 'GET', `/initiatives/${body.id}/effect`)
    expect(measured.body).toMatchObject({ metric: 'paid', days: { before: 7, after: 7 }, share: expect.closeTo(0.25) })
    expect(measured.body.effect).toBeCloseTo(6000 / 7)
    expect(measured.body.units).toBeNull()

    // Two goods on each side are compared one by one; the season of a fifth, on both, is no effect.
    const goods = { ...data, code: 'v2', items: 'core,core-2', controlItems: 'plain,plain-2', campaign: '' }
    const made = await ask(campaigner, 'POST', '/resources/initiatives', { data: goods })
    const { body: byGoods } = await ask(campaigner, 'GET', `/initiatives/${made.body.id}/effect`)
    expect(byGoods).toMatchObject({ units: { treated: 2, control: 2 }, share: expect.closeTo(0.25) })
    expect(byGoods.effect).toBeCloseTo(9000 / 7)
    expect(byGoods.low).toBeLessThan(byGoods.effect)
    expect(byGoods.high).toBeGreaterThan(byGoods.effect)
  })

  test('[P3.26] initiatives stand with owner, milestones and what came of them; a milestone is marked in the record', async () => {
    const list = async (): Promise<InitiativeInfo[]> =>
      (await ask(campaigner, 'GET', '/initiatives?campaign=brand-day')).body
    const [one] = await list()
    expect([one?.owner, one?.goods, one?.control, one?.verdict]).toEqual(['周设计', 1, 1, 'unproven'])
    expect(one?.milestones.map(({ what, state }) => [what, state])).toEqual([
      ['拍摄完成', 'late'],
      ['复盘', 'open'],
    ])
    const mark = (who: Person, version: number | undefined, line: number) =>
      ask(who, 'POST', `/initiatives/${one?.id}/milestones`, { version, line, done: true })
    expect((await mark(service, one?.version, 0)).status).toBe(403)
    expect((await mark(campaigner, one?.version, 7)).status).toBe(404)
    expect((await mark(campaigner, one?.version, 0)).status).toBe(204)
    expect((await mark(campaigner, one?.version, 0)).body.error.code).toBe('stale_version')
    expect((await list())[0]?.milestones[0]?.state).toBe('done')
    expect((await ask(campaigner, 'GET', '/initiatives?campaign=d11')).body).toEqual([])
  })

  test('[P4.13] a slot says what it may cost at most, and a bid above is refused', async () => {
    const auction = { expectedVisits: 10_000, incrementalBp: 6000, cvrBp: 300, marginCentsPerOrder: 4000, keepBp: 2000 }
    const body = {
      title: '竞拍',
      kind: 'goldenSlot',
      position: '黄金展位',
      from: '2026-11-10T12:00:00.000Z',
      until: '2026-11-11T16:00:00.000Z',
    }
    const url = '/campaigns/d11/entries/slot/gold'
    const refused = await ask(campaigner, 'PUT', url, {
      version: 0,
      body: { ...body, auction: { ...auction, bidCents: 576_001 } },
    })
    expect(refused.body.error.facts.reasons[0].code).toBe('bid_above_ceiling')
    await ask(campaigner, 'PUT', url, { version: 0, body: { ...body, auction: { ...auction, bidCents: 576_000 } } })
    const board = (await ask(campaigner, 'GET', '/campaigns/d11/slots')).body
    expect(board.slots.find(({ id }: { id: string }) => id === 'gold')).toMatchObject({
      ceilingCents: 576_000,
      result: null,
    })
  })

  test('the list says where each campaign stands and what its next step needs', async () => {
    const list: CampaignSummary[] = (await ask(campaigner, 'GET', '/campaigns?year=2026')).body
    expect(list.map(({ id, state, next }) => [id, state, next?.state ?? null])).toEqual([
      ['d11', 'draft', 'approved'],
      ['brand-day', 'archived', null],
    ])
  })
})
