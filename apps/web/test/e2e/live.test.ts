import type { LiveBoard, QueryResult } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

const MINUTE_MS = 60_000

let shop: OpenShop
let secret: string
let sent = 0
beforeAll(async () => {
  shop = await openShop()
  ;({ secret } = await shop.api<{ secret: string }>('POST', `/v1/stores/${STORE.id}/event-keys`, { name: '埋点' }))
})
afterAll(() => shop.close())

/** A visit that ends in a payment, a moment ago. */
async function sendVisit(amountCents: number): Promise<void> {
  const at = new Date(Date.now() - 1000).toISOString()
  const visit = { at, visitorId: `v${sent}`, itemId: '6001', channel: '搜索', device: 'app', page: 'detail' }
  const events = ['view', 'cart', 'order', 'pay'].map((type) => {
    const money = type === 'order' || type === 'pay' ? { quantity: 1, amountCents } : {}
    return { ...visit, ...money, id: `e${sent++}`, type }
  })
  const answer = await fetch(`${shop.address}/v1/stores/${STORE.id}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-ndjson' },
    body: events.map((event) => JSON.stringify(event)).join('\n'),
  })
  expect(answer.status).toBe(200)
}

test('[P9.14] an empty wall says what will be here; then a payment is on it without a reload, and equals the query', async () => {
  const page = await shop.openPage(`/stores/${STORE.id}/live`)
  await page.getByText('今天还没有数据进来').waitFor()
  await page.getByText('等待数据').waitFor()
  expect(await page.getByRole('link', { name: '导入订单' }).getAttribute('href')).toContain('/data/imports')
  await sendVisit(19_900)
  const hero = page.getByRole('region', { name: '今日支付金额' })
  await hero.locator('[data-value="19900"]').waitFor()
  await sendVisit(10_050)
  await hero.locator('[data-value="29950"]').waitFor()
  expect(await hero.textContent()).toContain('按支付埋点')
  const { totals } = await shop.api<QueryResult>('POST', `/v1/stores/${STORE.id}/query`, { metrics: ['uv', 'pv'] })
  await page.locator(`[data-metric="uv"][data-value="${totals.uv}"]`).waitFor()
  expect(await page.getByRole('region', { name: '热销榜' }).getByRole('listitem').count()).toBe(1)
  await page.close()
})

test('[P9.06] the room sets its target on the wall and sees the race', async () => {
  const page = await shop.openPage(`/stores/${STORE.id}/live`)
  await page.getByRole('button', { name: '设定目标' }).click()
  await page.getByRole('textbox', { name: '目标金额（元）' }).fill('599')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('50.0%').waitFor()
  await page.close()
})

test('[P9.14] a replay of a past minute is marked as one, on a phone without scrolling sideways', async () => {
  const at = new Date(Date.now() - 2 * MINUTE_MS).toISOString()
  const page = await shop.openPage(`/stores/${STORE.id}/live?at=${at}&paused=1`, { width: 390 })
  await page.getByText(/^回放 · /).waitFor()
  const board = await shop.api<LiveBoard>('GET', `/v1/stores/${STORE.id}/live/board?at=${encodeURIComponent(at)}`)
  await page.locator(`[data-metric="orders"][data-value="${board.figures.orders ?? ''}"]`).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  await page.getByRole('button', { name: '回到实时' }).click()
  await page.getByText(/^实时/).waitFor()
  await page.close()
  expect(shop.complaints).toEqual([])
})
