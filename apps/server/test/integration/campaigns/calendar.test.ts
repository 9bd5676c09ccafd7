import type { CalendarImport, CalendarYear, PlanDetail } from '@zhanggui/contract'
import { addDays, parseDay } from '@zhanggui/kernel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../../src/app.ts'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { createTestContext, type TestContext } from '../../support/test-context.ts'
import { addPerson, type Person, setUpOwner } from '../../support/test-people.ts'
import { type FactRow, insertFacts } from '../insight/insert-facts.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person

const at = (path: string): string => `/v1/stores/alpha/${path}`

beforeAll(async () => {
  context = await createTestContext()
  app = buildApp(context)
  await app.ready()
  owner = await setUpOwner(app)
  for (const id of ['alpha', 'beta'])
    await owner({ method: 'POST', url: '/v1/stores', payload: { id, name: id, foundedDay: '2019-04-10' } })
})
afterAll(async () => {
  await app.close()
  await context.close()
})

async function readYear(query: string, call: Person = owner): Promise<CalendarYear> {
  const answer = await call({ url: at(`calendar?${query}`) })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function addRecord(resource: string, data: Record<string, unknown>): Promise<{ id: string; version: number }> {
  const answer = await owner({ method: 'POST', url: at(`resources/${resource}`), payload: { data } })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

async function removeRecord(resource: string, { id, version }: { id: string; version: number }): Promise<void> {
  const answer = await owner({ method: 'DELETE', url: at(`resources/${resource}/${id}?version=${version}`) })
  expect(answer.statusCode, answer.body).toBe(204)
}

function uploadCalendar(text: string | Buffer, call: Person = owner, store = 'alpha') {
  const edge = 'edge-of-the-part'
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.ics"\r\nContent-Type: text/calendar\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(text), Buffer.from(`\r\n--${edge}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return call({ method: 'POST', url: `/v1/stores/${store}/calendar/ics`, headers, payload })
}

async function importCalendar(text: string | Buffer, store = 'alpha'): Promise<CalendarImport> {
  const answer = await uploadCalendar(text, owner, store)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const foreign = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((e) => ['BEGIN:VEVENT', ...e, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')

describe('a year', () => {
  test('[P3.12] holds every day with its lunar date, the occasions with their phases, and named days', async () => {
    const { days, occasions, named } = await readYear('year=2026')
    expect(days).toHaveLength(365)
    expect(days.find((d) => d.day === '2026-02-17')).toEqual({
      day: '2026-02-17',
      lunar: '正月',
      kind: 'holiday',
      nameZh: '春节',
      known: true,
      basis: 'notice',
    })
    expect(occasions.find((o) => o.id === 'double11')).toMatchObject({
      origin: 'platform',
      counted: true,
      mainDay: '2026-11-11',
    })
    expect(named.filter((n) => n.day === '2026-09-25').map((n) => n.nameZh)).toEqual(['中秋'])
  })

  test('[P3.12] a year that no notice covers says so, and says what to do', async () => {
    const { warnings, days } = await readYear('year=2028')
    expect(warnings).toEqual([expect.objectContaining({ code: 'holidayDataEnds', day: '2028-01-01' })])
    expect(warnings[0]?.message).toContain('节假日调整')
    expect(days.every((d) => !d.known)).toBe(true)
  })

  test('a stated holiday wins over the notice, on this shop’s calendar only', async () => {
    const row = await addRecord('holiday-overrides', { day: '2026-11-13', kind: 'holiday', name: '团建' })
    const day = (year: CalendarYear) => year.days.find((d) => d.day === '2026-11-13')
    expect(day(await readYear('year=2026'))).toMatchObject({ kind: 'holiday', nameZh: '团建', basis: 'override' })
    const beta = await owner({ url: '/v1/stores/beta/calendar?year=2026' })
    expect(day(beta.json())).toMatchObject({ kind: 'workday', basis: 'notice' })
    await removeRecord('holiday-overrides', row)
  })

  test('[P3.13] the anniversary comes back every year from the founding day and is counted once the shop takes it over', async () => {
    const anniversary = ({ occasions }: CalendarYear) => occasions.filter((o) => o.mainDay.endsWith('-04-10'))
    expect(anniversary(await readYear('year=2019'))).toEqual([])
    expect(anniversary(await readYear('year=2026'))).toEqual([
      expect.objectContaining({ nameZh: '7周年庆', origin: 'founding', counted: false }),
    ])
    const row = await addRecord('shop-occasions', { name: '店庆', mainDay: '2026-04-10', recurs: 'yearly' })
    expect(anniversary(await readYear('year=2027'))).toEqual([
      expect.objectContaining({ nameZh: '店庆', origin: 'shop', counted: true, row: row.id }),
    ])
    await removeRecord('shop-occasions', row)
  })

  test('the shop’s dates of a platform occasion take its place in that year', async () => {
    const data = {
      name: '双12 提前',
      mainDay: '2026-12-09',
      fromDay: '2026-12-08',
      toDay: '2026-12-10',
      replaces: 'double12',
    }
    const row = await addRecord('shop-occasions', data)
    const double12 = (year: CalendarYear) => year.occasions.filter((o) => o.id === 'double12')
    expect(double12(await readYear('year=2026'))).toEqual([
      expect.objectContaining({
        mainDay: '2026-12-09',
        from: '2026-12-08',
        to: '2026-12-11',
        origin: 'shop',
        row: row.id,
      }),
    ])
    expect(double12(await readYear('year=2027'))[0]).toMatchObject({ mainDay: '2027-12-12', origin: 'platform' })
    await removeRecord('shop-occasions', row)
  })

  test('[P3.12] what is already too late for the next campaign stands at the top', async () => {
    // The clock stands at 10 November 2026: Double 12 should have been selected and ordered for weeks ago.
    const { warnings, gantt } = await readYear('year=2026')
    expect(warnings[0]).toMatchObject({ code: 'overdueLead', subject: 'double12-2026/selection' })
    expect(warnings[0]?.message).toContain('双12')
    expect(gantt.find((r) => r.id === 'double12-2026/selection')).toMatchObject({
      late: 'overdue',
      parentId: 'double12-2026',
    })
    expect(gantt.filter((r) => r.parentId === 'june618-2026').every((r) => r.late === null)).toBe(true)
  })

  test('[P3.14] gaps get proposals that lie ahead and clear of every occasion', async () => {
    const { gaps, proposals, occasions } = await readYear('year=2027')
    expect(gaps.length).toBeGreaterThan(0)
    expect(proposals.length).toBeGreaterThanOrEqual(gaps.length)
    for (const p of proposals)
      expect(occasions.filter((o) => o.counted && o.from < p.to && p.from < o.to).map((o) => o.id)).toEqual([])
  })

  test.each(['year=1850', 'year=abc', 'year=2027&gapDays=1', ''])(
    '%j is refused with the field named',
    async (query) => {
      const answer = await owner({ url: at(`calendar?${query}`) })
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'invalid_request'])
    },
  )

  test('a plan that is not there is not found', async () => {
    expect((await owner({ url: at('calendar?year=2027&plan=none') })).statusCode).toBe(404)
  })
})

describe('[P3.14] a shop with two years of sales', () => {
  const FIRST = parseDay('2024-11-01')
  /** A quiet fortnight every July, outdoor goods strong in July, food the same all year. */
  const saleOn = (day: string, category: string): FactRow => {
    const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
    const quiet = month === 7 && date >= 4 && date <= 20 ? 0.5 : 1
    const cents = Math.round(100_000 * quiet * (category === '户外' && month === 7 ? 2.2 : 1))
    const at = `${day}T04:00:00.000Z`
    return {
      store: 'gamma',
      row_key: `${day}${category}`,
      order_id: `${day}${category}`,
      line_no: 1,
      buyer: 1,
      category,
      created_at: at,
      created_day: day,
      paid_at: at,
      paid_day: day,
      line_cents: cents,
      paid_cents: cents,
    }
  }
  beforeAll(async () => {
    await owner({ method: 'POST', url: '/v1/stores', payload: { id: 'gamma', name: 'gamma' } })
    const days = Array.from({ length: 730 }, (_, i) => addDays(FIRST, i))
    await insertFacts(
      context,
      'order_lines',
      days.flatMap((day) => ['户外', '食品'].map((c) => saleOn(day, c))),
    )
  })
  const readGamma = async (query: string): Promise<CalendarYear> =>
    (await owner({ url: `/v1/stores/gamma/calendar?${query}` })).json()

  test('a planted dip of its own course gets an event for the category that is in season then', async () => {
    // Gaps are asked for from four months on, so that only the dip can be the reason.
    const { proposals } = await readGamma('year=2027&gapDays=120')
    expect(proposals).toEqual([
      expect.objectContaining({ reason: 'dip', kind: 'categoryDay', category: '户外', nameZh: '户外品类日' }),
    ])
    const [dip] = proposals
    expect(dip && dip.from >= '2027-07-01' && dip.to <= '2027-07-24').toBe(true)
    expect(dip?.hole.depth).toBeGreaterThan(0.2)
  })
  test('[P3.13] a theme names the categories that are in season while it runs', async () => {
    const { themes } = await readGamma('year=2027')
    expect(themes.find((t) => t.id === 'summerCool')?.proposed.map((p) => p.category)).toEqual(['户外'])
    expect(themes.find((t) => t.id === 'winterWarm')?.proposed).toEqual([])
  })
  test('nothing is expected of a year too far ahead, and nothing of one that is over', async () => {
    const reasons = async (year: number) => (await readGamma(`year=${year}&gapDays=120`)).proposals
    expect([await reasons(2035), await reasons(2025)]).toEqual([[], []])
  })
})

describe('own occasions', () => {
  test.each([
    ['a main day before the first day', { mainDay: '2027-04-10', fromDay: '2027-04-11' }, 'fromDay'],
    ['an end before the main day', { mainDay: '2027-04-10', toDay: '2027-04-09' }, 'toDay'],
    [
      'a pre-heat after the start',
      { mainDay: '2027-04-10', fromDay: '2027-04-08', preheatFromDay: '2027-04-09' },
      'preheatFromDay',
    ],
    [
      'a closing before the end',
      { mainDay: '2027-04-10', toDay: '2027-04-12', closingToDay: '2027-04-11' },
      'closingToDay',
    ],
  ])('%s is refused at its field', async (_rule, days, field) => {
    const payload = { data: { name: 'x', ...days } }
    const answer = await owner({ method: 'POST', url: at('resources/shop-occasions'), payload })
    expect(answer.json().error.facts.fields.map((f: { field: string }) => f.field)).toEqual([field])
  })

  test('count as campaign days in queries, under their name, and align with last year', async () => {
    const sale = (day: string, paid: number): FactRow => ({
      store: 'alpha',
      row_key: `r${day}`,
      order_id: `o${day}`,
      line_no: 1,
      buyer: 1,
      created_at: `${day}T04:00:00.000Z`,
      created_day: day,
      paid_at: `${day}T04:00:00.000Z`,
      paid_day: day,
      line_cents: paid,
      paid_cents: paid,
    })
    const days = ['2025-04-18', '2025-04-19', '2026-04-17', '2026-04-18', '2026-04-19']
    await insertFacts(
      context,
      'order_lines',
      days.map((day, i) => sale(day, 100 * (i + 1))),
    )
    const ask = async (request: object) => {
      const answer = await owner({ method: 'POST', url: at('query'), payload: request })
      return { status: answer.statusCode, body: answer.json() }
    }
    const range = { from: '2026-04-18', to: '2026-04-20' }
    const before = await ask({ metrics: ['paid'], compare: 'campaignDay', ...range })
    expect([before.status, before.body.error?.code]).toEqual([422, 'no_campaign_to_align'])

    const row = await addRecord('shop-occasions', {
      name: '宠粉节',
      mainDay: '2025-04-18',
      toDay: '2025-04-19',
      recurs: 'yearly',
    })
    const byOccasion = await ask({ metrics: ['paid'], by: ['occasion'], from: '2026-04-17', to: '2026-04-20' })
    expect(byOccasion.body.rows).toEqual([
      { occasion: `shop:${row.id}`, paid: 900 },
      { occasion: '', paid: 300 },
    ])
    expect(byOccasion.body.labels.occasion).toEqual({ [`shop:${row.id}`]: '宠粉节' })
    const aligned = await ask({
      metrics: ['paid', 'promoShare'],
      by: ['campaignDay'],
      compare: 'campaignDay',
      ...range,
    })
    expect(aligned.body.compareRange).toEqual({ from: '2025-04-18', to: '2025-04-20' })
    expect(aligned.body.rows.map((r: Record<string, unknown>) => [r.campaignDay, r.paid, r.paidCompare])).toEqual([
      ['D0', 400, 100],
      ['D+1', 500, 200],
    ])
    await removeRecord('shop-occasions', row)
    const after = await ask({ metrics: ['paid'], by: ['occasion'], ...range })
    expect(after.body.rows).toEqual([{ occasion: '', paid: 900 }])
  })

  test('of a foreign calendar do not count until somebody says so', async () => {
    await importCalendar(foreign(['UID:meeting', 'SUMMARY:季度会议', 'DTSTART;VALUE=DATE:20270305']))
    const { occasions } = await readYear('year=2027')
    expect(occasions.find((o) => o.nameZh === '季度会议')).toMatchObject({ counted: false, origin: 'shop' })
  })
})

describe('calendar files', () => {
  const campaign = {
    name: '春日上新',
    mainDay: '2027-03-20',
    fromDay: '2027-03-19',
    toDay: '2027-03-22',
    preheatFromDay: '2027-03-15',
    note: '第一行\n第二行；逗号，',
  }
  const download = async (query: string, store = 'alpha'): Promise<string> => {
    const answer = await owner({ url: `/v1/stores/${store}/calendar.ics?${query}` })
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    return answer.body
  }

  test('a round trip changes nothing, and into another shop it makes the same occasion', async () => {
    const row = await addRecord('shop-occasions', campaign)
    const text = await download('year=2027')
    expect(await importCalendar(text)).toMatchObject({ created: 0, updated: 0, problems: [] })
    expect(await importCalendar(text, 'beta')).toMatchObject({ updated: 0, problems: [] })
    const there = await owner({ url: '/v1/stores/beta/resources/shop-occasions?q=春日' })
    const { data } = there.json().rows[0]
    expect(data).toMatchObject({ ...campaign, counted: null })
    expect(await importCalendar(text, 'beta')).toMatchObject({ created: 0, updated: 0 })
    await removeRecord('shop-occasions', row)
  })

  test('the platform’s occasions and holidays do not come back as the shop’s own', async () => {
    const { created, skipped } = await importCalendar(await download('year=2027', 'beta'), 'beta')
    expect([created, skipped > 10]).toEqual([0, true])
  })

  test('a moved entry with the same uid moves its record, and nothing is doubled', async () => {
    const entry = (day: string) => foreign(['UID:moved', 'SUMMARY:达人专场', `DTSTART;VALUE=DATE:${day}`])
    expect(await importCalendar(entry('20270601'))).toMatchObject({ created: 1, updated: 0 })
    expect(await importCalendar(entry('20270601'))).toMatchObject({ created: 0, unchanged: 1 })
    expect(await importCalendar(entry('20270608'))).toMatchObject({ created: 0, updated: 1 })
    const { occasions } = await readYear('year=2027')
    expect(occasions.filter((o) => o.nameZh === '达人专场').map((o) => o.mainDay)).toEqual(['2027-06-08'])
  })

  test('one that comes every year is exported for the year and taken back unchanged', async () => {
    const row = await addRecord('shop-occasions', { name: '粉丝节', mainDay: '2025-08-19', recurs: 'lunar' })
    const text = await download('year=2027')
    expect(text).toContain('粉丝节')
    expect(await importCalendar(text)).toMatchObject({ created: 0, updated: 0 })
    await removeRecord('shop-occasions', row)
  })

  test('what cannot be taken is told with its line, in words; everything else is in', async () => {
    const text = foreign(
      ['UID:ok', 'SUMMARY:好的', 'DTSTART;VALUE=DATE:20270701'],
      ['UID:bad', 'SUMMARY:坏的', 'DTSTART;VALUE=DATE:20270231'],
      ['UID:week', 'SUMMARY:周会', 'DTSTART;VALUE=DATE:20270705', 'RRULE:FREQ=WEEKLY'],
    )
    const { created, problems } = await importCalendar(text)
    expect(created).toBe(2)
    expect(problems).toEqual([
      expect.objectContaining({ line: 8, summary: '坏的', kept: false, code: 'not_a_day' }),
      expect.objectContaining({ line: 13, summary: '周会', kept: true, code: 'recurrence' }),
    ])
    expect(problems[0]?.message).toContain('2027-02-31')
  })

  test('a GBK file is read; something else is refused with what to do', async () => {
    // 双 is CB AB and 旦 is B5 A9 in GBK.
    const text = foreign(['UID:gbk', 'SUMMARY:@@', 'DTSTART;VALUE=DATE:20271225'])
    const bytes = Buffer.from(text, 'latin1').toString('hex').replace('4040', 'cbabb5a9')
    expect(await importCalendar(Buffer.from(bytes, 'hex'))).toMatchObject({ created: 1 })
    expect((await readYear('year=2027')).occasions.some((o) => o.nameZh === '双旦')).toBe(true)
    const refused = await uploadCalendar('<html></html>')
    expect([refused.statusCode, refused.json().error.code]).toEqual([422, 'unreadable_calendar'])
  })

  test('needs the right to change plans', async () => {
    const finance = await addPerson(app, owner, { store: 'alpha', role: 'service' })
    expect((await uploadCalendar(foreign(), finance)).statusCode).toBe(403)
    expect((await finance({ url: at('calendar?year=2027') })).statusCode).toBe(200)
  })

  test('every change of an import is in the trail', async () => {
    const answer = await owner({ url: '/v1/stores/alpha/audit?limit=500' })
    const reasons = answer.json().entries.filter((e: { reason: string }) => e.reason === 'iCalendar')
    expect(reasons.length).toBeGreaterThan(3)
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
  })
})

describe('templates', () => {
  const makePlan = async (): Promise<PlanDetail> => {
    const answer = await owner({ method: 'POST', url: at('plans'), payload: { year: 2027, name: '2027 规划' } })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json()
  }
  const apply = (template: string, plan: string) =>
    owner({ method: 'POST', url: at(`calendar/templates/${template}/apply`), payload: { plan } })

  test('are listed with their days in the year', async () => {
    const answer = await owner({ url: at('calendar/templates?year=2027') })
    const rows = answer.json().map((t: { row: string }) => t.row)
    expect(rows).toEqual(['P3.02', 'P3.03', 'P3.04', 'P3.05', 'P3.06', 'P3.07', 'P3.08', 'P3.09', 'P3.10', 'P3.11'])
  })

  test('all of them go into a plan once; a second time adds nothing; the corrected quarter is noted at the event', async () => {
    const plan = await makePlan()
    const ids = (await owner({ url: at('calendar/templates?year=2027') })).json().map((t: { id: string }) => t.id)
    for (const id of ids) expect((await apply(id, plan.id)).statusCode).toBe(200)
    const again = await apply('midYearPlan', plan.id)
    expect(again.json()).toMatchObject({ events: 0, tasks: 0, requests: 0 })
    const { events, tasks, requests }: PlanDetail = (await owner({ url: at(`plans/${plan.id}`) })).json()
    expect(events.find((e) => e.id === 'midYearPlan-2027/june618')).toMatchObject({
      declaredQuarter: '2027-Q2',
      note: '来源写在 2027-Q3，按日期 2027-06-18 更正为 2027-Q2。',
    })
    expect(tasks.filter((t) => t.side === 'merchant').length).toBe(requests.length)
  })

  test('[P3.10] [P3.12] [P3.22] the plan lies on the calendar: bars under their events, drift, misplaced quarters, overlaps', async () => {
    const plan = await makePlan()
    await apply('yearEndPlan', plan.id)
    const detail: PlanDetail = (await owner({ url: at(`plans/${plan.id}`) })).json()
    const moved = detail.events.map((event) => ({
      ...event,
      baselineFromDay: event.fromDay,
      baselineToDay: event.toDay,
      ...(event.occasionId === 'double12'
        ? { declaredQuarter: '2027-Q3', fromDay: addDays(parseDay(event.fromDay), 3), toDay: '2027-12-20' }
        : {}),
    }))
    const payload = { revision: detail.revisions.events, body: moved }
    const saved = await owner({ method: 'PUT', url: at(`plans/${plan.id}/parts/events`), payload })
    expect(saved.statusCode, saved.body).toBe(200)
    const { gantt, warnings, plan: shown } = await readYear(`year=2027&plan=${plan.id}`)
    expect(shown).toMatchObject({ id: plan.id, status: 'draft' })
    const bar = gantt.find((r) => r.id === 'yearEndPlan-2027/double12')
    expect(bar).toMatchObject({ kind: 'event', startDrift: 3, endDrift: 6, baselineFrom: '2027-12-08' })
    expect(gantt.find((r) => r.id === 'yearEndPlan-2027/fission')?.parentId).toBe('yearEndPlan-2027/double12')
    expect(gantt.find((r) => r.id === 'yearEndPlan-2027/double11')?.phases.length).toBeGreaterThan(3)
    const codes = warnings.map((w) => w.code)
    expect(codes).toContain('misplacedQuarter')
    expect(warnings.find((w) => w.code === 'eventConflict')?.message).toContain('年终囤货')
  })

  test('a template that is not there, and a plan that is not there, are not found', async () => {
    expect((await apply('none', 'plan-2027')).statusCode).toBe(404)
    expect((await apply('january', 'none')).statusCode).toBe(404)
  })
})
