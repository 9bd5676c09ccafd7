import type {
  ContentSupply,
  PartnerContract,
  PartnerDetail,
  PartnerSummary,
  PartnerWorkspace,
  PeoplePlan,
} from '@zhanggui/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setMemberRole } from '../../../src/modules/admin/members.ts'
import { JUDGE_PARTNERS } from '../../../src/modules/admin/partners/levels/judge-partners.ts'
import { openTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestClock } from '../../support/test-context.ts'
import { addPerson, type Person, signIn } from '../../support/test-people.ts'
import { insertFacts } from '../insight/insert-facts.ts'

const ALPHA = '/v1/stores/alpha'
/** A Wednesday. */
const clock = createTestClock('2026-11-18T02:00:00.000Z')
let installation: TestApp
let head: Person
let analyst: Person
let carrier: Person
let agency: Person

const ask = async (who: Person, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
  const answer = await who({ method, url: `${ALPHA}${path}`, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}
const record = async (resource: string, data: object, state?: string): Promise<string> => {
  const made = await ask(head, 'POST', `/resources/${resource}`, { data, reason: 'test' })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  if (state) {
    const moved = await ask(head, 'POST', `/resources/${resource}/${made.body.id}/state`, { version: 1, state })
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  }
  return made.body.id
}
const judge = () => JUDGE_PARTNERS.run(installation.context, { now: clock.now(), signal: new AbortController().signal })
const detail = async (code: string): Promise<PartnerDetail> => (await ask(head, 'GET', `/partners/${code}`)).body
const incidents = async (): Promise<{ titleZh: string; owner: string }[]> =>
  (await ask(head, 'GET', '/alerts/incidents?state=open')).body
const workspace = async (who: Person): Promise<PartnerWorkspace> => (await ask(who, 'GET', '/partner-workspace')).body
const read = (day: string, value: number) =>
  record('partner-readings', {
    contract: 'WL-1',
    figure: 'pickupOnTime',
    day,
    value,
    sample: 1000,
    source: '物流管家周报',
  })

/** Somebody of a partner: one role in a shop, so the second is made by hand. */
async function partnerPerson(name: string): Promise<Person> {
  const { app, owner } = installation
  const email = `${name}@partner.example.cn`
  const payload = { email, name, role: 'partner' }
  const { temporaryPassword } = (await owner({ method: 'POST', url: `${ALPHA}/members`, payload })).json()
  const first = await signIn(app, { email, password: temporaryPassword })
  const change = { currentPassword: temporaryPassword, newPassword: `password of ${name}` }
  await first({ method: 'PUT', url: '/v1/session/password', payload: change })
  return first
}

/** Buyers of two creators' goods, three weeks. */
const order = (id: number, day: string, item: string, cents: number) => ({
  store: 'alpha',
  order_id: String(id),
  line_id: '1',
  created_day: day,
  paid_day: day,
  created_at: `${day} 02:00:00`,
  paid_at: `${day} 02:00:00`,
  item_id: item,
  buyer: id,
  gmv_cents: cents,
  paid_cents: cents,
  refund_cents: 0,
  version: 1,
})

beforeAll(async () => {
  installation = await openTestApp({ stores: ['alpha'], clock })
  const { app, owner, context } = installation
  head = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  analyst = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
  carrier = await partnerPerson('carrier')
  agency = await partnerPerson('agency')
  const days = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-17']
  await insertFacts(
    context,
    'order_lines',
    days.flatMap((day, i) => [
      order(10 + i, day, 'cream', 10_000 * (i + 1)),
      order(20 + i, day, 'lipstick', 987_654_321),
    ]),
  )
  await record('partners', { code: 'SF', name: '顺丰', kind: 'logistics' })
  await record('partners', { code: 'MCN-1', name: '星光机构', kind: 'mcn' })
  const term = { fromDay: '2026-10-20', lastDay: '2026-12-31', noticeDays: 30 }
  await record(
    'partner-contracts',
    { number: 'WL-1', partner: 'sf', work: '华东仓发货', ...term, feeCents: 300_000, priceTerms: '首重 4 元' },
    'signed',
  )
  await record(
    'partner-contracts',
    {
      number: 'NR-1',
      partner: 'MCN-1',
      work: '面霜种草',
      ...term,
      feeCents: 7_777_700,
      scopeDimension: 'item',
      scopeValues: 'cream',
      shownMetrics: 'paid, buyers',
    },
    'signed',
  )
  await record('partner-levels', {
    contract: 'WL-1',
    figure: 'pickupOnTime',
    op: 'atLeast',
    target: 0.95,
    grain: 'week',
    weight: 3,
    sampleMin: 100,
  })
  await record('partner-levels', { contract: 'NR-1', figure: 'paid', op: 'atLeast', target: 15_000, grain: 'week' })
})
afterAll(() => installation.app.close())

describe('partners', () => {
  test('[P4.15] nothing is judged before its figures are there, and what was measured is judged within the scope', async () => {
    await judge()
    const { score, contracts } = await detail('SF')
    expect([score.score, score.unknown, contracts[0]?.standing]).toEqual([null, 3, 'renewalDue'])
    const [level] = (await detail('MCN-1')).contracts[0]?.levels ?? []
    expect(level?.periods.map(({ from, value, outcome }) => [from, value, outcome])).toEqual([
      ['2026-10-26', 10_000, 'missed'],
      ['2026-11-02', 20_000, 'kept'],
      ['2026-11-09', 30_000, 'kept'],
    ])
  })

  test('[P4.15] a missed level lowers the score and alerts, once however often it is judged', async () => {
    await read('2026-10-26', 0.97)
    await read('2026-11-02', 0.96)
    await judge()
    expect([(await detail('SF')).score.score, await incidents()]).toEqual([100, []])
    await read('2026-11-09', 0.93)
    await judge()
    // What the button does is what the clock does.
    expect((await ask(head, 'POST', '/partners/judge')).status).toBe(200)
    expect((await detail('SF')).score).toEqual({ score: 66.7, kept: 2, missed: 1, unknown: 0 })
    const open = await incidents()
    expect(open.map(({ titleZh, owner }) => [titleZh, owner])).toEqual([
      ['顺丰未达标准：揽收及时率 93%（约定不低于 95%，2026-11-09 起）', 'warehouse'],
    ])
    const list: PartnerSummary[] = (await ask(head, 'GET', '/partners')).body
    expect(list.map(({ code, missedNow, proposal }) => [code, missedNow, proposal])).toEqual([
      ['MCN-1', 0, 'tooEarly'],
      ['SF', 1, 'tooEarly'],
    ])
  })

  test('[P4.15] the next period that keeps the level ends the alert; the miss stays in the score', async () => {
    clock.set('2026-11-23T02:00:00.000Z')
    await read('2026-11-16', 0.99)
    await judge()
    expect(await incidents()).toEqual([])
    expect((await detail('SF')).score).toMatchObject({ score: 75, kept: 3, missed: 1 })
  })

  test('[P4.15] few cases say nothing of a partner', async () => {
    clock.set('2026-11-30T02:00:00.000Z')
    await record('partner-readings', {
      contract: 'WL-1',
      figure: 'pickupOnTime',
      day: '2026-11-23',
      value: 0.5,
      sample: 99,
      source: '物流管家周报',
    })
    await judge()
    expect((await detail('SF')).contracts[0]?.levels[0]?.periods.at(-1)).toMatchObject({
      outcome: 'unknown',
      value: 0.5,
    })
    expect(await incidents()).toEqual([])
  })

  test('[P4.15] a partner sees its own contract with its price, and of the shop only the figures of the scope', async () => {
    expect((await ask(agency, 'GET', '/partner-workspace')).body.error.code).toBe('partner_unbound')
    await record('partner-people', { email: 'agency@partner.example.cn', partner: 'MCN-1' })
    await record('partner-people', { email: 'Carrier@partner.example.cn', partner: 'SF' })
    const mine = await workspace(agency)
    const [contract] = mine.contracts as [PartnerContract]
    expect([mine.partner.code, mine.contracts.length, contract.price?.feeCents]).toEqual(['MCN-1', 1, 7_777_700])
    expect(contract.figures.map(({ metric, weeks }) => [metric, weeks.map(({ value }) => value)])).toEqual([
      ['paid', [10_000, 20_000, 30_000, 40_000, null]],
      ['buyers', [1, 1, 1, 1, null]],
    ])
    const text = JSON.stringify(mine)
    for (const foreign of ['987654321', '顺丰', 'WL-1', 'lipstick']) expect(text).not.toContain(foreign)
    const theirs = await workspace(carrier)
    expect([theirs.partner.code, JSON.stringify(theirs).includes('NR-1')]).toEqual(['SF', false])
  })

  test('[P4.15] every other page and file of the shop is shut to a partner', async () => {
    const open: string[] = []
    // What changes something is held for every role by the matrix of routes.
    for (const { method, url } of installation.app.routeAccess) {
      if (method !== 'GET' || !url.startsWith('/v1/stores/:store') || url.includes('partner-workspace')) continue
      const { statusCode } = await carrier({ url: url.replace(':store', 'alpha').replace(/:\w+/g, 'SF') })
      if (statusCode !== 403) open.push(`${url}: ${statusCode}`)
    }
    expect(open).toEqual([])
  })

  test('[P4.15] why a level was missed is said by whose it is, by nobody else', async () => {
    const level = (await detail('SF')).contracts[0]?.levels[0]?.id ?? ''
    const answer = {
      level,
      period: '2026-11-09',
      cause: '大促爆仓',
      remedy: '加派揽收车两台',
      remedyDay: '2026-11-20',
    }
    expect((await ask(agency, 'POST', '/partner-workspace/misses', answer)).status).toBe(404)
    const kept = { ...answer, period: '2026-11-02' }
    expect((await ask(carrier, 'POST', '/partner-workspace/misses', kept)).status).toBe(404)
    expect((await ask(carrier, 'POST', '/partner-workspace/misses', { ...answer, cause: '' })).status).toBe(400)
    expect((await ask(carrier, 'POST', '/partner-workspace/misses', answer)).status).toBe(204)
    const periods = (await detail('SF')).contracts[0]?.levels[0]?.periods ?? []
    expect(periods.find(({ from }) => from === '2026-11-09')).toMatchObject({
      outcome: 'missed',
      answer: { cause: '大促爆仓', remedyDay: '2026-11-20' },
    })
  })

  test('[P4.15] fees are shown to whoever may see money, and a contract opens no figure without a scope', async () => {
    const prices = async (who: Person) => (await ask(who, 'GET', '/partners/SF')).body.contracts[0].price
    expect([(await prices(head)).feeCents, await prices(analyst)]).toEqual([300_000, null])
    const wide = {
      number: 'X-1',
      partner: 'SF',
      work: '全店',
      fromDay: '2026-01-01',
      lastDay: '2026-12-31',
      shownMetrics: 'paid',
    }
    const refused = await ask(head, 'POST', '/resources/partner-contracts', { data: wide, reason: '' })
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringContaining('shownMetrics')])
    const profit = { ...wide, scopeDimension: 'item', scopeValues: 'cream', shownMetrics: 'grossProfit' }
    expect((await ask(head, 'POST', '/resources/partner-contracts', { data: profit, reason: '' })).status).toBe(422)
  })

  test('[P4.14] headcount and skills are held against the hours that are to be covered', async () => {
    const place = { team: 'service', position: '夜班客服', skills: '售后, 英语', planned: 4, hired: 4, hoursWeek: 168 }
    await record('positions', place)
    await record('positions', {
      team: 'content',
      position: '主播',
      skills: '直播',
      planned: 5,
      hired: 0,
      hoursWeek: 42,
      seats: 4,
    })
    await record('positions', { team: 'operations', position: '店长', planned: 1, hired: 1 })
    const { body }: { body: PeoplePlan } = await ask(head, 'GET', '/people-plan')
    expect(body.positions.map(({ position, needed, verdict }) => [position, needed, verdict])).toEqual([
      ['夜班客服', 5, 'planShort'],
      ['主播', 5, 'hiring'],
      ['店长', null, 'enough'],
    ])
    expect([body.planned, body.hired, body.missingSkills]).toEqual([10, 5, ['直播']])
  })

  test('[P4.14] own content team or MCN is decided by what content costs and brings, for whoever may see cost', async () => {
    const supply = async (): Promise<ContentSupply> => (await ask(head, 'GET', '/content-supply')).body
    expect(await supply()).toMatchObject({ month: null, partners: [] })
    const month = { month: '2026-11-01', pieces: 40, paidCents: 20_000_000 }
    await record('content-months', { ...month, salaryCents: 3_000_000, makingCents: 400_000 })
    const reading = { contract: 'NR-1', day: '2026-11-01', source: '机构月报' }
    await record('partner-readings', { ...reading, figure: 'contentPieces', value: 60 })
    await record('partner-readings', { ...reading, figure: 'contentPaid', value: 30_000_000 })
    const { team, partners } = await supply()
    expect([team?.costCents, team?.costRate, team?.costPerPieceCents]).toEqual([3_400_000, 0.17, 85_000])
    expect(partners.map(({ figures, chosen, reason }) => [figures.name, figures.costCents, chosen, reason])).toEqual([
      ['星光机构', 7_777_700, 'team', 'both'],
    ])
    expect((await ask(analyst, 'GET', '/content-supply')).status).toBe(403)
  })

  test('[P4.15] whoever stops working for the partner sees nothing from the next request on', async () => {
    const { context, owner } = installation
    const people = (await owner({ url: `${ALPHA}/resources/partner-people` })).json().rows
    const bound = people.find((row: { data: { partner: string } }) => row.data.partner === 'SF')
    await owner({ method: 'DELETE', url: `${ALPHA}/resources/partner-people/${bound.id}?version=1&reason=left` })
    expect((await ask(carrier, 'GET', '/partner-workspace')).status).toBe(404)
    const members: { userId: string; email: string }[] = (await owner({ url: `${ALPHA}/members` })).json()
    const userId = members.find(({ email }) => email.startsWith('agency'))?.userId ?? ''
    await setMemberRole(context, 'alpha', { userId, role: 'content' }, { actor: 'test', role: 'owner' })
    expect((await ask(agency, 'GET', '/partner-workspace')).status).toBe(403)
  })
})
