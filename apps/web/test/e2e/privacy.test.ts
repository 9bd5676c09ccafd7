import { readFile } from 'node:fs/promises'
import type { EventsResult, PersonExport, QueryResult } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

const VISITOR = 'visitor-4711'
const api = `/v1/stores/${STORE.id}`

let shop: OpenShop
beforeAll(async () => {
  shop = await openShop()
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const event = (id: string, visitorId: string) => ({ id, visitorId, type: 'view', at, query: `${visitorId} 餐桌` })
  const events = [event('e1', VISITOR), event('e2', VISITOR), event('e3', 'someone-else')]
  const taken = await shop.api<EventsResult>('POST', `${api}/events`, { events })
  expect(taken.accepted).toBe(3)
})
afterAll(() => shop.close())

const figures = async () => (await shop.api<QueryResult>('POST', `${api}/query`, { metrics: ['pv', 'uv'] })).totals

test('[P13.09] a person is looked up, exported and erased on the page; pages seen stay, the visitor goes', async () => {
  const page = await shop.openPage(`/stores/${STORE.id}/admin/privacy`)
  await page.getByLabel('店铺认识此人的方式').fill(VISITOR)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出' }).click(),
  ])
  const person: PersonExport = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(person.tables.find(({ table }) => table === 'events')?.rows).toHaveLength(2)
  expect(download.suggestedFilename()).not.toContain(VISITOR)
  await page.getByRole('cell', { name: '行为事件' }).first().waitFor()

  await page.getByRole('button', { name: '删除' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原因').fill(`${VISITOR} 要求`)
  await dialog.getByRole('button', { name: '删除' }).click()
  await dialog.getByText('holds an identifier').waitFor()
  await dialog.getByLabel('原因').fill('本人书面要求')
  await dialog.getByRole('button', { name: '删除' }).click()
  await page.getByText('行为事件：2 行不再知道是谁').waitFor()
  expect(await figures()).toEqual({ pv: 3, uv: 1 })
  await page.close()
})

test('how long people are kept is said table by table, on a phone too', async () => {
  const page = await shop.openPage(`/stores/${STORE.id}/admin/privacy`, { width: 390 })
  await page.getByRole('combobox', { name: '保留多久 行为事件' }).click()
  await page.getByTitle('730 天').click()
  await expect
    .poll(async () => (await shop.api<{ table: string; days: number | null }[]>('GET', `${api}/retention`))[0]?.days)
    .toBe(730)
  await page.getByRole('button', { name: '查看到期数据' }).click()
  await page.getByText('没有到期的数据').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  // The refusal of a reason that names somebody is a 400, which the browser reports.
  expect(shop.complaints.filter((text) => !text.includes('400'))).toEqual([])
  await page.close()
})
