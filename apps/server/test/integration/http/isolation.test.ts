import { MetricDictionary, type QueryResult } from '@zhanggui/contract'
import { FACT_TABLES, type FactColumn } from '@zhanggui/facts'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Resource } from '../../../src/modules/admin/resources/define-resource.ts'
import { RESOURCES } from '../../../src/modules/admin/resources/registry.ts'
import type { FieldDeclaration } from '../../../src/modules/admin/resources/resource-fields.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'
import { waitUntil } from '../../support/wait-until.ts'
import { type FactRow, insertFacts } from '../insight/insert-facts.ts'
import { PROMOTION } from '../promotions/alpha-promotions.ts'

/** Stands in every text of the other shop's rows; seeing it in alpha is a leak. */
const SECRET = 'beta-secret'
/** The same for alpha, so that the test would notice if it looked in the wrong place. */
const OWN = 'alpha-own'
/** A number that appears in no count of a handful of rows. */
const SECRET_CENTS = 987_654_321

let context: TestContext
let app: FastifyInstance
let owner: Person
let alphaHead: Person
let betaHead: Person

const FIXED: Record<string, string | number> = {
  type: 'view',
  status: 'done',
  kind: 'sale',
  is_product: 1,
  consent: 1,
  quantity: 1,
}

function valueFor({ name, type }: FactColumn, mark: string, cents: number): string | number | null {
  if (name in FIXED) return FIXED[name] ?? null
  if (type.includes('String')) return mark
  if (type.includes('DateTime')) return '2026-11-10T04:00:00.000Z'
  if (type.includes('Date')) return '2026-11-10'
  return name.endsWith('_cents') ? cents : 1
}

async function fillFacts(store: string, mark: string, cents: number): Promise<void> {
  for (const table of FACT_TABLES) {
    const row: FactRow = Object.fromEntries(table.columns.map((column) => [column.name, valueFor(column, mark, cents)]))
    await insertFacts(context, table.name, [{ ...row, store }])
  }
}

/** What a field is tried with, the shop's mark first: text that has rules of its own takes a day, or nothing. */
function fieldSample({ schema, choices }: FieldDeclaration, mark: string): unknown {
  const tried = [mark, '2026-11-10', choices?.[0]?.value, 1, 0.01, 1000, true, null]
  return tried.find((value) => schema.safeParse(value).success)
}

/** Structured content has a shape of its own. */
const SPECIAL: Record<string, Record<string, unknown>> = {
  'saved-views': { query: { metrics: ['paid'] } },
  'payment-reminders': { afterMinutes: '10' },
  launches: { launchTime: '20:00', allocation: { live: 1 } },
  surveys: { year: 2026 },
  'page-budgets': { loadMs: 2500 },
  'content-months': { month: '2026-11-01' },
}

/** A record of any resource, from its declaration: a resource that is added later is covered without a word here. */
const sampleOf = ({ id, fields }: Resource, mark: string): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSample(field, mark)])),
  ...SPECIAL[id],
})

/** Own data for whatever resource a path is about. */
function sampleAt(url: string): Record<string, unknown> | undefined {
  const resource = RESOURCES.find(({ id }) => id === /resources\/([\w-]+)/.exec(url)?.[1])
  return resource && sampleOf(resource, OWN)
}

type Ids = { resources: Map<string, string>; key: string; member: string }
type Imported = { upload: string; job: number }

async function fillRecords(store: string, mark: string, head: Person): Promise<Ids> {
  const resources = new Map<string, string>()
  for (const resource of RESOURCES) {
    const { id } = resource
    const data = sampleOf(resource, mark)
    const made = await head({
      method: 'POST',
      url: `/v1/stores/${store}/resources/${id}`,
      payload: { data, reason: mark },
    })
    expect(made.statusCode, made.body).toBe(201)
    resources.set(id, made.json().id)
  }
  const key = await head({ method: 'POST', url: `/v1/stores/${store}/event-keys`, payload: { name: mark } })
  const member = await head({
    method: 'POST',
    url: `/v1/stores/${store}/members`,
    payload: { email: `${mark}@example.cn`, name: mark, role: 'analyst' },
  })
  return { resources, key: key.json().key.id, member: member.json().member.userId }
}

