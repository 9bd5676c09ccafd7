import type { SavedMapping } from '@zhanggui/contract'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runImport } from '../../../src/modules/data/run-import.ts'
import { openTestApp } from '../../support/test-app.ts'
import type { TestContext } from '../../support/test-context.ts'
import type { Person } from '../../support/test-people.ts'
import { createFileFolder, csv, type FileFolder } from './write-files.ts'

let context: TestContext
let app: FastifyInstance
let owner: Person
let files: FileFolder

const HEADERS = ['订单编号', '总金额', '买家实际支付金额', '订单状态', '订单创建时间', '订单付款时间']
const orders = (id: string): string =>
  csv([HEADERS, [id, '59.00', '59.00', '交易成功', '2026-05-01 10:00:00', '2026-05-01 10:01:00']])

const bringIn = async (name: string, text: string, { dryRun = false } = {}) =>
  runImport(context, {
    store: 'main',
    files: [{ path: await files.write(name, text), name }],
    saveMapping: true,
    dryRun,
    actor: 'test',
  })

const path = (store: string, fingerprint = ''): string =>
  `/v1/stores/${store}/mappings${fingerprint === '' ? '' : `/${fingerprint}`}`
const listed = async (store = 'main'): Promise<SavedMapping[]> => (await owner({ url: path(store) })).json()
const only = async (): Promise<SavedMapping> => {
  const [row, ...others] = await listed()
  if (!row || others.length > 0) throw new Error('one mapping expected')
  return row
}
const rename = (store: string, fingerprint: string, name: string) =>
  owner({ method: 'PUT', url: path(store, fingerprint), payload: { name } })

beforeAll(async () => {
  ;({ context, app, owner } = await openTestApp({ stores: ['main', 'other'] }))
  files = await createFileFolder()
  await bringIn('五月.csv', orders('A1'))
})
afterAll(async () => {
  await app.close()
  await files.remove()
})

test('a mapping says which files it was used for; a trial run is no use', async () => {
  await bringIn('六月.csv', orders('A2'))
  await bringIn('试.csv', orders('A3'), { dryRun: true })
  const { fields, ...mapping } = await only()
  expect(mapping).toMatchObject({ name: null, uses: 2, lastUse: { importId: 2, file: '六月.csv' } })
  expect(fields.map(({ nameZh }) => nameZh)).toContain('订单编号')
})

test('a name that people gave stays when the mapping is saved again', async () => {
  const { fingerprint } = await only()
  expect((await rename('main', fingerprint, ' 千牛订单 ')).statusCode).toBe(204)
  await bringIn('七月.csv', orders('A4'))
  expect(await only()).toMatchObject({ name: '千牛订单', uses: 3, lastUse: { file: '七月.csv' } })
})

test('another shop neither sees, names nor forgets it', async () => {
  const { fingerprint } = await only()
  expect(await listed('other')).toEqual([])
  expect((await rename('other', fingerprint, 'x')).statusCode).toBe(404)
  expect((await owner({ method: 'DELETE', url: path('other', fingerprint) })).statusCode).toBe(404)
  expect(await only()).toMatchObject({ name: '千牛订单' })
})

test('a mapping that is forgotten leaves what was imported, and the trail says who forgot it', async () => {
  const { fingerprint } = await only()
  expect((await owner({ method: 'DELETE', url: path('main', fingerprint) })).statusCode).toBe(204)
  expect(await listed()).toEqual([])
  expect((await owner({ url: '/v1/stores/main/imports' })).json()).toHaveLength(4)
  expect((await owner({ url: '/v1/stores/main/audit' })).body).toContain(`mappings/${fingerprint}`)
})
