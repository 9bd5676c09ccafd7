import type { ReportLibrary, ReportNote, ReportView } from '@zhanggui/contract'
import { addDays, daysBetween, parseDay } from '@zhanggui/kernel'
import { type Block, type Figure, isFigure, REPORT_LIBRARY, type ReportDocument, sentencesText } from '@zhanggui/report'
import { and, eq } from 'drizzle-orm'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getStore } from '../../../src/modules/admin/stores.ts'
import { createCampaign } from '../../../src/modules/campaigns/records/create-campaign.ts'
import { campaignEntries, campaigns } from '../../../src/modules/campaigns/schema.ts'
import { runQuery } from '../../../src/modules/insight/run-query.ts'
import { noticeDeliveries } from '../../../src/modules/live/channels/schema.ts'
import { sendDueReports } from '../../../src/modules/review/reports/delivery/send-due-reports.ts'
import { makeReport } from '../../../src/modules/review/reports/make-report.ts'
import { openTestApp, type TestApp } from '../../support/test-app.ts'
import { createTestClock } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { type FactRow, insertFacts } from '../insight/insert-facts.ts'
import { isReckoned, placesOf, reckoned, requestOf } from './figure-origin.ts'

const ALPHA = '/v1/stores/alpha'
const FIRST = parseDay('2025-01-01')
const LAST = parseDay('2026-11-15')
/** Monday morning in the shop. */
const clock = createTestClock('2026-11-16T01:30:00.000Z')
const PERIODS = {
  week: '2026-11-09',
  month: '2026-10',
  quarter: '2026-Q3',
  year: '2026',
  campaign: 'brand-day',
} as const
const SHELL = { store: 'alpha', actor: 'test', role: 'owner' as const }

let installation: TestApp
let campaigner: Person

const line = (
  store: string,
  day: string,
  { id, yuan, category }: { id: string; yuan: number; category: string },
): FactRow => ({
  store,
  order_id: `${day}-${id}`,
  line_id: `${day}-${id}`,
  created_day: day,
  paid_day: day,
  category,
  item_id: `item-${category}`,
  buyer: 1 + (daysBetween(FIRST, parseDay(day)) % 400),
  gmv_cents: yuan * 100,
  paid_cents: yuan * 100,
})

/** Two categories a day; 美妆 sells half as much again in the second year, more on a campaign's day. */
function sales(store: string): FactRow[] {
  return Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, i) => {
    const day = addDays(FIRST, i)
    const grown = day >= '2026-01-01' ? 1.5 : 1
    const burst = day >= '2026-11-10' && day < '2026-11-12' ? 5 : 1
    const noise = (i * 37) % 11
    return [
      line(store, day, { id: 'a', yuan: Math.round((200 + noise) * grown * burst), category: '美妆' }),
      line(store, day, { id: 'b', yuan: 100 + noise, category: '食品' }),
    ]
  }).flat()
}

const view = (visitor: number, day: string, page: string): FactRow => ({
  store: 'alpha',
  day,
  at: `${day}T02:00:00.000Z`,
  type: 'view',
  visitor,
  session: visitor,
  channel: visitor % 2 === 0 ? '搜索' : '直通车',
  page,
  item_id: 'item-美妆',
  row_key: visitor,
})

const visits = (): FactRow[] =>
  ['2026-10-30', '2026-11-05', '2026-11-10', '2026-11-11', '2026-11-14'].flatMap((day, d) =>
    Array.from({ length: 40 }, (_, i) => view(1 + d * 100 + i, day, i % 3 === 0 ? 'home' : 'detail')),
  )

/**
 * What each version of the detail page showed after the campaign, hour by hour: of four who saw the campaign's a late one paid before and
 * one after; of four who saw the everyday page two paid; one saw the venue.
 */
function versions(): FactRow[] {
  const day = '2026-11-15'
  const at = (hour: string): string => `${day}T0${hour}:00:00.000Z`
  const seen = (visitor: number, campaign: string, page = 'detail'): FactRow => ({
    ...view(9000 + visitor, day, page),
    at: at('3'),
    campaign,
  })
  const paid = (visitor: number, hour: string): FactRow => ({
    ...view(9000 + visitor, day, ''),
    type: 'pay',
    at: at(hour),
    row_key: 9900 + visitor,
  })
  const campaign = [1, 2, 3, 4].map((visitor) => seen(visitor, 'brand-day'))
  const everyday = [5, 6, 7, 8].map((visitor) => seen(visitor, ''))
  return [...campaign, ...everyday, seen(9, '', '会场'), paid(1, '2'), paid(2, '4'), paid(5, '4'), paid(6, '5')]
}

