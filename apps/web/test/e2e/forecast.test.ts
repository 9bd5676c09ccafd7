import type { ForecastResult } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

test('the forecast page says how much, how sure and made of what; its address asks for it again', async () => {
  const page = await shop.openPage(`/stores/${STORE}/insight/forecast`)
  const answer = page.getByRole('region', { name: '预测' })
  await answer.getByText('未来 28 天合计').waitFor()
  const asked = { metric: 'paid', grain: 'day', horizon: 28, levels: [0.8, 0.95] }
  const { whole } = await shop.api<ForecastResult>(`/v1/stores/${STORE}/forecast`, asked)
  expect(Number(await answer.locator('[data-value]').getAttribute('data-value'))).toBe(whole.total?.mean)
  await page.getByRole('heading', { name: '由什么构成' }).waitFor()

  await page.getByRole('combobox', { name: '分组' }).click()
  await page.getByTitle('类目', { exact: true }).click()
  await page.waitForURL(/by=category/)
  await page.getByRole('heading', { name: '分组预测' }).waitFor()
  const split = await shop.api<ForecastResult>(`/v1/stores/${STORE}/forecast`, { ...asked, by: 'category', groups: 12 })
  expect(await page.locator('tbody tr[data-row-key]').count()).toBe(split.groups.length)
  await page.close()
})
