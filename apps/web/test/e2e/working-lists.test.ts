import { readFile } from 'node:fs/promises'
import type { BudgetLine, CohortResult, PlanDetail, UploadResult } from '@zhanggui/contract'
import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenServer, openDemoShop, STORE } from '../support/open-demo-shop.ts'
import { orderExport } from '../support/order-export.ts'
import { OWNER } from '../support/serve-to-browser.ts'

let shop: OpenServer
beforeAll(async () => {
  shop = await openDemoShop()
  await shop.api('/v1/setup', OWNER)
})
afterAll(() => shop.close())

const at = (path: string) => `/stores/${STORE}/${path}`
const api = (path: string) => `/v1/stores/${STORE}/${path}`
const titleOf = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

describe('views of the explorer', () => {
  const question = 'metrics=paid&by=channel&range=last90&compare=none'

  test('[P9.14] a question is kept under a name, and opens again with its rolling period', async () => {
    const page = await shop.openPage(at(`insight/explore?${question}`))
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '存为新视图' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('每周渠道')
    await page.getByRole('switch', { name: '全店可见' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click()
    await page.waitForURL(/view=/)
    await page.goto(shop.address + at('insight/explore'))
    await page.getByRole('button', { name: '视图' }).click()
    await page
      .getByRole('region', { name: '我的' })
      .getByRole('link', { name: /每周渠道/ })
      .click()
    await page.getByRole('button', { name: '视图：每周渠道' }).waitFor()
    const { searchParams } = new URL(page.url())
    searchParams.delete('view')
    expect(Object.fromEntries(searchParams)).toEqual(Object.fromEntries(new URLSearchParams(question)))
    await page.close()
  })

  test('its maker renames and deletes it; the address still asks the question', async () => {
    const page = await shop.openPage(at(`insight/explore?${question}`))
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('button', { name: '改名与共享：每周渠道' }).click()
    await page.getByRole('textbox', { name: '名称' }).fill('渠道季报')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/ })
      .click()
    await page.getByRole('button', { name: '删除：渠道季报' }).click()
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /删\s*除/ })
      .click()
    await page.getByText('还没有视图').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dd[data-metric=paid][data-value]').waitFor()
    await page.close()
  })
})

test('[P9.14] cohorts on screen and in their file equal the answer of the API', async () => {
  const page = await shop.openPage(at('insight/cohorts?span=all&figure=paidToDate'))
  const range = { from: '2025-09-15', to: '2026-11-15' }
  const ask = { grain: 'month', measure: 'paid', ...range }
  const { cohorts, overall } = await shop.api<CohortResult>(api('cohorts'), ask)
  await page.getByRole('button', { name: /^表: 同期群/ }).click()
  const shown = await page
    .getByRole('table', { name: '同期群表' })
    .locator('tbody tr[data-row-key]')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('[data-value]')].map((cell) => cell.getAttribute('data-value'))),
    )
  const text = (values: readonly (number | null)[]) => values.map((value) => (value === null ? '' : String(value)))
  const lived = overall.toDate.findLastIndex((value) => value !== null) + 1
  const expected = [...cohorts, overall].map(({ toDate }) =>
    text(Array.from({ length: lived }, (_, period) => toDate[period] ?? null)),
  )
  expect(shown).toEqual(expected)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/)
  expect(lines).toHaveLength(cohorts.length + 2)
  expect(lines.at(-1)?.split(',').slice(0, 3)).toEqual([
    '合计',
    String(overall.size),
    String((overall.toDate[0] ?? 0) / 100),
  ])
  await page.close()
})

describe('the keyboard', () => {
  test('j and k walk through a list, Enter opens the row, ? tells the keys', async () => {
    const page = await shop.openPage(at('admin/resources/products'))
    await page.locator('tr[data-list-row]').nth(2).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-row-key'))
    const keys = await page
      .locator('tr[data-list-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row-key')))
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focused()).toBe(keys[1])
    await page.keyboard.press('k')
    expect(await focused()).toBe(keys[0])
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘快捷键' }).getByText('列表里的下一行、上一行').waitFor()
    await page.close()
  })

  test('Esc closes a dialog and gives the focus back to the button that opened it', async () => {
    const page = await shop.openPage(at('campaigns'))
    const create = page.getByRole('button', { name: '新建活动' }).first()
    await create.click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('新建活动'))
    expect(await create.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.close()
  })

  test('the dictionary writes its formulas in words; a letter that is typed is text', async () => {
    const page = await shop.openPage(at('insight/metrics'))
    await page.getByText('支付买家数 ÷ 访客数').first().waitFor()
    expect(
      await page
        .locator('main dl')
        .getByText(/[a-z][A-Z]/)
        .allTextContents(),
    ).toEqual([])
    const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first()
    await search.fill('')
    await search.pressSequentially('jkjk')
    expect(await search.inputValue()).toBe('jkjk')
    await page.waitForURL(/q=jkjk/)
    await page.close()
  })
})