async function openCampaign(): Promise<void> {
  const { context } = installation
  const team = [
    { team: 'operations' as const, lead: '小李' },
    { team: 'design' as const, lead: '小赵' },
  ]
  const given = {
    id: 'brand-day',
    name: '品牌日',
    template: 'brandDay',
    mainDay: '2026-11-10',
    targetCents: 100_000,
    team,
  }
  await createCampaign(context, SHELL, await getStore(context, 'alpha'), given)
  const { db } = context.records
  await db.update(campaigns).set({ state: 'review' }).where(eq(campaigns.id, 'brand-day'))
}

/** Marks a task of the campaign as finished at an instant, as its owner would have. */
async function finishTask(id: string, dueDay: string, at: string): Promise<void> {
  const { db } = installation.context.records
  const own = and(eq(campaignEntries.campaign, 'brand-day'), eq(campaignEntries.id, id))
  const [row] = await db.select().from(campaignEntries).where(own)
  if (!row) throw new Error(`no task ${id}`)
  const body = { ...row.body, dueDay, finished: { at, by: '小李', proof: '' } } as typeof row.body
  await db.update(campaignEntries).set({ body }).where(own)
}

beforeAll(async () => {
  installation = await openTestApp({ stores: ['alpha', 'beta'], clock })
  const { app, owner, context } = installation
  campaigner = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
  await insertFacts(context, 'order_lines', [...sales('alpha'), ...sales('beta').slice(0, 200)])
  await insertFacts(context, 'events', [...visits(), ...versions()])
  await openCampaign()
}, 120_000)
afterAll(() => installation.app.close())

const make = async (report: string, language: 'zh' | 'en' = 'zh', period?: string): Promise<ReportDocument> => {
  const { context } = installation
  const kind = REPORT_LIBRARY.find(({ id }) => id === report)
  const key = period ?? PERIODS[kind?.period ?? 'year']
  return (await makeReport(context, await getStore(context, 'alpha'), { report, period: key, language })).document
}
const blocksOf = (document: ReportDocument): Block[] => document.chapters.flatMap(({ blocks }) => [...blocks])
const tableOf = (document: ReportDocument, title: RegExp) => {
  const found = blocksOf(document).find((block) => block.kind === 'table' && title.test(block.title))
  if (found?.kind !== 'table') throw new Error(`no table ${title}`)
  return found
}
const valueAt = (cell: unknown): number | null =>
  typeof cell === 'object' && cell !== null ? (cell as Figure).value : null
const textOf = (document: ReportDocument): string =>
  blocksOf(document)
    .flatMap((block) => (block.kind === 'paragraph' ? [sentencesText(block.sentences, document)] : []))
    .join('\n')
const ask = async <T>(who: Person, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
  const answer = await who({ method, url: `${ALPHA}${path}`, ...(payload && { payload }) })
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as T }
}

describe('every report of the library', () => {
  test.each(REPORT_LIBRARY.map(({ id }) => id))(
    '%s has every part, none empty, in both languages',
    async (id) => {
      for (const language of ['zh', 'en'] as const) {
        const { chapters } = await make(id, language)
        expect(chapters.filter(({ blocks }) => blocks.length === 0)).toEqual([])
        expect(JSON.stringify(chapters)).not.toMatch(/NaN|Infinity|undefined/)
      }
    },
    60_000,
  )

  test('[P14.08] every figure of the white paper, cells and charts too, is what its query answers or reckoned from that answer alone', async () => {
    const { context } = installation
    const store = await getStore(context, 'alpha')
    const places = placesOf(await make('white-paper'))
    const asked = places.filter(({ figure }) => figure.ref.kind === 'query' && figure.value !== null)
    expect(asked.length).toBeGreaterThan(100)
    const answers = new Map<string, ReadonlySet<string>>()
    const strays: string[] = []
    for (const { figure, beside, where } of asked) {
      if (figure.ref.kind !== 'query') continue
      const key = JSON.stringify(figure.ref)
      const known = answers.get(key) ?? reckoned(figure.ref, await runQuery(context, store, requestOf(figure.ref)))
      answers.set(key, known)
      if (!isReckoned(figure, known, beside)) strays.push(`${where}: ${figure.value} ${key}`)
    }
    expect(strays).toEqual([])
    const others = new Set(places.flatMap(({ figure: { ref } }) => (ref.kind === 'query' ? [] : [ref.kind])))
    expect([...others].every((kind) => kind === 'record' || kind === 'plan')).toBe(true)
  }, 60_000)

  test('a month without data, and one of the future, say what is lacking', async () => {
    const document = await make('monthly-review', 'zh', '2024-03')
    expect(textOf(document)).toContain('本期没有订单数据')
    expect(textOf(await make('monthly-review', 'en', '2027-03'))).toContain('There are no orders')
  })
})