/** A file with one good and one bad row, imported to the end. */
async function importFile(store: string, mark: string, head: Person): Promise<Imported> {
  const file = `订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额\n${mark}-1,10,10,上海,2026-11-10 10:00:00,2026-11-10 10:00:01,0\n${mark}-2,${mark},10,上海,2026-11-10 10:00:00,2026-11-10 10:00:01,0\n`
  const edge = 'edge'
  const payload = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${mark}.csv"\r\nContent-Type: text/csv\r\n\r\n${file}\r\n--${edge}--\r\n`
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  const { uploadId, files } = (
    await head({ method: 'POST', url: `/v1/stores/${store}/uploads`, headers, payload })
  ).json()
  const chosen = { uploadId, files: [{ name: files[0].name, mapping: files[0].mapping }], source: mark }
  const started = await head({ method: 'POST', url: `/v1/stores/${store}/imports`, payload: chosen })
  expect(started.statusCode, started.body).toBe(202)
  const job: number = started.json().id
  const url = `/v1/stores/${store}/imports/${job}`
  await waitUntil('the import', async () => (await head({ url })).json().state === 'done', 120_000)
  return { upload: uploadId, job }
}

let betaIds: Ids
let betaImport: Imported

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
  alphaHead = await addPerson(app, owner, { store: 'alpha', role: 'operations' })
  betaHead = await addPerson(app, owner, { store: 'beta', role: 'operations' })
  await fillFacts('alpha', OWN, 100)
  await fillFacts('beta', SECRET, SECRET_CENTS)
  await fillRecords('alpha', OWN, alphaHead)
  betaIds = await fillRecords('beta', SECRET, betaHead)
  await importFile('alpha', OWN, alphaHead)
  betaImport = await importFile('beta', SECRET, betaHead)
})

afterAll(() => app.close())

const leaks = (text: string): boolean => text.includes(SECRET) || text.includes(String(SECRET_CENTS))

const idOfBeta = (url: string): string => {
  const resource = /resources\/([\w-]+)/.exec(url)?.[1]
  if (resource) return betaIds.resources.get(resource) ?? 'x'
  return url.includes('members') ? betaIds.member : betaIds.key
}

