import excel from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { insertFacts } from './insert-facts.ts'
import { fillMaoyi, line } from './maoyi-shop.ts'

describe('insight over HTTP', () => {
  let context: TestContext
  let app: FastifyInstance
  let owner: Person
  let service: Person
  let campaign: Person

  beforeAll(async () => {
    ;({ context, app, owner } = await openTestApp({ stores: ['maoyi'] }))
    service = await addPerson(app, owner, { store: 'maoyi', role: 'service' })
    campaign = await addPerson(app, owner, { store: 'maoyi', role: 'campaign' })
    await fillMaoyi(context)
    await insertFacts(context, 'order_lines', [line('x', 7, '2026-02-06', 1, { category: '=HYPERLINK("http://x")' })])
  })
  afterAll(() => app.close())

  const query = (person: Person, payload: object) =>
    person({ method: 'POST', url: '/v1/stores/maoyi/query', payload, headers: { 'accept-language': 'en' } })
  const exported = (person: Person, format: string, request: object) =>
    person({
      method: 'GET',
      url: `/v1/stores/maoyi/query.${format}?${new URLSearchParams({ request: JSON.stringify(request) })}`,
    })

  test('the dictionary names every metric with its formula', async () => {
    const { metrics, dimensions } = (await service({ method: 'GET', url: '/v1/metrics' })).json()
    expect(metrics.find((m: { id: string }) => m.id === 'aov')).toMatchObject({
      formula: 'paid ÷ buyers',
      unit: 'money',
    })
    expect(dimensions.map((d: { id: string }) => d.id)).toEqual(expect.arrayContaining(['month', 'channel']))
  })

  test('a question is answered with its columns and, when asked, the SQL behind it', async () => {
    const answer = await query(service, {
      metrics: ['paid'],
      by: ['month'],
      from: '2026-01-01',
      to: '2026-02-01',
      explain: true,
    })
    expect(answer.json()).toMatchObject({
      columns: [
        { id: 'month', kind: 'dimension' },
        { id: 'paid', kind: 'metric', unit: 'money' },
      ],
      rows: [{ month: '2026-01', paid: 10000 }],
      currency: 'CNY',
      sql: [{ source: 'order_lines', metrics: ['paid'], text: expect.stringContaining('{store:String}') }],
    })
  })

  test('profit is refused to a role without profit:read, in the language of the request', async () => {
    const answer = await query(service, { metrics: ['profit'] })
    expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'not_permitted_metric'])
    expect(answer.json().error.message).toMatch(/^Your role may not see profit/)
    expect((await query(owner, { metrics: ['profit'] })).statusCode).toBe(200)
  })

  test('an impossible question says what works instead', async () => {
    const answer = await query(owner, { metrics: ['buyers'], by: ['page'] })
    expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'metric_without_dimension'])
  })

  test('a CSV has money in yuan and cannot run as a formula', async () => {
    const answer = await exported(campaign, 'csv', {
      metrics: ['paid', 'refundRate'],
      by: ['month'],
      from: '2026-01-01',
    })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.body).toBe('\u{feff}月,支付金额 (CNY),退款率（金额）\r\n2026-01,100,0.3\r\n2026-02,81,0\r\n')
    const byCategory = await exported(campaign, 'csv', { metrics: ['paid'], by: ['category'] })
    expect(byCategory.body).toContain(`"'=HYPERLINK(""http://x"")",1`)
  })

  test('an XLSX holds numbers as numbers and text as text', async () => {
    const answer = await exported(campaign, 'xlsx', { metrics: ['paid'], by: ['category'] })
    const book = new excel.Workbook()
    await book.xlsx.load(Uint8Array.from(answer.rawPayload).buffer)
    const cells = book.worksheets[0]?.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : []))
    expect(cells).toEqual(expect.arrayContaining(['衣', 180, `=HYPERLINK("http://x")`]))
  })

  test('an item column brings the titles with it', async () => {
    const answer = await exported(campaign, 'csv', { metrics: ['paid'], by: ['item'] })
    expect(answer.body).toContain('商品,商品名称,支付金额 (CNY)\r\ni1,棉T恤,')
  })

  test('an export needs data:export', async () => {
    expect((await exported(service, 'csv', { metrics: ['paid'] })).statusCode).toBe(403)
  })

  test('diagnosis and traffic answer for the shop of the path', async () => {
    const traffic = await service({ method: 'GET', url: '/v1/stores/maoyi/traffic?from=2026-01-01&to=2026-02-01' })
    expect(traffic.json()).toMatchObject({ visits: 5, sourcedVisits: 3 })
    const diagnosis = await service({ method: 'GET', url: '/v1/stores/maoyi/diagnosis' })
    expect(diagnosis.json().findings.length).toBeGreaterThan(3)
  })
})