test('[P14.01] the result of a campaign splits the change of paid sales to the fen and stands against its target', async () => {
  const document = await make('campaign-result')
  const { rows } = tableOf(document, /拆解/)
  const effects = rows.map(({ cells }) => valueAt(cells[3]) ?? 0)
  expect(effects.slice(0, -1).reduce((a, b) => a + b, 0)).toBe(effects.at(-1))
  expect(textOf(document)).toMatch(/活动目标 ¥1,000\.00，完成 ¥.*完成率/)
  expect(document.title).toBe('品牌日 活动战报')
})

test('[P14.05] the weekly pack names who led, why, and what was decided', async () => {
  const document = await make('weekly-pack')
  expect(tableOf(document, /按商品/).rows.length).toBeGreaterThan(1)
  expect(textOf(document)).toMatch(/支付金额 .*增长/)
})

test('[P14.06] the weeks add up to the month, packs are held against it, and what came late is said', async () => {
  const { context } = installation
  for (const period of ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'])
    expect((await ask(campaigner, 'POST', `/reports/weekly-pack/${period}/editions`, {})).status).toBe(200)
  const { rows } = tableOf(await make('monthly-review'), /各周只计本月/)
  const [weeks, month] = [rows.slice(0, -1), rows.at(-1)]
  const sum = (column: number) => weeks.reduce((all, { cells }) => all + (valueAt(cells[column]) ?? 0), 0)
  expect([sum(1), sum(2)]).toEqual([31, valueAt(month?.cells[2])])
  expect(weeks.map(({ cells }) => valueAt(cells[2]))).toEqual(weeks.map(({ cells }) => valueAt(cells[3])))
  await insertFacts(context, 'order_lines', [line('alpha', '2026-10-08', { id: 'late', yuan: 99, category: '食品' })])
  expect(textOf(await make('monthly-review'))).toMatch(/周会包之后有 1 天的数据被补录或更正，合计差 ¥99\.00/)
}, 60_000)

test('[P14.12] delays come from the task log: days from due to done, by team', async () => {
  const { db } = installation.context.records
  const tasks = await db
    .select()
    .from(campaignEntries)
    .where(and(eq(campaignEntries.campaign, 'brand-day'), eq(campaignEntries.kind, 'task')))
  const [first, second] = tasks
  await finishTask(first?.id ?? '', '2026-11-02', '2026-11-05T03:00:00.000Z')
  await finishTask(second?.id ?? '', '2026-11-02', '2026-11-01T20:00:00.000Z')
  const { rows } = tableOf(await make('cross-department'), /延期的任务/)
  const title = first && 'title' in first.body ? first.body.title : ''
  const own = rows.find(({ cells }) => cells[0] === title)
  expect(own?.cells.map((cell) => (isFigure(cell) ? cell.value : cell)).slice(3)).toEqual([
    '2026-11-02',
    '2026-11-05',
    3,
  ])
  const other = second && 'title' in second.body ? second.body.title : ''
  expect(rows.some(({ cells }) => cells[0] === other)).toBe(false)
})

test('[P14.14] the merchant’s pack holds the figures of their shop and of no other', async () => {
  const { context } = installation
  const { totals } = await runQuery(context, await getStore(context, 'alpha'), {
    metrics: ['paid'],
    from: '2026-01-01',
    to: '2027-01-01',
  })
  const figures = blocksOf(await make('merchant-pack')).find(({ kind }) => kind === 'figures')
  expect(figures?.kind === 'figures' && figures.items[0]?.figure.value).toBe(totals.paid)
})

test('[P14.19] pages before, during and after a campaign stand side by side with their own figures', async () => {
  const { rows, columns } = tableOf(await make('page-return'), /各页面/)
  expect(columns.length).toBe(1 + 3 * 3)
  expect(rows.map(({ cells }) => [cells[0], valueAt(cells[1]), valueAt(cells[4])])).toEqual([
    ['detail', 52, 52],
    ['home', 28, 28],
    ['会场', null, null],
  ])
})

test('[P14.19] each version of a page has its own conversion: who paid that day after seeing it', async () => {
  const document = await make('page-return')
  const { rows, columns } = tableOf(document, /日常版、活动版与促销页/)
  const shown = (page: string, version: string) =>
    rows
      .find(({ cells }) => cells[0] === page && cells[1] === version)
      ?.cells.slice(-2)
      .map(valueAt)
  expect(columns.at(-1)?.title).toBe('页面支付转化率·活动后')
  expect(shown('detail', '活动版')).toEqual([4, 0.25])
  expect(shown('detail', '日常版')).toEqual([30, 2 / 30])
  expect(shown('会场', '促销页')).toEqual([1, 0])
  expect(textOf(document)).toContain('看 detail 页的 34 人次里仍有 4 看到的是活动版')
})

describe('what people make of a report', () => {
  const notes = '/reports/campaign-result/brand-day/notes'

  test('a decision needs owner and day; with a campaign it is a task there; done is done', async () => {
    expect(
      (await ask<{ error: { code: string } }>(campaigner, 'POST', notes, { kind: 'decision', text: '加人' })).body.error
        .code,
    ).toBe('decision_incomplete')
    const decision = {
      kind: 'decision',
      text: '详情页首屏改版',
      owner: '小赵',
      dueDay: '2026-12-01',
      campaign: 'brand-day',
    }
    const { body } = await ask<{ notes: ReportNote[] }>(campaigner, 'POST', notes, decision)
    const [note] = body.notes
    expect(note).toMatchObject({ kind: 'decision', owner: '小赵', doneAt: null, task: { campaign: 'brand-day' } })
    const { db } = installation.context.records
    const [task] = await db
      .select()
      .from(campaignEntries)
      .where(eq(campaignEntries.id, note?.task?.id ?? ''))
    expect(task?.body).toMatchObject({
      title: '详情页首屏改版',
      accountable: '小赵',
      dueDay: '2026-12-01',
      phase: 'review',
    })
    const done = await ask<{ notes: ReportNote[] }>(campaigner, 'POST', `/reports/notes/${note?.id}/done`)
    expect(done.body.notes[0]?.doneAt).toBe(clock.now().toISOString())
    expect(tableOf(await make('campaign-result'), /决议/).rows[0]?.cells.at(-1)).toBe('完成')
  })

  test('an edition stays as it was kept', async () => {
    const { body } = await ask<ReportView>(campaigner, 'GET', '/reports/weekly-pack/2026-10-05?edition=1')
    expect(body.editions.map(({ number }) => number)).toEqual([1])
    const now = (await ask<ReportView>(campaigner, 'GET', '/reports/weekly-pack/2026-10-05')).body
    expect(JSON.stringify(body.document)).not.toBe(JSON.stringify(now.document))
  })

  test('errors say what to do', async () => {
    expect((await ask(campaigner, 'GET', '/reports/no-such/2026')).status).toBe(404)
    const wrong = await ask<{ error: { code: string; message: string } }>(
      campaigner,
      'GET',
      '/reports/monthly-review/2026-13',
    )
    expect([wrong.status, wrong.body.error.code]).toEqual([400, 'unknown_report_period'])
    expect(wrong.body.error.message).toContain('2026-11')
  })
})

test('[P14.05] on Monday at its time the pack is made, kept and sent once, whatever process comes first', async () => {
  const { context, owner } = installation
  const { db } = context.records
  const channel = {
    name: '经营群',
    settings: { kind: 'dingtalk' },
    secrets: { robotUrl: 'https://oapi.dingtalk.com/robot/send?access_token=x' },
  }
  expect((await ask(owner, 'POST', '/notice-channels', { id: 'group', ...channel })).status).toBe(201)
  expect((await ask(owner, 'PUT', '/notice-channels/group', { ...channel, enabled: true })).status).toBe(200)
  const schedule = { enabled: true, minuteOfDay: 9 * 60, language: 'zh', channels: ['group'] }
  expect((await ask(owner, 'PUT', '/report-schedules/weekly-pack', schedule)).status).toBe(200)
  clock.set('2026-11-16T00:30:00.000Z')
  await sendDueReports(context)
  expect(await db.select().from(noticeDeliveries)).toEqual([])
  clock.set('2026-11-16T01:30:00.000Z')
  await sendDueReports(context)
  await sendDueReports(context)
  const sent = await db.select().from(noticeDeliveries)
  expect(sent.map(({ message }) => [message.titleZh, message.lines.length > 0])).toEqual([
    [expect.stringContaining('周数据会'), true],
  ])
  const { body } = await ask<ReportLibrary>(owner, 'GET', '/reports')
  const pack = body.kinds.find(({ id }) => id === 'weekly-pack')?.periods[0]
  expect(pack).toMatchObject({ key: '2026-11-09', standing: 'made', editions: 1 })
})

test('files: a workbook whose formulas give the figures beside them, a page without scripts; only for whoever may take data out', async () => {
  const { owner, app } = installation
  const file = (who: Person, format: string) =>
    who({ method: 'GET', url: `${ALPHA}/reports/weekly-pack/2026-11-09/file.${format}` })
  const book = new ExcelJS.Workbook()
  const bytes = (await file(owner, 'xlsx')).rawPayload
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  let formulas = 0
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula) return
        formulas++
        const range = /^SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(cell.formula)
        if (!range) return
        const parts = Array.from({ length: Number(range[3]) - Number(range[2]) + 1 }, (_, i) =>
          Number(
            sheet.getCell(`${range[1]}${Number(range[2]) + i}`).result ??
              sheet.getCell(`${range[1]}${Number(range[2]) + i}`).value,
          ),
        )
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(cell.result), 6)
      }),
    ),
  )
  expect(formulas).toBeGreaterThan(10)
  const html = (await file(owner, 'html')).body
  expect(html).toContain('<svg')
  // Figures lead back into the system; nothing is loaded from anywhere.
  const own = /<a class="figure" href="http:\/\/127\.0\.0\.1:8787\/stores\/alpha\/review\/figure\?of=[^"]+">/g
  expect(html).toMatch(own)
  expect(html.replace(own, '')).not.toMatch(/<script|https?:\/\/|NaN/)
  const content = await addPerson(app, owner, { store: 'alpha', role: 'content' })
  expect((await file(content, 'docx')).statusCode).toBe(403)
})

