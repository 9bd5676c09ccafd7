import { readFile } from 'node:fs/promises'
import type { QueryRequest, QueryResult } from '@zhanggui/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

const at = (search: string) => `/stores/${STORE}/insight/explore?from=2026-10-01&to=2026-11-15&${search}`
const range = { from: '2026-10-01', to: '2026-11-15' }
const ask = (request: QueryRequest) => shop.api<QueryResult>(`/v1/stores/${STORE}/query`, { ...range, ...request })

/** Figures of the result table, row by row. */
const tableOf = async (page: Page): Promise<number[][]> => {
  await page.locator('tbody tr[data-row-key]').first().waitFor()
  return page
    .locator('tbody tr[data-row-key]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('[data-value]')].map((cell) => Number(cell.getAttribute('data-value'))),
      ),
    )
}

test('[P9.14] a question built by hand answers with the query result, and its address asks it again', async () => {
  const page = await shop.openPage(at('compare=none'))
  await page.getByRole('combobox', { name: '指标' }).fill('访客')
  await page.getByTitle('访客数', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox', { name: '按', exact: true }).click()
  await page.getByTitle('渠道', { exact: true }).click()
  await page.waitForURL(/by=channel/)
  const answer = await ask({ metrics: ['netPaid', 'uv'], by: ['channel'], order: { by: 'netPaid', direction: 'desc' } })
  await expect.poll(() => tableOf(page)).toEqual(answer.rows.map((row) => [row.netPaid, row.uv]))

  const colleague = await shop.openPage(new URL(page.url()).pathname + new URL(page.url()).search)
  await expect.poll(() => tableOf(colleague)).toEqual(await tableOf(page))
  await page.close()
  await colleague.close()
})

test('a filter leaves only what it names', async () => {
  const page = await shop.openPage(at('metrics=paid&by=category&compare=none'))
  await page.getByRole('button', { name: '添加筛选' }).click()
  await page.getByRole('menuitem', { name: '渠道', exact: true }).click()
  await page.getByTitle('搜索', { exact: true }).click()
  await page.waitForURL(/filter=channel/)
  const filters = [{ dimension: 'channel', values: ['搜索'] }]
  const answer = await ask({ metrics: ['paid'], by: ['category'], filters, order: { by: 'paid', direction: 'desc' } })
  await expect.poll(() => tableOf(page)).toEqual(answer.rows.map((row) => [row.paid]))
  await page.close()
})

test('the chart fits the question and can be switched; distinct people are never stacked', async () => {
  const page = await shop.openPage(at('metrics=paid&by=channel&grain=day'))
  const kinds = page.getByLabel('图形')
  await kinds.getByText('堆叠').click()
  await page.waitForURL(/chart=stacked/)
  await page
    .getByRole('img', { name: /支付金额/ })
    .locator('canvas')
    .waitFor()
  await page.goto(`${shop.address}${at('metrics=uv&by=channel&grain=day&chart=stacked')}`)
  await kinds.getByText('折线').waitFor()
  expect(await kinds.getByText('堆叠').count()).toBe(0)
  await page.close()
})

test('the SQL behind the figures can be read', async () => {
  const page = await shop.openPage(at('metrics=refundRate'))
  await page.getByRole('button', { name: '查看 SQL' }).click()
  await page.getByRole('dialog').locator('pre').first().waitFor()
  expect(await page.getByRole('dialog').locator('pre').first().textContent()).toMatch(/SELECT[\s\S]+order_lines/)
  await page.close()
})

test('[P9.14] the exported file holds the rows on screen', async () => {
  const page = await shop.openPage(at('metrics=orders&by=channel&compare=none'))
  const shown = await tableOf(page)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('导出 CSV').click()])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
  expect(lines).toHaveLength(shown.length + 1)
  expect(lines.slice(1).map((line) => [Number(line.split(',').at(-1))])).toEqual(shown)
  await page.close()
})

test('no page complained in the console', () => {
  expect(shop.complaints).toEqual([])
})