describe('two shops on one installation', () => {
  test('[P13.10] no list, file or report of a shop holds a row of another', async () => {
    const routes = app.routeAccess.filter(
      ({ method, url }) => method === 'GET' && url.includes(':store') && !/:(?!store)/.test(url),
    )
    const bodies = new Map<string, string>()
    for (const { url } of routes) bodies.set(url, (await alphaHead({ url: url.replace(':store', 'alpha') })).body)
    expect([...bodies].filter(([, body]) => leaks(body)).map(([url]) => url)).toEqual([])
    const seen = [...bodies].filter(([, body]) => body.includes(OWN)).map(([url]) => url)
    for (const { id } of RESOURCES) expect(seen).toContain(`/v1/stores/:store/resources/${id}`)
    expect(seen).toEqual(
      expect.arrayContaining(['/v1/stores/:store/audit', '/v1/stores/:store/event-keys', '/v1/stores/:store/members']),
    )
  })

  test('[P13.10] an id of another shop is not found under one’s own address, to read or to change', async () => {
    const routes = app.routeAccess.filter(
      ({ url }) => url.includes(':store') && /resources|members|event-keys/.test(url) && /:(?!store)/.test(url),
    )
    expect(routes.length).toBeGreaterThan(15)
    const wrong: string[] = []
    for (const { method, url } of routes) {
      const address = url.replace(':store', 'alpha').replace(/:\w+/, idOfBeta(url))
      const payload = {
        version: 1,
        state: 'offShelf',
        role: 'content',
        data: sampleAt(url),
      }
      const call =
        method === 'GET' ? { url: address } : { method: method as 'PUT', url: `${address}?version=1`, payload }
      const answer = await alphaHead(call)
      if (answer.statusCode !== 404 || leaks(answer.body))
        wrong.push(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    }
    expect(wrong).toEqual([])
    for (const [resource, id] of betaIds.resources)
      expect((await betaHead({ url: `/v1/stores/beta/resources/${resource}/${id}` })).json().version).toBe(1)
  })

  test.each([
    ['plan', { year: 2031, name: SECRET }],
    ['promotion', { ...PROMOTION, id: 'beta-only', name: SECRET }],
  ])(
    '[P13.10] a %s of another shop, and all that hangs on it, is not found under one’s own address',
    async (kind, data) => {
      const list = `/v1/stores/beta/${kind}s`
      const made = await betaHead({ method: 'POST', url: list, payload: data })
      expect(made.statusCode, made.body).toBe(201)
      const { id } = made.json()
      const before = (await betaHead({ url: `${list}/${id}` })).body
      const routes = app.routeAccess.filter(({ url }) => url.startsWith(`/v1/stores/:store/${kind}s/:${kind}`))
      expect(routes.length).toBeGreaterThan(4)
      const wrong: string[] = []
      for (const { method, url } of routes) {
        const address = url.replace(':store', 'alpha').replace(`:${kind}`, id).replace(/:\w+/g, '1')
        const answer = await alphaHead(
          method === 'GET'
            ? { url: `${address}?${url.endsWith('/compare') ? 'from=1' : 'line=1'}` }
            : { method: method as 'PUT', url: address, payload: {} },
        )
        // What needs a body is refused for the lack of one before anything is looked up.
        const refused = method === 'GET' ? [404] : [400, 404]
        if (!refused.includes(answer.statusCode) || leaks(answer.body)) wrong.push(`${method} ${url}: ${answer.body}`)
      }
      expect(wrong).toEqual([])
      expect((await betaHead({ url: `${list}/${id}` })).body).toBe(before)
    },
  )

  test('[P13.10] files, rejected rows and progress of an import are not found from another shop', async () => {
    const routes = app.routeAccess.filter(({ url }) => /imports\/:id|uploads\/:upload/.test(url))
    expect(routes.length).toBeGreaterThan(6)
    for (const { method, url } of routes) {
      const address = (store: string): string =>
        url.replace(':store', store).replace(':id', String(betaImport.job)).replace(':upload', betaImport.upload)
      const payload = { name: `${SECRET}.csv` }
      const call = (store: string) =>
        method === 'GET' ? { url: address(store) } : { method: 'POST' as const, url: address(store), payload }
      const answer = await alphaHead(call('alpha'))
      expect([answer.statusCode, leaks(answer.body)], `${method} ${url} ${answer.body}`).toEqual([404, false])
      expect((await alphaHead(call('beta'))).json().error.code).toBe('unknown_store')
      if (method === 'GET') expect((await betaHead(call('beta'))).statusCode, url).toBe(200)
    }
  })

  test('[P13.10] every metric answers by every dimension, and counts the rows of its own shop only', {
    timeout: 600_000,
  }, async () => {
    const dictionary = MetricDictionary.parse((await alphaHead({ url: '/v1/metrics' })).json())
    const wrong: string[] = []
    let own = 0
    for (const { id: by } of dictionary.dimensions.filter(({ kind }) => kind === 'category')) {
      const metrics = dictionary.metrics.filter(({ dimensions }) => dimensions.includes(by)).map(({ id }) => id)
      for (let i = 0; i < metrics.length; i += 40) {
        const payload = { metrics: metrics.slice(i, i + 40), by: [by] }
        const answer = await alphaHead({ method: 'POST', url: '/v1/stores/alpha/query', payload })
        const { columns = [] } = answer.json<Partial<QueryResult>>()
        const isWhole = columns.filter(({ kind }) => kind === 'metric').length === payload.metrics.length
        if (!isWhole || leaks(answer.body)) wrong.push(`${payload.metrics} by ${by}: ${answer.body}`)
        if (answer.body.includes(OWN)) own++
      }
    }
    expect(wrong).toEqual([])
    expect(own).toBeGreaterThan(8)
  })

  test('[P13.10] funnels and cohorts count the people of their own shop only', async () => {
    const funnel = { steps: ['view', 'cart'], by: 'channel', windowMinutes: 60 }
    const answer = await alphaHead({ method: 'POST', url: '/v1/stores/alpha/funnel', payload: funnel })
    expect(answer.json().steps[0].visitors).toBe(1)
    expect(leaks(answer.body)).toBe(false)
    const cohorts = await alphaHead({ method: 'POST', url: '/v1/stores/alpha/cohorts', payload: {} })
    expect(cohorts.json().cohorts.map(({ size }: { size: number }) => size)).toEqual([1])
  })

  test('a personal view is seen by its person alone, also within the shop', async () => {
    const mine = (await alphaHead({ url: '/v1/stores/alpha/resources/saved-views' })).json()
    expect(mine.total).toBe(1)
    const owner = await betaHead({ url: '/v1/stores/beta/resources/saved-views' })
    expect(owner.json().rows.map((row: { data: { name: string } }) => row.data.name)).toEqual([SECRET])
  })
})
