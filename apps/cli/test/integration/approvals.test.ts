import { join } from 'node:path'
import type { ApprovalPage, ApprovalRequest, ProgrammeKind, ResourceRow } from '@zhanggui/contract'
import { readSettings, serve } from '@zhanggui/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliHome, createCliHome } from '../support/cli-home.ts'

const OWNER = { name: '店主', email: 'owner@shop.cn', password: 'correct horse battery' }
const FINANCE = { name: '财务', email: 'finance@shop.cn', role: 'finance' }

type Waiting = { request: string | null }

let home: CliHome

/** A shop whose owner asked for a lower price, and a colleague in finance; the server is stopped again. */
async function prepareShop(): Promise<void> {
  const settings = readSettings({ ZHANGGUI_HOME: join(home.folder, 'home'), PORT: '0', LOG_LEVEL: 'silent' })
  const running = await serve(settings, { demo: false, print: () => undefined })
  let cookie = ''
  const call = async <T>(method: string, path: string, body: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', origin: running.address, cookie }
    const answer = await fetch(running.address + path, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
    cookie ||= answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    return (await answer.json()) as T
  }
  try {
    await call('POST', '/v1/setup', OWNER)
    await call('POST', '/v1/stores', { id: 'shop', name: '店' })
    await call('POST', '/v1/stores/shop/members', FINANCE)
    const data = { itemId: '1', title: '面霜', listCents: 9900 }
    const row = await call<ResourceRow>('POST', '/v1/stores/shop/resources/products', { data })
    await call('PUT', '/v1/stores/shop/approvals/rules/product-price', { enabled: true, expiryHours: 72 })
    const change = { data: { ...data, listCents: 8800 }, version: row.version, reason: '大促' }
    await call('PUT', `/v1/stores/shop/resources/products/${row.id}`, change)
  } finally {
    await running.close()
  }
}

beforeAll(async () => {
  home = await createCliHome()
  await prepareShop()
})
afterAll(() => home.remove())

test('[P13.10] a waiting price is listed, refused to its own asker, and approved as somebody who may', async () => {
  const table = await home.run('approvals', 'list', 'shop', '--state', 'waiting')
  expect(table.stdout).toMatch(/修改商品 1 +一口价 ¥99\.00 → ¥88\.00/)
  const page = await home.json<ApprovalPage>('approvals', 'list', 'shop')
  const [waiting] = page.requests
  expect(waiting).toMatchObject({ state: 'waiting', kind: 'product-price', reason: '大促' })
  const id = waiting?.id ?? ''
  const own = await home.run('approvals', 'approve', 'shop', id, '--as', OWNER.email)
  expect([own.exitCode, own.stderr]).toEqual([1, expect.stringContaining('不能批准自己')])
  const mute = await home.run('approvals', 'refuse', 'shop', id, '--as', FINANCE.email)
  expect(mute.exitCode).toBe(1)
  const approved = await home.json<ApprovalRequest>('approvals', 'approve', 'shop', id, '--as', FINANCE.email)
  expect(approved).toMatchObject({ state: 'approved', decisionReason: expect.stringMatching(/^\[cli:/) })
})

test('[P6.29] [P13.10] a donation begins, is counted and is paid out by two people on the command line, and its statement is a file', async () => {
  const as = ['--as', OWNER.email] as const
  const kinds = await home.json<{ kinds: ProgrammeKind[] }>('programmes', 'kinds', 'shop')
  const { start = {} } = kinds.kinds.find(({ kind }) => kind === 'donation') ?? {}
  const terms = { ...start, skuIds: ['apple'], perUnitCents: 100 }
  const file = await home.write('gift.json', JSON.stringify({ id: 'gift', name: '助农', kind: 'donation', terms }))
  expect(await home.json('programmes', 'create', 'shop', file)).toMatchObject({ state: 'draft' })
  const approve = (request: string | null) =>
    home.json<ApprovalRequest>('approvals', 'approve', 'shop', request ?? '', '--as', FINANCE.email)
  await approve((await home.json<Waiting>('programmes', 'open', 'shop', 'gift', ...as)).request)
  const sale = { skuId: 'apple', units: 3, paidDay: String(start.fromDay) }
  const values = ['--values', await home.write('sale.json', JSON.stringify(sale))]
  for (const _ of ['first', 'again'])
    await home.json('programmes', 'play', 'shop', 'gift', 'countSale', '--case', 'o1', ...values, '--id', 'c1', ...as)
  expect((await home.run('programmes', 'show', 'shop', 'gift')).stdout).toMatch(/捐赠总额 +¥3\.00/)
  const pay = (cents: string) => [
    ...['programmes', 'payout', 'shop', 'gift', '--account', 'payable/donee'],
    ...['--cents', cents, '--proof', '回单 7', ...as],
  ]
  expect((await home.run(...pay('301'))).exitCode).toBe(1)
  await approve((await home.json<Waiting>(...pay('300'))).request)
  const out = join(home.folder, 'gift.xlsx')
  const asked = ['programmes', 'statement', 'shop', 'gift', '--account', 'payable/donee'] as const
  expect(await home.json(...asked, '--out', out)).toEqual({ file: out, rows: 2 })
  expect((await home.run(...asked)).stdout).toMatch(/付款 回单 7 +¥3\.00 +¥0\.00/)
  expect((await home.run(...asked, '--out', 'gift.pdf')).exitCode).toBe(2)
  expect((await home.run('programmes', 'todo', 'shop', 'gift')).exitCode).toBe(0)
  expect(await home.json('programmes', 'close', 'shop', 'gift', ...as)).toMatchObject({
    programme: { state: 'closed', seed: expect.stringMatching(/^[0-9a-f]{64}$/) },
    proof: { cases: [{ id: 'o1' }] },
  })
})
