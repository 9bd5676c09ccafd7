import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

/** The demo shop opens on 15 September 2025: that month has sixteen days. */
let shop: OpenServer
beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

const at = (page: string, search: string) => `/stores/${STORE}/insight${page}?compare=yoy&${search}`

test('a month compared with part of a month shows the days instead of a percentage', async () => {
  const page = await shop.openPage(at('/explore', 'from=2026-09-01&to=2026-11-01&metrics=paid&grain=month'))
  const rows = page.locator('tbody tr[data-row-key]')
  await rows.first().waitFor()
  const [september, october] = await rows.allTextContents()
  expect(september).toContain('对比期仅 16 天有数据')
  expect(september).not.toContain('%')
  expect(october).toMatch(/[+−]\d+\.\d%/)
  await page.close()
})

test('the cockpit keeps such a figure and says why it has no percentage', async () => {
  const page = await shop.openPage(at('', 'from=2026-09-01&to=2026-10-01'))
  const paid = page.locator('a[data-metric="paid"]')
  await paid.getByText('对比期仅 16 天有数据').waitFor()
  expect(await paid.textContent()).not.toContain('%')
  await page.close()
})

test('a month that is not over is compared with the same stretch, and the page says so', async () => {
  const page = await shop.openPage(at('/explore', 'from=2026-11-01&to=2026-12-01&metrics=paid&grain=month'))
  await page.getByText('时间范围还没过完').waitFor()
  const [november] = await page.locator('tbody tr[data-row-key]').allTextContents()
  expect(november).toMatch(/[+−]\d+\.\d%/)
  expect(shop.complaints).toEqual([])
  await page.close()
})
