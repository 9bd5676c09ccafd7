import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { RESOURCES } from '../../../src/modules/admin/resources/registry.ts'
import { verifyAudit } from '../../../src/modules/admin/verify-audit.ts'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { FUZZ_TIMES } from '../../support/fuzz-times.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import { addPerson, type Person } from '../../support/test-people.ts'

const SEED = 20261111
/** 19 digits: more than a JavaScript number holds. */
const ITEM = '6100000000000000019'

let context: TestContext
let app: FastifyInstance
let owner: Person

const at = (path: string): string => `/v1/stores/alpha/resources/${path}`
const item = async (id: string) =>
  (
    await context.facts.query<Record<string, unknown>>(
      'SELECT item_id, title, category, list_cents, cost_cents, on_sale FROM items FINAL WHERE store = {store:String} AND item_id = {id:String}',
      { store: 'alpha', id },
    )
  )[0]

const create = (resource: string, data: Record<string, unknown>, call: Person = owner) =>
  call({ method: 'POST', url: at(resource), payload: { data, reason: 'test' } })

function upload(call: Person, resource: string, content: string | Buffer, name = 'file.csv') {
  const edge = 'edge-of-the-part'
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${edge}` }
  return call({ method: 'POST', url: at(`${resource}/import`), headers, payload })
}

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['alpha'] }))
})

afterAll(() => app.close())

describe('a record', () => {
  let id: string

  test('is created whole: fields that are not given are null, and the first state is set', async () => {
    const made = await create('products', {
      itemId: ITEM,
      title: '面霜',
      category: '护肤',
      listCents: 9900,
      costCents: 3000,
    })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      version: 1,
      state: 'onSale',
      data: { itemId: ITEM, brand: null, costCents: 3000 },
    })
    id = made.json().id
  })

  test('is in the fact table as soon as it is saved, its id digit for digit', async () => {
    expect(await item(ITEM)).toEqual({
      item_id: ITEM,
      title: '面霜',
      category: '护肤',
      list_cents: 9900,
      cost_cents: 3000,
      on_sale: 1,
    })
  })

  test('cannot be created twice, whatever the width and case of its key', async () => {
    const wide = ITEM.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect((await create('products', { itemId: wide, title: '又一个' })).json().error.code).toBe('duplicate_key')
  })

  test('says every problem at once, beside its field, in both languages', async () => {
    const answer = await create('products', { itemId: '1', titel: 'x', listCents: 1.5, category: 'x'.repeat(101) })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().error.facts.fields).toEqual([
      { field: 'title', message: '商品名称必填', messageEn: 'Title is required' },
      { field: 'category', message: '类目最多 100 个字', messageEn: 'Category at most 100 characters' },
      { field: 'listCents', message: '一口价应为整数', messageEn: 'List price must be a whole number' },
      { field: 'titel', message: '商品没有字段“titel”', messageEn: 'Products have no field "titel"' },
    ])
  })

  test('is updated only over the version that was read', async () => {
    const data = { itemId: ITEM, title: '面霜 50ml', category: '护肤', listCents: 8900, costCents: 3000 }
    const first = await owner({
      method: 'PUT',
      url: at(`products/${id}`),
      payload: { version: 1, data, reason: '降价' },
    })
    expect(first.json()).toMatchObject({ version: 2, data: { listCents: 8900 } })
    const stale = await owner({
      method: 'PUT',
      url: at(`products/${id}`),
      payload: { version: 1, data: { ...data, listCents: 1 } },
    })
    expect([stale.statusCode, stale.json().error.code]).toEqual([409, 'stale_version'])
    expect(await item(ITEM)).toMatchObject({ title: '面霜 50ml', list_cents: 8900 })
  })

  test('keeps the last edit where an import says nothing of it', async () => {
    const made = await create('products', { itemId: 'towel', title: '毛巾', listCents: 3900 })
    for (const [version, listCents] of [
      [1, 4400],
      [2, 4900],
    ])
      await owner({
        method: 'PUT',
        url: at(`products/${made.json().id}`),
        payload: { version, data: { itemId: 'towel', title: '毛巾', listCents } },
      })
    const folder = await mkdtemp(join(tmpdir(), 'zhanggui-products-'))
    await writeFile(join(folder, 'goods.csv'), '商品id,商品名称,品牌,发布时间\ntowel,大毛巾,岚禾,2026-11-01\n')
    await runImport(context, { store: 'alpha', files: [{ path: join(folder, 'goods.csv') }], actor: 'test' })
    await rm(folder, { recursive: true })
    expect(await item('towel')).toMatchObject({ title: '大毛巾', list_cents: 4900 })
    await owner({ method: 'DELETE', url: at(`products/${made.json().id}?version=3`) })
  })

  test('of two updates at the same moment one wins and the other is told', async () => {
    const save = (title: string) =>
      owner({
        method: 'PUT',
        url: at(`products/${id}`),
        payload: { version: 2, data: { itemId: ITEM, title, costCents: 3000 } },
      })
    const answers = await Promise.all([save('甲'), save('乙')])
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([200, 409])
  })

  test('moves along its life cycle only', async () => {
    const move = (version: number, state: string) =>
      owner({ method: 'POST', url: at(`products/${id}/state`), payload: { version, state } })
    expect((await move(3, 'offShelf')).json()).toMatchObject({ version: 4, state: 'offShelf' })
    expect((await move(4, 'sold out')).json().error).toMatchObject({
      code: 'state_not_reachable',
      facts: { next: 'onSale' },
    })
    expect(await item(ITEM)).toMatchObject({ on_sale: 0 })
  })

  test('[P16.06] shows its history: who, when, what before and after, why', async () => {
    const { entries } = (await owner({ url: at(`products/${id}/history`) })).json()
    expect(entries.map((entry: { action: string }) => entry.action)).toEqual(['state', 'update', 'update', 'create'])
    expect(entries[2]).toMatchObject({
      actor: '王店主 <owner@example.cn>',
      reason: '降价',
      before: { data: { listCents: 9900 } },
      after: { data: { listCents: 8900 } },
    })
  })

  test('[P13.10] a field above the caller’s role is neither shown, filtered by, written nor wiped', async () => {
    const campaign = await addPerson(app, owner, { store: 'alpha', role: 'campaign' })
    const shown = await campaign({ url: at(`products/${id}`) })
    expect(shown.json().data).not.toHaveProperty('costCents')
    expect((await campaign({ url: at(`products/${id}/history`) })).body).not.toContain('costCents')
    expect((await campaign({ url: at('products?filter=costCents:3000') })).statusCode).toBe(400)
    expect((await campaign({ url: at('products?sort=costCents') })).statusCode).toBe(400)
    expect((await campaign({ url: at('products/export') })).body).not.toContain('成本价')
    const { version, data } = shown.json()
    const url = at(`products/${id}`)
    const sneaky = await campaign({ method: 'PUT', url, payload: { version, data: { ...data, costCents: 1 } } })
    expect(sneaky.statusCode).toBe(422)
    await campaign({ method: 'PUT', url, payload: { version, data: { ...data, title: '面霜（活动装）' } } })
    expect((await owner({ url })).json().data).toMatchObject({ title: '面霜（活动装）', costCents: 3000 })
  })

  test('is deleted softly: gone from lists, its key is free, its trail stays', async () => {
    const { version } = (await owner({ url: at(`products/${id}`) })).json()
    expect((await owner({ method: 'DELETE', url: at(`products/${id}?version=${version}`) })).statusCode).toBe(204)
    expect((await owner({ url: at(`products/${id}`) })).statusCode).toBe(404)
    expect((await owner({ url: at('products') })).json().total).toBe(0)
    expect((await create('products', { itemId: ITEM, title: '新的' })).statusCode).toBe(201)
    const trail = (await owner({ url: `/v1/stores/alpha/audit?subject=products/${id}` })).json()
    expect(trail.entries[0]).toMatchObject({ action: 'delete', after: null })
  })
})

describe('lists', () => {
  beforeAll(async () => {
    for (const [name, rank, paidCentsMin] of [
      ['普通', 1, null],
      ['金卡', 9, 1_000_00],
      ['银卡', 10, 500_00],
      ['VIP 會員', 99, 9_000_00],
    ] as const)
      await create('tiers', { name, rank, paidCentsMin, discountRate: 0.05 })
  })

  const names = async (query: string) =>
    (await owner({ url: at(`tiers?${query}`) })).json().rows.map((row: { data: { name: string } }) => row.data.name)

  test.each([
    ['numbers sort as numbers', 'sort=rank', ['普通', '金卡', '银卡', 'VIP 會員']],
    [
      'unknown values come last, in both directions',
      'sort=paidCentsMin&direction=desc',
      ['VIP 會員', '金卡', '银卡', '普通'],
    ],
    ['pages follow each other', 'sort=rank&offset=1&limit=1', ['金卡']],
    ['a search looks into texts', 'q=卡&sort=rank', ['金卡', '银卡']],
    ['[P16.13] a search in traditional characters finds simplified ones', 'q=銀卡', ['银卡']],
    ['[P16.13] a search in full width finds half width', 'q=ｖｉｐ&sort=rank', ['VIP 會員']],
    ['[P16.13] a search in simplified characters finds traditional ones', 'q=会员', ['VIP 會員']],
    ['a percent sign is a sign, not a wildcard', 'q=%25', []],
    ['a filter is exact', 'filter=rank:9', ['金卡']],
  ])('%s', async (_rule, query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  test('the declarations name fields, choices, states and whether the caller may write', async () => {
    const analyst = await addPerson(app, owner, { store: 'alpha', role: 'analyst' })
    const declared = (await analyst({ url: '/v1/resources?store=alpha' })).json()
    const byId = Object.fromEntries(declared.map((info: { id: string }) => [info.id, info]))
    expect(Object.keys(byId)).toEqual(RESOURCES.map(({ id }) => id))
    expect(byId.products).toMatchObject({ canWrite: false, keyFields: ['itemId'] })
    expect(byId['saved-views']).toMatchObject({ canWrite: true })
    expect(byId.channels.fields[1]).toMatchObject({ id: 'kind', kind: 'choice', required: true })
  })
})

describe('files', () => {
  test('[P16.07] a GBK file with the platform’s headers comes in; unknown columns are named', async () => {
    const gbk = Buffer.from('b1a6b1b449442cb1a6b1b4b1eacce22cbcdbb8f12cb1f0b5c40a', 'hex')
    const rows = Buffer.from('="6200000000000000001",A,"1,299.90",x\n6200000000000000002,B,19.9,y\n')
    const { statusCode, body } = await upload(owner, 'products', Buffer.concat([gbk, rows]))
    expect([statusCode, JSON.parse(body)]).toEqual([
      200,
      { rows: 2, created: 2, updated: 0, unchanged: 0, ignoredColumns: ['别的'], rejected: [] },
    ])
    expect(await item('6200000000000000001')).toMatchObject({ list_cents: 129_990 })
  })

  test('[P16.07] one bad row keeps the whole file out, and is named with line, field, value and reason', async () => {
    const file = '商品 ID,商品名称,一口价\n7001,好,1\n6.2E+18,坏,1\n7003,,1\n7001,重复,1\n'
    const { created, rejected } = (await upload(owner, 'products', file)).json()
    expect(created).toBe(0)
    expect(
      rejected.map((row: { line: number; field: string; value: string }) => [row.line, row.field, row.value]),
    ).toEqual([
      [3, 'itemId', '6.2E+18'],
      [4, 'title', ''],
      [5, 'itemId', '7001'],
    ])
    expect(await item('7001')).toBeUndefined()
  })

  test.each(['csv', 'xlsx'])('what goes out as %s comes in unchanged, formulas disarmed', async (format) => {
    await create('products', {
      itemId: `danger-${format}`,
      title: '=HYPERLINK("http://evil")',
      brand: '+86',
      listCents: 5,
    })
    const out = await owner({ url: at(`products/export?format=${format}`) })
    expect(out.headers['content-disposition']).toBe(`attachment; filename="products.${format}"`)
    if (format === 'csv') expect(out.body).toContain(`"'=HYPERLINK(""http://evil"")"`)
    const back = (await upload(owner, 'products', out.rawPayload, `products.${format}`)).json()
    expect(back).toMatchObject({ created: 0, updated: 0, rejected: [] })
    expect(back.unchanged).toBe(back.rows)
  })

  test('columns that a file does not have keep their values', async () => {
    await upload(owner, 'products', 'itemId,title,costCents\n7100,甲,3.00\n')
    await upload(owner, 'products', 'itemId,listCents\n7100,9.90\n')
    expect(await item('7100')).toMatchObject({ title: '甲', cost_cents: 300, list_cents: 990 })
  })

  test.each([
    ['nothing', '', 'empty_file'],
    ['a broken workbook', 'PK\u0003\u0004junk', 'unreadable_file'],
    ['a table of something else', 'a,b\n1,2\n', 'unreadable_file'],
  ])('%s is refused with what to do', async (_what, content, code) => {
    const answer = await upload(owner, 'products', content)
    expect([answer.statusCode, answer.json().error.code]).toEqual([422, code])
  })
})

describe('whatever a form sends', () => {
  test('random values in declared fields are stored as sent or refused, and the trail stays intact', {
    timeout: 300_000,
  }, async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, '', '2026-02-30', 'free', 1e14, -0, [], {}, { metrics: ['paid'] }),
    )
    for (const resource of RESOURCES) {
      const data = fc.dictionary(fc.constantFrom(...Object.keys(resource.fields)), value, { minKeys: 1 })
      for (const body of fc.sample(data, { numRuns: 20 * FUZZ_TIMES, seed: SEED })) {
        const answer = await create(resource.id, body)
        expect(answer.statusCode, `${resource.id} ${JSON.stringify(body)} → ${answer.body}`).toBeLessThan(500)
      }
    }
    expect(await verifyAudit(context)).toMatchObject({ intact: true })
  })
})
