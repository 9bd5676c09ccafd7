import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { EVENTS, fillAlpha, GOALS, LINES, RULES } from './alpha-budget.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let media: Person
let finance: Person
let merchant: Person

const PLANS = '/v1/stores/alpha/plans'

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha'] }))
  media = await addPerson(app, owner, { store: 'alpha', role: 'media' })
  finance = await addPerson(app, owner, { store: 'alpha', role: 'finance' })
  merchant = await addPerson(app, owner, { store: 'alpha', role: 'merchant' })
  await fillAlpha(context)
})

afterAll(() => app.close())

/** A plan for the shop's year with a budget, its rules, sales targets and one campaign. */
async function newPlan(lines: readonly object[] = LINES): Promise<string> {
  const made = await owner({ method: 'POST', url: PLANS, payload: { year: 2026, name: '2026' } })
  const id = made.json().id as string
  const parts = {
    budget: { revision: 1, body: { lines, rules: RULES } },
    goals: { revision: 1, body: { goals: GOALS, measures: [] } },
    events: { revision: 1, body: EVENTS },
  }
  const put = await owner({ method: 'PUT', url: `${PLANS}/${id}/parts`, payload: { parts, reason: '测试' } })
  expect(put.statusCode, put.body).toBe(200)
  return id
}

const ask = (who: Person, plan: string, path: string) => who({ url: `${PLANS}/${plan}/budget${path}` })
const tell = (who: Person, plan: string, path: string, payload: object = {}) =>
  who({ method: 'POST', url: `${PLANS}/${plan}/budget${path}`, payload })

let entries = 0
const entry = (kind: string, yuan: number, more: object = {}) => ({
  id: `e${++entries}`,
  kind,
  lineId: 'ads',
  amountCents: Math.round(yuan * 100),
  day: '2026-11-10',
  ...more,
})

async function openPlan(): Promise<string> {
  const plan = await newPlan()
  const opened = await tell(media, plan, '/open')
  expect(opened.json()).toEqual({ posted: 4 })
  return plan
}

