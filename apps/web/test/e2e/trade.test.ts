import type { TradeAnswers } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenShop, openShop, STORE } from '../support/open-shop.ts'

let shop: OpenShop
const api = `/v1/stores/${STORE.id}/trade`
const page = `/stores/${STORE.id}/trade`

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

test('an item is opened from the empty page, ordered, adjusted, and its order found by number', async () => {
  const desk = await shop.openPage(page)
  await desk.getByText('还没有商品交给交易核心').waitFor()
  await desk.getByRole('button', { name: '上架库存' }).click()
  const form = desk.getByRole('dialog')
  await form.getByLabel('商品 ID').fill('600100200300400501')
  await form.getByLabel('名称').fill('暖手宝')
  await form.getByLabel('库存（件）').fill('20')
  await form.getByRole('button', { name: '上架' }).click()
  const table = desk.getByRole('table', { name: '库存去向' })
  await table.getByText('暖手宝').waitFor()

  const head = { issuedAt: new Date().toISOString(), kind: 'reserve', amountCents: 9_900 }
  const commands = [
    { ...head, id: '20261111000000001', buyer: '甲', lines: [{ item: '600100200300400501', quantity: 3 }] },
    { ...head, id: '20261111000000002', buyer: '乙', lines: [{ item: '600100200300400501', quantity: 30 }] },
  ]
  const { answers } = await shop.api<TradeAnswers>('POST', `${api}/commands`, { commands })
  expect(answers.map(({ code }) => code)).toEqual(['accepted', 'out_of_stock'])
  await table.locator('[data-value="17"]').waitFor()

  await desk.getByRole('button', { name: '调整库存 · 暖手宝' }).click()
  await form.getByLabel('增减（件）').fill('-18')
  await form.getByLabel('原因').fill('盘亏')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('调整后可售库存将为负').waitFor()
  await form.getByLabel('增减（件）').fill('-7')
  await form.getByRole('button', { name: '保存' }).click()
  await table.locator('[data-value="10"]').waitFor()

  await desk.getByLabel('按订单号查找').fill('20261111000000001')
  await desk.keyboard.press('Enter')
  await desk.getByRole('dialog').getByText('¥99.00').waitFor()
  await desk.getByRole('dialog').getByText('待付款').waitFor()
  await desk.close()
})

test('the page fits a phone and has nothing to complain of', async () => {
  const phone = await shop.openPage(page, { width: 390, theme: 'dark' })
  await phone.getByText('暖手宝').waitFor()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await phone.close()
  // A browser notes every refused call; the one above was meant to be refused.
  expect(shop.complaints.filter((line) => !line.includes('/adjust'))).toEqual([])
})
