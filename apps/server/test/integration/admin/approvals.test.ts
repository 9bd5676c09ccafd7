import type { ApprovalPage, ApprovalRequest, AuditPage, ResourceRow } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

type Colleague = Person & { userId: string }

let context: TestContext
let app: FastifyInstance
let owner: Person
let finance: Colleague
let products: Colleague
let campaign: Colleague
let item: ResourceRow

const at = (path: string): string => `/v1/stores/alpha/${path}`
const post = (call: Person, path: string, payload: object) => call({ method: 'POST', url: at(path), payload })
const codeOf = (answer: { json(): { error?: { code?: string } } }): string | undefined => answer.json().error?.code

const productsNow = async (): Promise<ResourceRow> =>
  (await owner({ url: at(`resources/products/${item.id}`) })).json<ResourceRow>()
const list = async (call: Person, query = ''): Promise<ApprovalPage> => {
  const answer = await call({ url: at(`approvals${query}`) })
  expect(answer.statusCode).toBe(200)
  return answer.json<ApprovalPage>()
}

/** A change of price by the head of products, which waits. */
async function askForPrice(listCents: number, call: Person = products): Promise<{ id: string; answer: ResourceRow }> {
  const { data, version } = await productsNow()
  const payload = { data: { ...data, listCents }, version, reason: '大促价' }
  const answer = await call({ method: 'PUT', url: at(`resources/products/${item.id}`), payload })
  expect(answer.statusCode).toBe(202)
  const row = answer.json<ResourceRow>()
  return { id: row.waitingApproval ?? '', answer: row }
}

const switchRule = (call: Person, enabled: boolean, expiryHours = 72) =>
  call({ method: 'PUT', url: at('approvals/rules/product-price'), payload: { enabled, expiryHours, reason: '制度' } })

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha', 'beta'] }))
  const data = { itemId: '6100000000000000019', title: '面霜', listCents: 9900, costCents: 3000 }
  item = (await post(owner, 'resources/products', { data })).json<ResourceRow>()
})
afterAll(() => app.close())

describe('one person alone', () => {
  test('makes the change at once, and the trail says that nobody else could have approved it', async () => {
    expect((await switchRule(owner, true)).json()).toMatchObject({ performed: true, request: null })
    const payload = { data: { ...item.data, listCents: 9800 }, version: item.version, reason: '调价' }
    const answer = await owner({ method: 'PUT', url: at(`resources/products/${item.id}`), payload })
    expect([answer.statusCode, answer.json().data.listCents]).toEqual([200, 9800])
    const { requests } = await list(owner)
    expect(requests[0]).toMatchObject({ state: 'approved', singlePerson: true, kind: 'product-price' })
    const trail = (await owner({ url: at('audit?action=approve') })).json<AuditPage>()
    expect(trail.entries[0]?.after).toMatchObject({ singlePerson: 'single-person installation' })
    const rules = (await owner({ url: at('approvals/rules') })).json()
    expect(rules.find((r: { kind: string }) => r.kind === 'product-price')).toMatchObject({
      enabled: true,
      approvers: 1,
      singlePerson: true,
    })
  })
})