test('[P14.13] a lesson is found by words, mechanic and season, proposed for a campaign like it, and its reuse counted once', async () => {
  const { owner } = installation
  const lesson = {
    title: '满减门槛不要高于客单价',
    text: '门槛 300 时凑单率低，改 199 后回升',
    mechanics: '满减',
    categories: '美妆',
    season: 'autumn',
  }
  const added = await ask<{ id: string }>(owner, 'POST', '/resources/lessons', { data: lesson })
  expect(added.status).toBe(201)
  const find = async (search: string) =>
    (
      await ask<{ cases: { id: string; source: string; title: string; reuses: number }[] }>(
        owner,
        'GET',
        `/archive?${search}`,
      )
    ).body.cases
  const asked = new URLSearchParams({ words: '凑单门槛', season: 'autumn', category: '美妆' })
  expect((await find(String(asked)))[0]?.title).toBe('满减门槛不要高于客单价')
  const { body } = await ask<{ lessons: { title: string; whyZh: string }[] }>(
    owner,
    'GET',
    '/archive/lessons-for/brand-day',
  )
  expect(body.lessons.map(({ title }) => title)).toContain('满减门槛不要高于客单价')
  const draft = await ask<{ lessons: { title: string; whyZh: string }[] }>(
    owner,
    'GET',
    '/archive/lessons?template=brandDay&mainDay=2026-11-20',
  )
  expect(draft.body.lessons.find(({ title }) => title === '满减门槛不要高于客单价')?.whyZh).toContain('同一季节')
  const copy = await ask<{ lessons: { title: string }[] }>(owner, 'GET', '/archive/lessons?copyOf=brand-day')
  expect(copy.body.lessons.map(({ title }) => title)).toContain('品牌日')
  expect((await ask(owner, 'GET', '/archive/lessons?template=none')).status).toBe(404)
  const [found] = await find('source=lesson')
  const reuse = { source: 'lesson', id: found?.id ?? '', campaign: 'brand-day' }
  for (let i = 0; i < 2; i++) expect((await ask(owner, 'POST', '/archive/reuses', reuse)).status).toBe(204)
  expect((await find('source=lesson'))[0]?.reuses).toBe(1)
})

test('two campaigns side by side: the causes add up to the difference', async () => {
  const { context, owner } = installation
  const given = { id: 'brand-day-2', name: '上次品牌日', template: 'brandDay', mainDay: '2026-09-10' }
  await createCampaign(context, SHELL, await getStore(context, 'alpha'), given)
  const { body } = await ask<{ metrics: { id: string; values: number[] }[]; drivers: { effectCents: number }[] }>(
    owner,
    'GET',
    '/campaign-comparison?first=brand-day-2&second=brand-day',
  )
  const paid = body.metrics.find(({ id }) => id === 'paid')?.values ?? []
  expect(body.drivers.reduce((sum, { effectCents }) => sum + effectCents, 0)).toBe((paid[1] ?? 0) - (paid[0] ?? 0))
})
