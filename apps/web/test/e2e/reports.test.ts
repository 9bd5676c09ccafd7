import type { ReportLibrary, ReportView } from '@zhanggui/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
const REPORT = `/stores/${STORE}/review/reports/monthly-review/2026-10`

beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

test('the library says what is due and leads to the report; every figure in it leads to its query', async () => {
  const page = await shop.openPage(`/stores/${STORE}/review`)
  await page.getByRole('heading', { name: '报告', exact: true }).waitFor()
  const { kinds } = await shop.api<ReportLibrary>(`/v1/stores/${STORE}/reports`)
  for (const { nameZh } of kinds) await page.getByText(nameZh, { exact: true }).first().waitFor()
  await page.getByRole('link', { name: '2026 年 10 月' }).first().click()
  await page.getByRole('heading', { name: '2026 年 10 月月度复盘' }).waitFor()
  const { document } = await shop.api<ReportView>(`/v1/stores/${STORE}/reports/monthly-review/2026-10`)
  const figures = document.chapters.flatMap(({ blocks }) => blocks).find(({ kind }) => kind === 'figures')
  const paid = figures?.kind === 'figures' ? figures.items[0] : undefined
  const shown = page.getByRole('link', { name: /^支付金额/ }).first()
  expect(await shown.locator('[data-value]').getAttribute('data-value')).toBe(String(paid?.figure.value))
  await shown.click()
  await page.waitForURL(/insight\/explore\?.*metrics=paid.*from=2026-10-01/)
  await page.close()
})

test('a decision is written below the report, and the report is presented page by page with the arrow keys', async () => {
  const page = await shop.openPage(REPORT)
  await page.getByRole('heading', { name: '评论与决议' }).waitFor()
  await page.getByText('决议', { exact: true }).last().click()
  await page.getByRole('textbox', { name: '写下看法，或会上定下来的事' }).fill('直通车缩减两成')
  await page.getByRole('textbox', { name: '负责人' }).fill('小李')
  await page.locator('#note-due').fill('2026-12-01')
  await page.locator('#note-due').press('Enter')
  await page.getByRole('button', { name: /^添\s*加$/ }).click()
  await page.getByText('负责人 小李 · 期限 2026-12-01').waitFor()

  await page.getByRole('button', { name: /演\s*示/ }).click()
  const dialog = page.getByRole('dialog', { name: '2026 年 10 月月度复盘' })
  await dialog.getByText(/^1 \/ \d+$/).waitFor()
  await page.keyboard.press('ArrowRight')
  await dialog.getByText(/^2 \/ \d+$/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '评论与决议' }).waitFor()
  expect(shop.complaints).toEqual([])
  await page.close()
})