test('a saved column mapping says where it was used, takes a name, and can be forgotten', async () => {
  const page = await shop.openPage(at('data/mappings'))
  await page.getByText('还没有保存过列对应').waitFor()
  const { request } = page.context()
  const headers = { origin: shop.address }
  const file = { name: '千牛订单.csv', mimeType: 'text/csv', buffer: orderExport(3) }
  const sent = await request.post(shop.address + api('uploads'), { headers, multipart: { files: file } })
  const { uploadId, files } = (await sent.json()) as UploadResult
  await shop.api(api('imports'), { uploadId, files: files.map(({ name, mapping }) => ({ name, mapping })) })
  await expect.poll(() => shop.api<unknown[]>(api('mappings'))).toHaveLength(1)
  await page.reload()
  await page.getByText('1 个文件').waitFor()
  await page.getByRole('button', { name: /^改名：/ }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('每月订单')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s*存/ })
    .click()
  await page.getByRole('button', { name: '删除：每月订单' }).click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /删\s*除/ })
    .click()
  await page.getByText('还没有保存过列对应').waitFor()
  await page.close()
})

/** A month a line, and a hundred lines in each month. */
function manyLines(): BudgetLine[] {
  const line = (id: string, parentId: string | null, period: string, amountCents: number): BudgetLine => ({
    ...{ id, parentId, period, amountCents, name: id, kind: 'spend', channel: null, eventId: null },
    ...{ shareBp: null, shareBase: null, owner: null, note: '' },
  })
  const months = Array.from({ length: 12 }, (_, month) => `2028-${String(month + 1).padStart(2, '0')}`)
  return [
    line('all', null, '2028', 120_000_00),
    ...months.flatMap((month) => [
      line(month, 'all', month, 10_000_00),
      ...Array.from({ length: 100 }, (_, at) => line(`${month}-${at}`, month, month, 100_00)),
    ]),
  ]
}

test('of a budget of a thousand lines only what is near the screen is drawn, and a link finds any line', async () => {
  const plan = await shop.api<PlanDetail>(api('plans'), { year: 2028, name: '大预算' })
  const body = { lines: manyLines(), rules: plan.budgetRules }
  const page = await shop.openPage('about:blank')
  const put = await page.context().request.put(`${shop.address}${api(`plans/${plan.id}/parts/budget`)}`, {
    headers: { origin: shop.address },
    data: { revision: plan.revisions.budget, body },
  })
  expect(put.status()).toBe(200)
  await page.goto(`${shop.address}${at(`budget?plan=${plan.id}`)}`)
  await page.getByRole('button', { name: '2028-01-0 金额' }).waitFor()
  expect(await page.locator('table tbody tr').count()).toBeLessThan(300)
  await page.goto(`${shop.address}${at(`budget?plan=${plan.id}&node=2028-12-99`)}`)
  const last = page.getByRole('button', { name: '2028-12-99 金额' })
  await last.waitFor()
  await expect.poll(() => last.evaluate((cell) => cell.getBoundingClientRect().top < window.innerHeight)).toBe(true)
  await page.close()
})

/** Opens a page from the navigation and waits for its title. */
async function changeTo(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click()
  await titleOf(page, name).waitFor()
}

// What a change of page costs is measured by `npm run bench:pages`.
test('from page to page only figures are fetched, once their code is there', async () => {
  const page = await shop.openPage(at('insight'))
  await titleOf(page, '总览').waitFor()
  const fetched = new Set<string>()
  const note = (request: Request) => fetched.add(request.resourceType())
  page.on('request', note)
  const names = ['探索', '指标', '导入', '总览']
  for (const name of names) {
    await changeTo(page, name)
    // Charts come after the title.
    if (name === '探索' || name === '总览') await page.locator('canvas').first().waitFor()
  }
  expect(fetched).toContain('script')
  fetched.clear()
  for (const name of names) await changeTo(page, name)
  page.off('request', note)
  fetched.delete('fetch')
  expect([...fetched]).toEqual([])
  await page.close()
})

test('no page complained in the console', () => {
  expect(shop.complaints).toEqual([])
})