describe('a budget over HTTP', () => {
  test('comes worked out, with what is left and what is unclear in both languages', async () => {
    const plan = await newPlan(LINES.filter((line) => line.id !== 'reserve'))
    const budget = (await ask(merchant, plan, '')).json()
    expect(budget).toMatchObject({ totalCents: 30_000_000, blocked: true })
    expect(budget.issues).toMatchObject([
      { code: 'unassigned', figures: { residualCents: 1_500_000 }, messageEn: '5 % = 15000.00 is not assigned.' },
    ])
    const edited = { lines: LINES, rules: RULES }
    expect((await tell(media, plan, '/resolve', edited)).json()).toMatchObject({ blocked: false, issues: [] })
  })

  test('[X08] a plan whose spend and gifts would pass the ceiling is told so before anything is committed', async () => {
    const plan = await newPlan()
    expect((await ask(media, plan, '')).json().plannedFeeRatio).toEqual({
      spendCents: 28_500_000,
      salesCents: 100_000_000,
      ratio: 0.285,
      ceilingBp: 1800,
      over: true,
    })
  })

  test('starts from a profile, whose missing tenth stays missing, and only while it is empty', async () => {
    const plan = await newPlan([])
    const started = await tell(owner, plan, '/start', { profile: 'annual-promotion', totalCents: 100_000_000 })
    expect(started.statusCode, started.body).toBe(200)
    const budget = (await ask(owner, plan, '')).json()
    const codes = budget.issues.map((i: { code: string; parentId: string | null }) => [i.code, i.parentId])
    expect(codes).toContainEqual(['unassigned', 'budget'])
    expect(budget.conflicts).toHaveLength(3)
    const again = await tell(owner, plan, '/start', { profile: 'campaign-rhythm' })
    expect(again.json().error.code).toBe('budget_not_empty')
  })

  test('an unclear set of shares offers its readings and changes only when a person confirms one', async () => {
    const plan = await newPlan([])
    const { revisions } = (
      await tell(owner, plan, '/start', { profile: 'campaign-rhythm', totalCents: 100_000_000 })
    ).json()
    const [level] = (await ask(owner, plan, '')).json().openLevels
    expect(level.readings.map((r: { sumBp: number }) => r.sumBp)).toEqual([13_000, 10_000, 10_000])
    const confirm = { parentId: level.parentId, readingId: level.readings[1].id, revision: revisions.budget }
    expect((await tell(owner, plan, '/reading', confirm)).statusCode).toBe(200)
    const after = (await ask(owner, plan, '')).json()
    expect(after.openLevels).toEqual([])
    expect(after.lines.find((l: { id: string }) => l.id === 'keyword').amountCents).toBe(30_000_000)
  })

  test('a table is read and shown, not stored; rows that were not understood are named', async () => {
    const plan = await newPlan([])
    const text = '项目\t占比\n流量（公域、私域）\t40%（30%+10%）\n达人\t一半'
    const table = (await tell(media, plan, '/table', { text, base: 'total' })).json()
    expect(table.lines.map((l: { channel: string }) => l.channel)).toEqual(['traffic', 'publicDomain', 'privateDomain'])
    expect(table.problems).toMatchObject([{ row: 3, column: 2, code: 'not_a_share' }])
    expect((await ask(media, plan, '')).json().lines).toEqual([])
  })

  test('a file is read as a block is', async () => {
    const plan = await newPlan([])
    const boundary = 'x'
    const csv = '项目,金额\r\n直通车,1.2万\r\n'
    const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="预算.csv"\r\nContent-Type: text/csv\r\n\r\n${csv}\r\n--${boundary}--\r\n`
    const answer = await media({
      method: 'POST',
      url: `${PLANS}/${plan}/budget/table-file`,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
    expect(answer.json().lines).toMatchObject([{ channel: 'keyword', amountCents: 1_200_000 }])
  })

  test.each([
    ['a period that does not exist', { lines: [{ ...LINES[0], period: '2026-02-30' }], rules: RULES }],
    ['a share beyond any base', { lines: [{ ...LINES[0], shareBp: 2_000_000 }], rules: RULES }],
  ])('%s is refused by name', async (_name, payload) => {
    const plan = await newPlan([])
    const answer = await tell(media, plan, '/resolve', payload)
    expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_request'])
  })
})

describe('the ledger over HTTP', () => {
  test('opens with what the plan gives, and again posts only what changed', async () => {
    const plan = await openPlan()
    expect((await tell(media, plan, '/open')).json()).toEqual({ posted: 0 })
    const stored = (await owner({ url: `${PLANS}/${plan}` })).json()
    const moved = LINES.map((l) =>
      l.id === 'ads' ? { ...l, amountCents: 19_000_000 } : l.id === 'video' ? { ...l, amountCents: 7_000_000 } : l,
    )
    const body = { revision: stored.revisions.budget, body: { lines: moved, rules: RULES } }
    await owner({ method: 'PUT', url: `${PLANS}/${plan}/parts/budget`, payload: body })
    const unopened = (await ask(media, plan, '/balances')).json().unopened
    expect(unopened).toEqual([
      { lineId: 'ads', plannedCents: 19_000_000, budgetCents: 20_000_000 },
      { lineId: 'video', plannedCents: 7_000_000, budgetCents: 6_000_000 },
    ])
    expect((await tell(media, plan, '/open')).json()).toEqual({ posted: 2 })
  })

  test('is not opened while the budget does not add up', async () => {
    const plan = await newPlan(LINES.slice(0, 3))
    expect((await tell(media, plan, '/open')).json().error).toMatchObject({
      code: 'budget_unresolved',
      facts: { count: 1 },
    })
  })

  test('[P2.05] a commitment that takes the forecast to 18.1 % is held with its figures and posts nothing; 18.0 % goes through', async () => {
    const plan = await openPlan()
    const held = await tell(media, plan, '/ledger', entry('commit', 11_000))
    expect(held.statusCode).toBe(409)
    expect(held.json().error).toMatchObject({
      code: 'budget_held',
      facts: {
        period: '2026',
        spentCents: 17_000_000,
        gmvCents: 100_000_000,
        ratioBefore: 0.17,
        ratioAfter: 0.181,
        roomCents: 1_000_000,
      },
    })
    expect((await ask(media, plan, '/ledger')).json().total).toBe(4)
    const through = await tell(media, plan, '/ledger', entry('commit', 10_000))
    expect(through.json()).toMatchObject({
      outcome: 'posted',
      checks: [{ verdict: 'within', ratioAfter: 0.18 }],
      balance: { committed: 1_000_000 },
    })
    const [status] = (await ask(media, plan, '/balances')).json().feeRatio
    expect(status).toMatchObject({
      ratioAfter: 0.18,
      roomCents: 0,
      actualGmvCents: 80_000_000,
      actualUntil: '2026-11-01',
    })
  })

  test('[P2.05] above the ceiling only another person’s approval lets it through, once', async () => {
    const plan = await openPlan()
    const asked = await tell(media, plan, '/ledger', entry('commit', 11_000, { askApproval: true }))
    expect([asked.statusCode, asked.json().outcome]).toEqual([202, 'waiting'])
    expect(asked.json().balance.committed).toBe(0)
    const url = `/v1/stores/alpha/approvals/${asked.json().approvalId}/approve`
    expect((await media({ method: 'POST', url, payload: { reason: '好' } })).statusCode).toBe(403)
    const approved = await finance({ method: 'POST', url, payload: { reason: '爆发期需要' } })
    expect(approved.statusCode, approved.body).toBe(200)
    expect((await ask(media, plan, '/balances')).json().total.committed).toBe(1_100_000)
    expect((await finance({ method: 'POST', url, payload: { reason: '再来' } })).json().error.code).toBe(
      'approval_closed',
    )
  })

  test('the same entry sent twice is posted once; its id with other content is refused', async () => {
    const plan = await openPlan()
    const once = entry('commit', 100)
    const [first, second] = [await tell(media, plan, '/ledger', once), await tell(media, plan, '/ledger', once)]
    expect([first.json().outcome, second.json().outcome]).toEqual(['posted', 'duplicate'])
    expect(second.json().balance.committed).toBe(10_000)
    const other = await tell(media, plan, '/ledger', { ...once, amountCents: 1 })
    expect(other.json().error.code).toBe('budget_id_reused')
  })

  test('two commitments at once never spend the same money', async () => {
    const plan = await openPlan()
    const half = () => tell(media, plan, '/ledger', entry('transfer', 35_000, { lineId: 'video', toLineId: 'ads' }))
    const answers = await Promise.all([half(), half()])
    expect(answers.map((a) => a.statusCode).toSorted()).toEqual([200, 409])
    expect(answers.find((a) => a.statusCode === 409)?.json().error).toMatchObject({
      code: 'budget_not_enough',
      facts: { availableCents: 2_500_000, neededCents: 3_500_000 },
    })
  })

  test('[P4.06] spend of a paused channel is refused until somebody who may approve plans allows it with a reason', async () => {
    const plan = await openPlan()
    const early = () => entry('commit', 10, { lineId: 'video', day: '2026-02-10' })
    const refused = await tell(media, plan, '/ledger', early())
    expect(refused.json().error).toMatchObject({ code: 'budget_paused', facts: { ruleId: 'foundation' } })
    const allow = { ruleId: 'foundation', lineId: 'video', reason: '年货节内容需要提前拍' }
    expect((await tell(media, plan, '/overrides', allow)).statusCode).toBe(403)
    expect((await tell(owner, plan, '/overrides', { ...allow, reason: ' ' })).statusCode).toBe(400)
    expect((await tell(owner, plan, '/overrides', allow)).statusCode).toBe(200)
    expect((await tell(media, plan, '/ledger', early())).json().outcome).toBe('posted')
  })

  test('[P4.06] a planned line in a paused stage is a finding that blocks approval until it is allowed', async () => {
    const plan = await newPlan(LINES.map((l) => (l.id === 'video' ? { ...l, period: '2026-01' } : l)))
    const rules = async () =>
      (await owner({ url: `${PLANS}/${plan}/findings` })).json().findings.map((f: { rule: string }) => f.rule)
    expect(await rules()).toContain('paused-stage-spend')
    await tell(owner, plan, '/overrides', { ruleId: 'foundation', lineId: 'video', reason: '年货节内容需要提前拍' })
    expect(await rules()).not.toContain('paused-stage-spend')
  })

  test('[P4.08] what was posted stands beside what the tools report, differences and overspending are alerts, all in the trail', async () => {
    const plan = await openPlan()
    await tell(media, plan, '/ledger', entry('commit', 2000))
    await tell(media, plan, '/ledger', entry('spend', 1500, { reference: '发票 1' }))
    await tell(media, plan, '/ledger', entry('commit', 100, { lineId: 'coupons' }))
    const balances = (await ask(merchant, plan, '/balances')).json()
    expect(balances.trialBalanceCents).toBe(0)
    expect(balances.campaigns).toMatchObject([{ eventId: 'd11', balance: { committed: 50_000, spent: 150_000 } }])
    const keyword = balances.channels.find((c: { channel: string }) => c.channel === 'keyword')
    expect(keyword).toMatchObject({ measuredCents: 16_700_000, differenceCents: 16_550_000, tools: ['直通车'] })
    expect(balances.variances).toContainEqual(
      expect.objectContaining({ of: 'channel', key: 'keyword', code: 'unmatched_actual' }),
    )
    const { postings } = (await ask(merchant, plan, '/ledger?line=ads&limit=1')).json()
    expect(postings).toMatchObject([{ kind: 'spend', reference: '发票 1', postedBy: expect.stringMatching(/^media/) }])
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
  })

  test('the merchant reads and may not post', async () => {
    const plan = await openPlan()
    expect((await tell(merchant, plan, '/ledger', entry('commit', 1))).statusCode).toBe(403)
    expect((await ask(merchant, plan, '/reserve')).statusCode).toBe(200)
  })
})

describe('the reserve over HTTP', () => {
  const release = (more: object = {}) => ({
    id: `r${++entries}`,
    reserveLineId: 'reserve',
    toLineId: 'ads',
    amountCents: 500_000,
    trigger: 'competitorPriceWar',
    evidence: '竞品 A 降价 15 %',
    ...more,
  })

  test('[P4.07] a release without a trigger is refused, and so is one without evidence or beyond the reserve', async () => {
    const plan = await openPlan()
    const code = async (more: object) => (await tell(media, plan, '/reserve/releases', release(more))).json().error.code
    expect(await code({ trigger: null })).toBe('budget_release_incomplete')
    expect(await code({ evidence: ' ' })).toBe('budget_release_incomplete')
    expect(await code({ amountCents: 1_500_001 })).toBe('budget_not_enough')
    expect(await code({ reserveLineId: 'ads' })).toBe('budget_reserve')
    const [reserve] = (await ask(media, plan, '/reserve')).json()
    expect(reserve).toMatchObject({ heldCents: 1_500_000, untouched: true, releases: [] })
  })

  test('[P4.07] released by another person, then restored in part and the rest reported', async () => {
    const plan = await openPlan()
    const asked = (await tell(media, plan, '/reserve/releases', release({ id: 'war' }))).json()
    expect(asked).toMatchObject({ outcome: 'waiting', approvers: 2 })
    const url = `/v1/stores/alpha/approvals/${asked.approvalId}/approve`
    expect((await media({ method: 'POST', url, payload: { reason: '' } })).json().error.code).toBe('approval_own')
    expect((await finance({ method: 'POST', url, payload: { reason: '同意' } })).statusCode).toBe(200)
    const read = async () => (await ask(media, plan, '/reserve')).json()[0]
    expect(await read()).toMatchObject({
      heldCents: 1_000_000,
      releases: [
        {
          id: 'war',
          state: 'open',
          askedBy: expect.stringMatching(/^media/),
          approvedBy: expect.stringMatching(/^finance/),
        },
      ],
    })
    const back = { id: 'b1', amountCents: 200_000 }
    expect((await tell(media, plan, '/reserve/releases/war/restore', back)).statusCode).toBe(204)
    expect((await tell(media, plan, '/reserve/releases/war/restore', back)).statusCode).toBe(204)
    const tooMuch = { id: 'b2', amountCents: 300_001 }
    expect((await tell(media, plan, '/reserve/releases/war/restore', tooMuch)).json().error.code).toBe(
      'budget_not_enough',
    )
    await tell(media, plan, '/reserve/releases/war/report', { report: '用于爆发日补量' })
    expect(await read()).toMatchObject({
      heldCents: 1_200_000,
      releases: [{ state: 'reported', outstandingCents: 300_000 }],
    })
  })

  test('nothing but a release touches it, and a forged request is not taken', async () => {
    const plan = await openPlan()
    const spend = await tell(media, plan, '/ledger', entry('commit', 1, { lineId: 'reserve' }))
    expect(spend.json().error.code).toBe('budget_reserve')
    const forged = { kind: 'budget-reserve-release', payload: { plan }, reason: 'x' }
    const answer = await media({ method: 'POST', url: '/v1/stores/alpha/approvals', payload: forged })
    expect(answer.statusCode).toBe(400)
  })
})

describe('questions to a budget', () => {
  test('[P4.11] on measured figures 2.99 is cut, 3.00 kept, few clicks deferred, each with its review day', async () => {
    const plan = await newPlan()
    const { channels } = (await ask(media, plan, '/channels?from=2026-11-01&to=2026-11-10')).json()
    const seen = channels.map((c: Record<string, unknown>) => [c.tool, c.roiMilli, c.verdict, c.reason, c.reviewDay])
    expect(seen.toSorted()).toEqual(
      [
        ['万相台', 2990, 'cut', 'below_threshold', '2026-11-24'],
        ['引力魔方', 3000, 'keep', 'meets_threshold', '2026-11-24'],
        ['品销宝', 2000, 'defer', 'few_clicks', '2026-11-24'],
      ].toSorted(),
    )
  })

  test('[P4.05] a campaign line by day: over-delivery is seen, the cap for tomorrow and the small burst remainder are told', async () => {
    const plan = await newPlan()
    const pacing = (await ask(media, plan, '/pacing?line=ads&asOf=2026-10-28')).json()
    expect(pacing).toMatchObject({ curve: 'even', burst: { from: '2026-11-11', to: '2026-11-12' }, preBurstDays: 15 })
    expect(pacing.days.slice(0, 3)).toMatchObject([
      { day: '2026-10-27', plannedCents: 100_000, spentCents: 400_000 },
      { day: '2026-10-28', plannedCents: 200_000, spentCents: 600_000 },
      { day: '2026-10-29', plannedCents: 300_000, spentCents: null },
    ])
    expect(pacing.delivery).toMatchObject({ plannedCents: 300_000, spentCents: 1_000_000, verdict: 'over' })
    // 120,000 less 10,000 spent, shared over the 117 parts that are left: day 3 is 3 of them.
    expect(pacing.nextDayCapCents).toBe(Math.floor((11_000_000 * 300_000) / 11_700_000))
    expect(pacing.remainder).toMatchObject({ tooSmall: true, neededShare: 0.5, neededBy: 'rule' })
  })

  test('[P4.18] what if: the expected course rests on measured returns and targets, the shocks on top', async () => {
    const plan = await newPlan()
    const ask2 = async (payload: object) => (await tell(media, plan, '/scenario', payload)).json()
    const calm = await ask2({})
    expect(calm.base).toEqual(calm.shocked)
    expect(calm.base).toMatchObject({ spendCents: 26_000_000, gmvCents: 100_000_000, feeRatio: 0.26 })
    expect(calm.ceilings).toMatchObject({ feeRatioMaxBp: 1800, feeRatioOver: true })
    expect(calm.measuredYear).toBe('2026')
    expect(calm.channels).toMatchObject([
      { channel: 'keyword', roi: 4, roiFrom: 'measured' },
      { channel: 'shortVideo', roiFrom: 'average' },
    ])
    const war = await ask2({ priceChangeBp: -1000, volumeChangeBp: 500 })
    // Rounded for each channel and month: 36 amounts, half a fen each at most.
    expect(Math.abs(war.shocked.gmvCents - 94_500_000)).toBeLessThanOrEqual(18)
  })

  test('[P4.17] a planted gap of each kind of resource is listed for its campaign', async () => {
    const plan = await newPlan()
    for (const kind of ['people', 'goods', 'technology', 'partners'])
      await owner({
        method: 'POST',
        url: '/v1/stores/alpha/resources/resource-needs',
        payload: { data: { plan, event: 'd11', kind, name: kind, needed: 5, available: 3, unit: '', owner: '李四' } },
      })
    await owner({
      method: 'POST',
      url: '/v1/stores/alpha/resources/resource-needs',
      payload: { data: { plan, event: 'd11', kind: 'money', name: '站外', needed: 9, available: 2, owner: '李四' } },
    })
    const [campaign] = (await ask(merchant, plan, '/resources')).json()
    const gaps = campaign.kinds.map((k: { kind: string; gaps: { missing: number }[] }) => [
      k.kind,
      k.gaps.map((g) => g.missing),
    ])
    expect(gaps).toEqual([
      ['people', [2]],
      ['money', [7]],
      ['goods', [2]],
      ['technology', [2]],
      ['partners', [2]],
    ])
  })

  test('a new buyer that costs more than the ceiling is rejected with what drives it', async () => {
    const plan = await newPlan()
    const costs = [
      { name: '推广', cents: 600_000, baselinePerBuyerCents: 6000 },
      { name: '首单立减', cents: 300_000, baselinePerBuyerCents: 1000 },
    ]
    expect((await tell(media, plan, '/cac', { costs, newBuyers: 100 })).json()).toMatchObject({
      cacCents: 9000,
      rejected: true,
      driver: { name: '首单立减' },
    })
  })
})

describe('subsidies over HTTP', () => {
  const batch = {
    id: 'c20',
    lineId: 'coupons',
    kind: 'coupon',
    name: '满 200 减 20',
    valueCents: 2000,
    validThroughDay: '2026-11-13',
    expectedRedemptionBp: 3000,
  }
  const move = (id: string, kind: string, units: number, day = '2026-11-10') => ({ id, kind, units, day })

  test('[P4.09] expected and actual cost, the liability before and after the last day, and the ledger follows to the fen', async () => {
    const plan = await openPlan()
    expect((await tell(media, plan, '/subsidies', batch)).statusCode).toBe(204)
    expect((await tell(media, plan, '/subsidies', { ...batch, lineId: 'ads', id: 'x' })).json().error.code).toBe(
      'budget_not_subsidy',
    )
    await tell(media, plan, '/subsidies/c20/moves', move('m1', 'issue', 1000))
    await tell(media, plan, '/subsidies/c20/moves', move('m2', 'redeem', 280))
    const repeated = await tell(media, plan, '/subsidies/c20/moves', move('m2', 'redeem', 280))
    expect(repeated.statusCode).toBe(204)
    const at = async (day: string) => (await ask(media, plan, `/subsidies?asOf=${day}`)).json().totals
    expect(await at('2026-11-13')).toEqual({
      issuedCents: 2_000_000,
      expectedCostCents: 600_000,
      actualCostCents: 560_000,
      liabilityCents: 1_440_000,
      lapsedCents: 0,
    })
    expect(await at('2026-11-14')).toMatchObject({
      actualCostCents: 560_000,
      liabilityCents: 0,
      lapsedCents: 1_440_000,
    })
    const line = async () =>
      (await ask(media, plan, '/balances')).json().lines.find((l: { lineId: string }) => l.lineId === 'coupons').balance
    expect(await line()).toMatchObject({ spent: 560_000, accrued: 40_000, planned: 1_900_000 })
    const late = await tell(media, plan, '/subsidies/c20/moves', move('m3', 'redeem', 1, '2026-11-14'))
    expect(late.json().error).toMatchObject({ code: 'subsidy_over', facts: { day: '2026-11-13' } })
    context.clock.set('2026-11-14T04:00:00.000Z')
    try {
      expect((await tell(media, plan, '/subsidies/settle')).json()).toEqual({ posted: 1 })
      expect(await line()).toMatchObject({ spent: 560_000, accrued: 0, planned: 1_940_000 })
    } finally {
      context.clock.set('2026-11-10T12:00:00.000Z')
    }
  })

  test('more than the line can set aside is not issued', async () => {
    const plan = await openPlan()
    await tell(media, plan, '/subsidies', batch)
    const answer = await tell(media, plan, '/subsidies/c20/moves', move('big', 'issue', 1_000_000))
    expect(answer.json().error.code).toBe('budget_not_enough')
    expect((await ask(media, plan, '/subsidies')).json().totals.issuedCents).toBe(0)
  })
})