describe('[P13.10] two-person approval for money and price', () => {
  beforeAll(async () => {
    finance = await addPerson(app, owner, { store: 'alpha', role: 'finance' })
    products = await addPerson(app, owner, { store: 'alpha', role: 'products' })
    campaign = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
  })
  // Answers of one test must not stand in the way of the next.
  beforeEach(async () => {
    for (const { id } of (await list(owner, '?state=waiting')).requests)
      await post(owner, `approvals/${id}/refuse`, { reason: 'clean' })
  })

  test('a price waits for another person and is changed with their approval, once, in one trail', async () => {
    const before = await productsNow()
    const { id, answer } = await askForPrice(8800)
    expect(answer).toMatchObject({ version: before.version, data: { listCents: before.data.listCents } })
    expect((await productsNow()).data.listCents).toBe(before.data.listCents)
    const waiting = await list(finance, '?state=waiting')
    expect(waiting).toMatchObject({ total: 1, toDecide: 1 })
    expect(waiting.requests[0]).toMatchObject({
      id,
      summaryZh: '修改商品 6100000000000000019',
      changes: [{ nameZh: '一口价', unit: 'money', before: before.data.listCents, after: 8800 }],
      mayDecide: true,
      mayWithdraw: false,
    })
    const approved = await post(finance, `approvals/${id}/approve`, { reason: '同意' })
    expect(approved.json<ApprovalRequest>()).toMatchObject({ state: 'approved', decisionReason: '同意' })
    expect((await productsNow()).data.listCents).toBe(8800)
    expect(codeOf(await post(owner, `approvals/${id}/approve`, {}))).toBe('approval_closed')
    const trail = (await owner({ url: at(`audit?subject=approvals/${id}`) })).json<AuditPage>()
    expect(trail.entries.map((e) => e.action)).toEqual(['approve', 'ask'])
    const [done, asked] = trail.entries.map((e) => e.after as { payloadHash: string })
    expect(done?.payloadHash).toBe(asked?.payloadHash)
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
  })

  test('two people who approve at the same moment change it once', async () => {
    const { id } = await askForPrice(8700)
    const before = await productsNow()
    const answers = await Promise.all([
      post(finance, `approvals/${id}/approve`, {}),
      post(owner, `approvals/${id}/approve`, {}),
    ])
    expect(answers.map((a) => a.statusCode).toSorted()).toEqual([200, 409])
    expect((await productsNow()).version).toBe(before.version + 1)
  })

  test('nobody approves their own request, whatever their role', async () => {
    const { id } = await askForPrice(8600, owner)
    expect(codeOf(await post(owner, `approvals/${id}/approve`, {}))).toBe('approval_own')
    expect((await list(owner, '?state=waiting')).requests[0]).toMatchObject({ mayDecide: false, mayWithdraw: true })
    expect((await post(owner, `approvals/${id}/withdraw`, {})).json().state).toBe('withdrawn')
  })

  test('who lost the permission since may not approve, and a request of who may not ask any more is not made', async () => {
    const first = await askForPrice(8500)
    const setRole = (userId: string, role: string) =>
      owner({ method: 'PUT', url: at(`members/${userId}`), payload: { role } })
    await setRole(finance.userId, 'analyst')
    expect(codeOf(await post(finance, `approvals/${first.id}/approve`, {}))).toBe('not_permitted')
    await setRole(finance.userId, 'finance')
    await setRole(products.userId, 'content')
    expect(codeOf(await post(finance, `approvals/${first.id}/approve`, {}))).toBe('approval_asker_lost')
    await setRole(products.userId, 'products')
    expect((await post(finance, `approvals/${first.id}/approve`, {})).statusCode).toBe(200)
  })

  test('a refusal says why, and changes nothing', async () => {
    const { id } = await askForPrice(100)
    expect(codeOf(await post(finance, `approvals/${id}/refuse`, {}))).toBe('invalid_request')
    const refused = await post(finance, `approvals/${id}/refuse`, { reason: '低于成本' })
    expect(refused.json()).toMatchObject({ state: 'refused', decisionReason: '低于成本' })
    expect((await productsNow()).data.listCents).not.toBe(100)
  })

  test('a request that nobody answers in time expires on the injected clock', async () => {
    const { id } = await askForPrice(8400)
    const asked = context.clock.now().toISOString()
    context.clock.advance(72 * 3_600_000 - 1)
    expect((await list(finance, '?state=waiting')).total).toBe(1)
    context.clock.advance(1)
    expect(codeOf(await post(finance, `approvals/${id}/approve`, {}))).toBe('approval_closed')
    expect((await list(owner)).requests.find((r) => r.id === id)).toMatchObject({
      state: 'expired',
      decidedBy: 'system',
    })
    context.clock.set(asked)
  })

  test('what was changed meanwhile is not overwritten: the approver is told, the request stays open', async () => {
    const { id } = await askForPrice(8300)
    const { data, version } = await productsNow()
    const payload = { data: { ...data, title: '面霜二代' }, version }
    expect((await owner({ method: 'PUT', url: at(`resources/products/${item.id}`), payload })).statusCode).toBe(200)
    expect(codeOf(await post(finance, `approvals/${id}/approve`, {}))).toBe('stale_version')
    expect((await list(finance, '?state=waiting')).requests[0]?.id).toBe(id)
  })

  test('a new product with a price waits too, and keeps the id that the asker was told', async () => {
    const data = { itemId: '77', title: '新品', listCents: 100 }
    const made = await post(products, 'resources/products', { data })
    expect([made.statusCode, made.json().version]).toEqual([202, 0])
    await post(finance, `approvals/${made.json().waitingApproval}/approve`, {})
    const row = await owner({ url: at(`resources/products/${made.json().id}`) })
    expect(row.json().data).toMatchObject(data)
  })

  test('a file that changes prices waits as a whole', async () => {
    const edge = 'edge'
    const csv = '商品ID,商品名称,一口价\n88,帽子,10\n6100000000000000019,面霜三代,5\n'
    const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\nContent-Type: text/csv\r\n\r\n`
    const answer = await products({
      method: 'POST',
      url: at('resources/products/import'),
      headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
      payload: Buffer.from(`${head}${csv}\r\n--${edge}--\r\n`),
    })
    expect(answer.json()).toMatchObject({ created: 0, updated: 0, rejected: [] })
    const { waitingApproval } = answer.json()
    expect((await list(finance, '?state=waiting')).requests[0]).toMatchObject({ id: waitingApproval, changeCount: 2 })
    expect((await post(finance, `approvals/${waitingApproval}/approve`, {})).statusCode).toBe(200)
    expect((await productsNow()).data).toMatchObject({ title: '面霜三代', listCents: 500, costCents: 3000 })
  })

  test('costs are shown to those who may see them', async () => {
    const { data, version } = await productsNow()
    const payload = { data: { ...data, costCents: 2500 }, version }
    await products({ method: 'PUT', url: at(`resources/products/${item.id}`), payload })
    expect((await list(finance, '?state=waiting')).requests[0]?.changes).toMatchObject([
      { nameZh: '成本价', after: 2500 },
    ])
    expect((await list(campaign, '?state=waiting')).requests[0]).toMatchObject({ changes: [], changeCount: 0 })
  })

  test('other fields need nobody', async () => {
    const { data, version } = await productsNow()
    const payload = { data: { ...data, title: '面霜四代' }, version }
    const answer = await products({ method: 'PUT', url: at(`resources/products/${item.id}`), payload })
    expect([answer.statusCode, answer.json().data.title]).toEqual([200, '面霜四代'])
  })

  test('switching the rule off, or letting requests wait longer, needs a second person itself', async () => {
    const off = await switchRule(owner, false)
    expect(off.json()).toMatchObject({ performed: false, request: { kind: 'approval-rule', state: 'waiting' } })
    expect((await switchRule(owner, true, 100)).json()).toMatchObject({ performed: false })
    expect((await switchRule(owner, true, 24)).json()).toMatchObject({ performed: true })
    await post(finance, `approvals/${off.json().request.id}/approve`, {})
    const payload = { data: { ...(await productsNow()).data, listCents: 7000 }, version: (await productsNow()).version }
    const answer = await products({ method: 'PUT', url: at(`resources/products/${item.id}`), payload })
    expect([answer.statusCode, answer.json().data.listCents]).toEqual([200, 7000])
    await switchRule(owner, true)
  })

  test('another shop sees none of it', async () => {
    const { id } = await askForPrice(6900)
    const head = await addPerson(app, owner, { store: 'beta', role: 'operations' })
    expect((await head({ url: '/v1/stores/beta/approvals' })).json()).toMatchObject({ total: 0 })
    const answer = await head({ method: 'POST', url: `/v1/stores/beta/approvals/${id}/approve`, payload: {} })
    expect(codeOf(answer)).toBe('not_found')
  })
})
